import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the link does to one request. */
export type Fault =
  | 'pass'
  /** The connection breaks before anything gets there. */
  | 'down'
  /** Breaks while the request is on its way: the server gets half of it. */
  | 'cut-going'
  /** The server does its work; the connection breaks before its answer comes back. */
  | 'cut-after-commit'
  /** The answer breaks off in the middle. */
  | 'cut-coming'
  /** The server gets it twice, one after the other; the second answer comes back. */
  | 'twice'
  /** Nothing ever comes back, and nothing gets there. */
  | 'hang'
  /** A page of some other machine, as at a hotel: 200, HTML. */
  | 'garbage'
  | { readonly slow: { readonly delayMs?: number; readonly bytesPerSecond?: number } }
  | { readonly answer: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<IncomingMessage['headers']>;
  readonly body: Buffer;
}

export type FaultChoice = Fault | ((request: ProxiedRequest) => Fault);

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly fault: Fault;
  /** What the server said; null when it was not asked. */
  readonly status: number | null;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

export interface FaultProxy {
  readonly url: string;
  /** From now on, for every request; a function decides for each. */
  mode(choice: FaultChoice): void;
  /** For the next request whose path begins so; then as before. Several wait in turn. */
  next(fault: Fault, pathBegins?: string): void;
  /** Cuts every connection that is open now. */
  cutAll(): void;
  readonly log: readonly LoggedRequest[];
  stop(): Promise<void>;
}

export interface FaultProxyOptions {
  /** Where the server is, such as `http://localhost:8080`; asked anew for each request. */
  readonly target: string | (() => string);
  readonly port?: number;
}

const PORTAL = '<!doctype html><title>Welcome</title><p>Please accept our terms to go online.</p>';

/**
 * A link that can be cut, slowed, doubled and replaced: our own HTTP proxy for tests. The client's own Host goes through
 * unchanged, so that what the server thinks of the origin is what it would be without the proxy.
 */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const log: LoggedRequest[] = [];
  const waiting: { fault: Fault; pathBegins: string }[] = [];
  const sockets = new Set<Socket>();
  let choice: FaultChoice = 'pass';

  const choose = (request: ProxiedRequest): Fault => {
    const at = waiting.findIndex(({ pathBegins }) => request.path.startsWith(pathBegins));
    const [one] = at < 0 ? [] : waiting.splice(at, 1);
    if (one !== undefined) return one.fault;
    return typeof choice === 'function' ? choice(request) : choice;
  };

  const server = createServer((incoming, outgoing) => {
    void handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const request: ProxiedRequest = { method, path, headers, body: await readAll(incoming) };
    const fault = choose(request);
    const note = (status: number | null, bytesDown: number) =>
      void log.push({ method, path, fault, status, bytesUp: request.body.length, bytesDown });
    const target = typeof options.target === 'string' ? options.target : options.target();

    if (fault === 'hang') return note(null, 0);
    if (fault === 'down') {
      note(null, 0);
      return void incoming.socket.destroy();
    }
    if (fault === 'cut-going') {
      note(null, 0);
      await forwardHalf(target, request);
      return void incoming.socket.destroy();
    }
    if (fault === 'garbage') {
      note(null, PORTAL.length);
      return void outgoing.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL);
    }
    if (typeof fault === 'object' && 'answer' in fault) {
      const body = fault.body ?? '';
      note(null, body.length);
      return void outgoing.writeHead(fault.answer, { 'content-type': 'application/json', ...fault.headers }).end(body);
    }
    const slow = typeof fault === 'object' ? fault.slow : {};
    await pause((slow.delayMs ?? 0) + transferMs(request.body.length, slow.bytesPerSecond));
    if (fault === 'twice') await forward(target, request);
    const answer = await forward(target, request);
    note(answer.status, answer.body.length);
    if (fault === 'cut-after-commit') return void incoming.socket.destroy();
    await pause(transferMs(answer.body.length, slow.bytesPerSecond));
    outgoing.writeHead(answer.status, answer.headers);
    if (fault === 'cut-coming') {
      outgoing.write(answer.body.subarray(0, Math.max(1, Math.floor(answer.body.length / 2))));
      return void setTimeout(() => incoming.socket.destroy(), 20);
    }
    outgoing.end(answer.body);
  };

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    mode: (to) => void (choice = to),
    next: (fault, pathBegins = '') => void waiting.push({ fault, pathBegins }),
    cutAll: () => {
      for (const socket of sockets) socket.destroy();
    },
    log,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
}

/** Headers that belong to one connection only. */
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length']);

function forward(target: string, { method, path, headers, body }: ProxiedRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = { ...headers, connection: 'close' } as Record<string, string | string[] | undefined>;
    delete sent['transfer-encoding'];
    if (body.length > 0) sent['content-length'] = String(body.length);
    const outgoing = httpRequest(new URL(path, target), { method, headers: sent, agent: false }, (answer) => {
      answerOf(answer).then(resolve, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function answerOf(answer: IncomingMessage): Promise<Answer> {
  const body = await readAll(answer);
  const kept = Object.entries(answer.headers).filter(([name, value]) => !HOP.has(name) && value !== undefined);
  const headers = Object.fromEntries(kept) as Record<string, string | string[]>;
  headers['content-length'] = String(body.length);
  return { status: answer.statusCode ?? 502, headers, body };
}

/** Half the body gets there, under the length of the whole; then the line is dead. */
async function forwardHalf(target: string, { method, path, headers, body }: ProxiedRequest): Promise<void> {
  await new Promise<void>((resolve) => {
    const sent = { ...headers, connection: 'close', 'content-length': String(Math.max(2, body.length)) };
    const outgoing = httpRequest(new URL(path, target), { method, headers: sent, agent: false });
    outgoing.on('error', () => resolve());
    outgoing.on('close', () => resolve());
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => setTimeout(() => outgoing.destroy(), 10));
  });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

const transferMs = (bytes: number, bytesPerSecond?: number) =>
  bytesPerSecond === undefined ? 0 : (bytes / bytesPerSecond) * 1000;

const pause = (ms: number) => (ms <= 0 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, ms)));
