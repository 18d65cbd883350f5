import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { PATHS } from '../src/domain/protocol.ts';
import { aConversation, sealOperation } from '../tests/helpers/sealed-operations.ts';
import { freshDatabase } from '../tests/helpers/postgres.ts';
import { startServer, type DeskFetch, type TestServer } from '../tests/helpers/server.ts';
import { gzipped, type TestTablet } from '../tests/helpers/test-tablet.ts';
import { round } from './statistics.ts';
import type { Row } from './report.ts';

/** Durable pushes a second: one sealed 2 KB record a request, every check on, answered after the commit. */

const SECONDS = 4;
const BATCH = 100;

interface Prepared {
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Pushes sealed, packed and signed beforehand: what is measured is the server, not who plays its tablets. */
async function pushesOf(tablet: TestTablet, key: { keyId: string; publicKey: string }, count: number, batch: number) {
  const said = 'The damp came back in the second caravan and nobody rang us. '.repeat(30).slice(0, 1800);
  // One seal, many envelopes: opening them is the worker's business, taking them in is what is measured.
  const one = await sealOperation({
    key,
    kind: 'conversation',
    body: aConversation({ said }),
    installId: tablet.installId,
  });
  await tablet.hello();
  const prepared: Prepared[] = [];
  for (let at = 0; at < count; at += batch) {
    const operations = Array.from({ length: batch }, (_, i) => ({
      ...one,
      opId: randomUUID(),
      entityId: randomUUID(),
      seq: at + i + 1,
    }));
    const init = gzipped({ installId: tablet.installId, health: tablet.health(), operations });
    const { headers } = await tablet.signed(PATHS.push, init);
    prepared.push({ headers, body: init.body ?? new Uint8Array(0) });
  }
  return prepared;
}

const orgKey = async (tablet: TestTablet) => {
  const { rows } = await tablet.pull();
  const row = rows.find((candidate) => (candidate as { kind: string }).kind === 'organisation');
  return (row as { value: { orgKey: { keyId: string; publicKey: string } } }).value.orgKey;
};

async function pushesPerSecond(server: TestServer, desk: DeskFetch, clients: number, batch: number): Promise<number> {
  const tablets: TestTablet[] = [];
  for (let i = 0; i < clients; i += 1)
    tablets.push(await server.approveTablet(desk, `Bench ${randomUUID().slice(0, 8)}`));
  const first = tablets[0];
  if (first === undefined) throw new Error('no tablet');
  const key = await orgKey(first);
  const supplies: Prepared[][] = [];
  for (const tablet of tablets) supplies.push(await pushesOf(tablet, key, batch === 1 ? 1500 : 6000, batch));
  const address = new URL(PATHS.push, server.url);
  let stored = 0;
  const started = performance.now();
  const until = started + SECONDS * 1000;
  await Promise.all(
    supplies.map(async (supply) => {
      for (const { headers, body } of supply) {
        if (performance.now() > until) return;
        const answer = await (await fetch(address, { method: 'POST', headers, body })).text();
        stored += answer.split('"stored"').length - 1;
      }
    }),
  );
  return stored / ((performance.now() - started) / 1000);
}

/** The limit: plain HTTP into one SQLite table, commits shared within a turn, no checks at all. */
async function plainHttpLimit(clients: number, bytes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'said-bench-'));
  const database = new DatabaseSync(join(folder, 'plain.db'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id TEXT PRIMARY KEY, body BLOB)');
  const insert = database.prepare('INSERT INTO t VALUES (?, ?)');
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (waiting.length === 0) {
        database.exec('BEGIN IMMEDIATE');
        setImmediate(() => {
          database.exec('COMMIT');
          const done = waiting;
          waiting = [];
          for (const answer of done) answer();
        });
      }
      insert.run(randomUUID(), Buffer.concat(pieces));
      waiting.push(() => response.end('{}'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const body = Buffer.alloc(bytes, 7);
  let stored = 0;
  const started = performance.now();
  const until = started + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })).text();
        stored += 1;
      }
    }),
  );
  const rate = stored / ((performance.now() - started) / 1000);
  server.closeAllConnections();
  server.close();
  database.close();
  rmSync(folder, { recursive: true });
  return rate;
}

