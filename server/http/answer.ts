import { gzipSync } from 'node:zlib';
import { PROBLEMS, type Problem } from '../../src/domain/problems.ts';

const WORTH_PACKING = 1024;

/** A JSON answer that no cache keeps. */
export function jsonAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** A JSON answer as gzip, for a tablet that pays for every kilobyte, when it is worth it. */
export function packedAnswer(value: unknown, request: Request): Response {
  const json = JSON.stringify(value);
  const readsGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (!readsGzip || json.length < WORTH_PACKING) return jsonAnswer(value);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(new Uint8Array(gzipSync(json)), {
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  });
}

/** The one shape of every answer that is not 2xx. `retryAfterS` in the details also becomes `Retry-After`. */
export function problemResponse(problem: Problem): Response {
  const status = PROBLEMS[problem.code].status;
  const { retryAfterS, ...details } = problem.details;
  const headers: Record<string, string> = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  const body = Object.keys(details).length === 0 ? { problem: problem.code } : { problem: problem.code, details };
  return jsonAnswer(body, status === 0 ? 500 : status, headers);
}
