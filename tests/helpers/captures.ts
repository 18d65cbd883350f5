import { randomUUID } from 'node:crypto';
import { CONSENT_VERSION, type Consent } from '../../src/domain/consent.ts';
import type { Operation } from '../../src/domain/envelope.ts';
import type { Organisation, PullAnswer } from '../../src/domain/protocol.ts';
import { sealCapture, type Capture, type SealedCapture } from '../../server/example/capture.ts';
import type { TestTablet } from './test-tablet.ts';

export const SAID_YES: Consent = {
  version: CONSENT_VERSION,
  answers: { talk: 'yes', use: 'yes', share: 'no', voice: 'yes' },
  how: 'spoken',
  language: 'en',
  interpreted: false,
  at: '2026-11-22T10:00:00.000Z',
};

export function aQuickNote(said: string, more: Partial<Capture> = {}): Capture {
  const body = { theme: 'damp', feeling: 'worried', voice: 'own', said };
  return { kind: 'quick-note', body, consent: SAID_YES, ...more };
}

export function aPromise(what: string, more: Partial<Capture> = {}): Capture {
  const body = { what, toGroup: 'Tuesday group', owner: 'Bea', byWhen: '2026-12-01' };
  return { kind: 'promise', body, ...more };
}

export function aWithdrawal(code: string, scope: 'words' | 'contact' = 'words', more: Partial<Capture> = {}): Capture {
  return { kind: 'withdrawal', body: { code, scope }, ...more };
}

/** Numbers and seals captures for one tablet, with the key it was told when it pulled. */
export class CaptureMaker {
  readonly #tablet: TestTablet;
  readonly #actorId: string;
  #seq = 0;
  #key: Organisation['orgKey'] | null = null;

  constructor(tablet: TestTablet, actorId: string = randomUUID()) {
    this.#tablet = tablet;
    this.#actorId = actorId;
  }

  /** The next number stays unused: it never arrives. */
  skip(): void {
    this.#seq += 1;
  }

  async seal(capture: Capture): Promise<SealedCapture> {
    this.#key ??= orgKeyOf(await this.#tablet.pull());
    this.#seq += 1;
    const by = {
      installId: this.#tablet.installId,
      seq: this.#seq,
      actorId: this.#actorId,
      displayName: 'Champion One',
    };
    return sealCapture(this.#key, by, capture);
  }

  async operation(capture: Capture): Promise<Operation> {
    return (await this.seal(capture)).operation;
  }
}

function orgKeyOf(answer: PullAnswer): Organisation['orgKey'] {
  const row = (answer.rows as { kind: string; value: unknown }[]).find(({ kind }) => kind === 'organisation');
  if (row === undefined) throw new Error('the tablet was not told about the organisation');
  return (row.value as Organisation).orgKey;
}

/** Asks again until the answer is what is waited for. */
export async function eventually<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  limitMs = 30_000,
): Promise<T> {
  const limit = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > limit) throw new Error(`it never came: ${JSON.stringify(answer).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
