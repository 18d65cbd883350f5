import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { httpDeskClient } from '../../../src/adapters/http/desk-client.ts';
import { Problem } from '../../../src/domain/problems.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function against(listener: RequestListener, timeoutMs = 30_000) {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => void started.listen(0, '127.0.0.1', resolve));
  const { port } = started.address() as AddressInfo;
  return httpDeskClient({ origin: `http://127.0.0.1:${port}`, timeoutMs });
}

const problemOf = async (promise: Promise<unknown>): Promise<Problem> => {
  const thrown: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
};

const status = { setUp: true, example: false, organisation: 'Test', me: null, appVersion: '1' };

describe('the desk client', () => {
  test('gives back a parsed answer and asks with the filter it was given', async () => {
    const asked: string[] = [];
    const client = await against((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const counts = { urgent: 1, needs: 0, promises: 0, rest: 0, quarantine: 0, found: 1 };
      response.end(JSON.stringify(request.url?.includes('inbox') ? { items: [], next: null, counts } : status));
    });
    await expect(client.status()).resolves.toMatchObject({ organisation: 'Test' });
    const page = await client.inbox({ lane: 'urgent', q: 'damp & mould', limit: 50 });
    expect(page.counts.urgent).toBe(1);
    expect(asked).toEqual(['GET /desk/v1/status', 'GET /desk/v1/inbox?lane=urgent&q=damp+%26+mould&limit=50']);
  });

  test('sends JSON and passes on what the server says went wrong, with when to try again', async () => {
    let body = '';
    const client = await against((request, response) => {
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        response.writeHead(429, { 'retry-after': '7', 'content-type': 'application/json' });
        response.end(JSON.stringify({ problem: 'too-many-requests' }));
      });
    });
    const problem = await problemOf(client.signIn('ada', 'a long enough phrase'));
    expect(problem.code).toBe('too-many-requests');
    expect(problem.details['retryAfterMs']).toBe(7000);
    expect(JSON.parse(body)).toEqual({ loginName: 'ada', password: 'a long enough phrase' });
  });

  test.each([
    [401, 'not-signed-in'],
    [403, 'not-allowed'],
    [409, 'conflict'],
    [500, 'server-failed'],
    [502, 'server-failed'],
    [418, 'bad-request'],
  ])('an answer %i that names no problem becomes %s', async (code, expected) => {
    const client = await against((_, response) => {
      response.writeHead(code);
      response.end('<html>a proxy speaks</html>');
    });
    expect((await problemOf(client.status())).code).toBe(expected);
  });

  test('a sign-in page of somebody else, or JSON of another shape, is nonsense and never believed', async () => {
    let words = '<html>Welcome to the free Wi-Fi</html>';
    const client = await against((_, response) => void response.end(words));
    expect((await problemOf(client.status())).code).toBe('nonsense-answer');
    words = JSON.stringify({ ...status, setUp: 'yes' });
    expect((await problemOf(client.status())).code).toBe('nonsense-answer');
  });

  test('no answer in time and no server at all are told apart', async () => {
    const silent = await against(() => {}, 50);
    expect((await problemOf(silent.status())).code).toBe('timed-out');
    const nobody = httpDeskClient({ origin: 'http://127.0.0.1:9' });
    expect((await problemOf(nobody.status())).code).toBe('unreachable');
  });

  test('an id from the address bar cannot reach another path', async () => {
    let asked = '';
    const client = await against((request, response) => {
      asked = request.url ?? '';
      response.writeHead(404);
      response.end();
    });
    expect((await problemOf(client.item('../people'))).code).toBe('not-found');
    expect(asked).toBe('/desk/v1/inbox/..%2Fpeople');
  });
});