/** Rows a second into SQLite by hand: one commit each, and batches of a hundred. */
function rawInserts(bytes: number, batch: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'said-bench-'));
  const database = new DatabaseSync(join(folder, 'raw.db'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id TEXT PRIMARY KEY, body BLOB)');
  const insert = database.prepare('INSERT INTO t VALUES (?, ?)');
  const body = Buffer.alloc(bytes, 7);
  let rows = 0;
  const started = performance.now();
  while (performance.now() - started < 2000) {
    database.exec('BEGIN');
    for (let i = 0; i < batch; i += 1) insert.run(randomUUID(), body);
    database.exec('COMMIT');
    rows += batch;
  }
  const rate = rows / ((performance.now() - started) / 1000);
  database.close();
  rmSync(folder, { recursive: true });
  return rate;
}

/** Rows a second into PostgreSQL by hand, over as many connections as there are clients. */
async function rawPostgresInserts(url: string, bytes: number, clients: number, batch: number): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  // Sealed bytes: PostgreSQL would pack anything plainer.
  const body = randomBytes(bytes);
  const insert = 'INSERT INTO raw_rows SELECT id::text, $2 FROM unnest($1::uuid[]) AS id';
  try {
    await connections[0]?.query('CREATE TABLE raw_rows (id TEXT PRIMARY KEY, body BYTEA)');
    let rows = 0;
    const started = performance.now();
    await Promise.all(
      connections.map(async (connection) => {
        while (performance.now() - started < 2000) {
          await connection.query(insert, [Array.from({ length: batch }, () => randomUUID()), body]);
          rows += batch;
        }
      }),
    );
    return rows / ((performance.now() - started) / 1000);
  } finally {
    await connections[0]?.query('DROP TABLE IF EXISTS raw_rows');
    await Promise.all(connections.map((connection) => connection.end()));
  }
}

async function measureStore(name: string, env: Record<string, string>): Promise<Row[]> {
  const server = await startServer({ env: { ...env, RATE_LIMITS: 'off' } });
  try {
    const desk = await server.setUp();
    const rows: Row[] = [];
    for (const [clients, batch] of [
      [1, 1],
      [8, 1],
      [8, BATCH],
    ] as const) {
      const rate = await pushesPerSecond(server, desk, clients, batch);
      const what = batch === 1 ? 'one record a push' : `${batch} records a push`;
      rows.push({
        name: `${name}, ${clients} client${clients === 1 ? '' : 's'}, ${what}`,
        value: round(rate),
        unit: 'records/s',
      });
    }
    return rows;
  } finally {
    await server.dispose();
  }
}

export async function measurePushes(): Promise<Row[]> {
  const bytes = 2400;
  const rows: Row[] = [
    {
      name: 'limit: plain HTTP + SQLite, shared commits, 1 client',
      value: round(await plainHttpLimit(1, bytes)),
      unit: 'records/s',
    },
    {
      name: 'limit: plain HTTP + SQLite, shared commits, 8 clients',
      value: round(await plainHttpLimit(8, bytes)),
      unit: 'records/s',
    },
    { name: 'limit: raw SQLite, a commit each', value: round(rawInserts(bytes, 1)), unit: 'rows/s' },
    { name: `limit: raw SQLite, batches of ${BATCH}`, value: round(rawInserts(bytes, BATCH)), unit: 'rows/s' },
    ...(await measureStore('SQLite', {})),
  ];
  const postgres = await freshDatabase('durable');
  try {
    for (const [clients, batch] of [
      [1, 1],
      [8, 1],
      [8, BATCH],
    ] as const) {
      const how = batch === 1 ? 'a commit each' : `batches of ${batch}`;
      rows.push({
        name: `limit: raw PostgreSQL, ${clients} client${clients === 1 ? '' : 's'}, ${how}`,
        value: round(await rawPostgresInserts(postgres.url, bytes, clients, batch)),
        unit: 'rows/s',
      });
    }
    rows.push(...(await measureStore('PostgreSQL', { DATABASE_URL: postgres.url })));
  } finally {
    await postgres.drop();
  }
  return rows;
}
