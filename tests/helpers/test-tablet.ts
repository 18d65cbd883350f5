import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  CHUNK_HASH_HEADER,
  NONCE_HEADER,
  PATHS,
  signedText,
  type DeviceHealth,
  type EnrolAnswer,
  type HelloAnswer,
  type MediaAnswer,
  type PullAnswer,
  type PushAnswer,
} from '../../src/domain/protocol.ts';

type Key = CryptoKeyPair;
export type Send = (request: Request) => Promise<Response>;

export interface SignedInit {
  readonly method?: string;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An enrolled tablet for tests: it signs as `docs/protocol.md` says, and keeps nothing. */
export class TestTablet {
  readonly deviceId: string;
  readonly installId: string = randomUUID();
  readonly check: string;
  /** The enrolment cookie, as a request sends it. */
  readonly cookie: string;
  readonly #url: () => string;
  readonly #key: Key;
  readonly #send: Send;
  #nonce = '';

  private constructor(url: () => string, key: Key, answer: EnrolAnswer, cookie: string, send: Send) {
    this.#url = url;
    this.#key = key;
    this.#send = send;
    this.deviceId = answer.deviceId;
    this.check = answer.check;
    this.cookie = cookie;
  }

  /** Enrols with a one-time code; staff have yet to approve. `send` replaces fetch where there is no network. */
  static async enrol(url: () => string, code: string, label: string, send: Send = fetch): Promise<TestTablet> {
    const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const publicKey = Buffer.from(await crypto.subtle.exportKey('spki', key.publicKey)).toString('base64');
    const body = JSON.stringify({ code, publicKey, label, installId: randomUUID() });
    const headers = { 'content-type': 'application/json' };
    const answer = await send(new Request(new URL(PATHS.enrol, url()), { method: 'POST', headers, body }));
    if (!answer.ok) throw new Error(`enrolment was refused: ${answer.status} ${await answer.text()}`);
    return new TestTablet(url, key, (await answer.json()) as EnrolAnswer, cookieOf(answer), send);
  }

  /** A signed request, ready to be sent or to be tampered with. */
  async signed(path: string, { method = 'GET', body, headers = {} }: SignedInit = {}): Promise<Request> {
    const url = new URL(path, this.#url());
    // Read once: another answer may bring a new one while this one is signed.
    const nonce = this.#nonce;
    const bodySha256 = createHash('sha256')
      .update(body ?? new Uint8Array(0))
      .digest('hex');
    const text = signedText(method, url.pathname + url.search, bodySha256, nonce);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const raw = await crypto.subtle.sign(algorithm, this.#key.privateKey, new TextEncoder().encode(text));
    const signature = Buffer.from(raw).toString('base64');
    const authorization = `SaidAndDone device="${this.deviceId}", nonce="${nonce}", signature="${signature}"`;
    return new Request(url, {
      method,
      headers: { authorization, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** Sends it signed; a stale nonce is renewed once, at once. */
  async fetch(path: string, init: SignedInit = {}): Promise<Response> {
    let answer = await this.#send(await this.signed(path, init));
    this.#keepNonce(answer);
    if (answer.status === 401 && (await answer.clone().text()).includes('stale-nonce')) {
      answer = await this.#send(await this.signed(path, init));
      this.#keepNonce(answer);
    }
    return answer;
  }

  health(over: Partial<DeviceHealth> = {}): DeviceHealth {
    return {
      unsent: 0,
      oldestUnsentAt: null,
      persisted: true,
      freeBytes: 10_000_000_000,
      battery: 0.8,
      appVersion: 'test',
      wall: new Date().toISOString(),
      ...over,
    };
  }

  hello(over: Partial<DeviceHealth> = {}): Promise<HelloAnswer> {
    return this.#post<HelloAnswer>(PATHS.hello, { installId: this.installId, health: this.health(over) });
  }

  push(operations: readonly unknown[]): Promise<PushAnswer> {
    return this.#post<PushAnswer>(PATHS.push, { installId: this.installId, health: this.health(), operations });
  }

  /** The same push to another process of the same server. */
  async pushTo(url: string, operations: readonly unknown[]): Promise<PushAnswer> {
    const body = { installId: this.installId, health: this.health(), operations };
    const here = await this.signed(PATHS.push, gzipped(body));
    const { method, headers } = here;
    const there = new Request(new URL(PATHS.push, url), { method, headers, body: await here.arrayBuffer() });
    return read<PushAnswer>(await this.#send(there));
  }

  async pull(cursor: string | null = null): Promise<PullAnswer> {
    const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    return read<PullAnswer>(await this.fetch(PATHS.pull + query));
  }

  putChunk(mediaId: string, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.fetch(`${PATHS.media}/${mediaId}/${index}`, {
      method: 'PUT',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream', [CHUNK_HASH_HEADER]: sha256 },
    });
  }

  async mediaStatus(mediaId: string): Promise<MediaAnswer> {
    return read<MediaAnswer>(await this.fetch(`${PATHS.media}/${mediaId}`));
  }

  async #post<Answer>(path: string, value: unknown): Promise<Answer> {
    return read<Answer>(await this.fetch(path, gzipped(value)));
  }

  #keepNonce(answer: Response): void {
    this.#nonce = answer.headers.get(NONCE_HEADER) ?? this.#nonce;
  }
}

/** A JSON body as the app sends it: gzip. */
export function gzipped(value: unknown): SignedInit {
  const body = new Uint8Array(gzipSync(JSON.stringify(value)));
  return { method: 'POST', body, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } };
}

async function read<Answer>(answer: Response): Promise<Answer> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The cookies an answer sets, as a request sends them. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}
