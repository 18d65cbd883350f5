import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqlStore } from '../server/adapters/sql/sql-store.ts';
import { openSqlite } from '../server/adapters/sqlite/sqlite.ts';
import { sealLine } from '../server/inbox/boxes.ts';
import { itemTokens, queryTokens } from '../server/inbox/words.ts';
import { openKeyring } from '../server/keys/keyring.ts';
import type { Keyring } from '../server/ports/keys.ts';
import type { Filing } from '../server/ports/records-store.ts';
import type { InboxPage } from '../src/domain/desk.ts';
import { startServer, type DeskFetch } from '../tests/helpers/server.ts';
import type { Row } from './report.ts';
import { median, round } from './statistics.ts';

const ITEMS = 50_000;
const AT_ONCE = 500;
const TIMES = 40;
const COMMON = 'housing';
const RARE = 'zymurgy';
const RARE_EVERY = 1000;
const WORDS =
  'damp school bus doctor benefit letter pitch warden water heating garden lift noise road rent forms neighbour'.split(
    ' ',
  );

/**
 * The inbox with 50,000 filed items, asked over HTTP as the desk asks, beside an indexed page and an FTS5 search by
 * hand in the same database. Every answer of the desk also counts lanes and what was found, and opens fifty lines.
 */
export async function measureInbox(): Promise<Row[]> {
  const server = await startServer({ env: { RATE_LIMITS: 'off' } });
  try {
    const desk = await server.setUp();
    const file = join(server.dataDir, 'said-and-done.db');
    const keyring = await openKeyring(join(server.dataDir, 'keys', 'organisation.json'));
    await server.stop();
    const filled = await fill(file, keyring);
    await server.restart();
    const first = await ask(desk, '');
    const page = (await first.json()) as InboxPage;
    const [common = '', rare = ''] = [COMMON, RARE].map((word) => queryTokens(keyring, `${word} `)[0]);
    const by = await byHand(file, common, rare);
    const store = await byStore(file, common, rare);
    const rows: Row[] = [
      { name: `filling: ${ITEMS} items filed`, value: round(filled), unit: 'items/s' },
      { name: 'limit: indexed page of 50', value: round(by.page), unit: 'ms' },
      { name: 'limit: FTS5, first 50, common word', value: round(by.common), unit: 'ms' },
      { name: 'limit: FTS5, first 50, rare word', value: round(by.rare), unit: 'ms' },
      { name: 'store: first 50', value: round(store.page), unit: 'ms' },
      { name: 'store: counts', value: round(store.counts), unit: 'ms' },
      { name: 'store: search, common word', value: round(store.common), unit: 'ms' },
      { name: 'store: search, rare word', value: round(store.rare), unit: 'ms' },
      { name: 'limit: one round trip (GET /healthz)', value: await timed(desk, '/healthz'), unit: 'ms' },
      { name: 'first 50', value: await timed(desk, inbox('')), unit: 'ms' },
      { name: 'next 50', value: await timed(desk, inbox(`before=${encodeURIComponent(page.next ?? '')}`)), unit: 'ms' },
      { name: 'first 50 of one lane, open', value: await timed(desk, inbox('lane=needs&state=open')), unit: 'ms' },
      { name: 'search, common word', value: await timed(desk, inbox(`q=${COMMON}%20`)), unit: 'ms' },
      { name: 'search, rare word', value: await timed(desk, inbox(`q=${RARE}%20`)), unit: 'ms' },
    ];
    const memory = serverMemory(server.dataDir);
    if (memory !== null) rows.push({ name: 'memory of the server', value: round(memory), unit: 'MiB' });
    return rows;
  } finally {
    await server.dispose();
  }
}

const inbox = (query: string): string => `/desk/v1/inbox?${query}`;

async function ask(desk: DeskFetch, query: string): Promise<Response> {
  const answer = await desk(inbox(query));
  if (!answer.ok) throw new Error(`the inbox answered ${answer.status}`);
  return answer;
}

/** Median milliseconds of a request, its answer read. */
const timed = async (desk: DeskFetch, path: string): Promise<number> =>
  round(await medianOf(async () => (await desk(path)).text()));

/** Through the store, as the worker does: pushed, leased, filed. Items a second. */
async function fill(file: string, keyring: Keyring): Promise<number> {
  const store = await openSqlStore(openSqlite(file));
  const started = performance.now();
  const installId = randomUUID();
  const from = Date.now() - ITEMS * 60_000;
  try {
    for (let at = 0; at < ITEMS; at += AT_ONCE) {
      const now = new Date(from + at * 60_000).toISOString();
      const arrivals = Array.from({ length: AT_ONCE }, (_, i) => ({
        opId: randomUUID(),
        installId,
        seq: at + i + 1,
        deviceId: null,
        actorId: 'bench',
        entityId: randomUUID(),
        kind: 'conversation',
        schemaVersion: 1,
        hash: '',
        envelope: '{}',
        media: [],
        park: null,
      }));
      await store.queue.add(arrivals, now);
      const leased = await store.queue.lease(AT_ONCE, 60_000, now);
      const filings = await Promise.all(
        leased.map((row, i) => filingOf(keyring, row.inboxId, row.opId, row.entityId, at + i, now)),
      );
      await Promise.all(filings.map((filing) => store.records.file(filing, now)));
    }
  } finally {
    await store.close();
  }
  return ITEMS / ((performance.now() - started) / 1000);
}

async function filingOf(
  keyring: Keyring,
  inboxId: string,
  opId: string,
  entityId: string,
  n: number,
  now: string,
): Promise<Filing> {
  const said = Array.from({ length: 6 }, (_, i) => WORDS[(n * 7 + i * (1 + (n % 5))) % WORDS.length]).join(' ');
  const text = `${n % 3 === 0 ? COMMON : ''} ${n % RARE_EVERY === 0 ? RARE : ''} ${said}`;
  const line = { headline: said, placeName: 'Hill Road Hall', groupName: null, recordedBy: 'Sam', language: 'en' };
  return {
    inboxId,
    opId,
    entityId,
    kind: 'conversation',
    deviceId: null,
    actorId: 'bench',
    receivedAt: now,
    capturedAt: JSON.stringify({ wall: now, zone: 'UTC', uptimeMs: 0, lastServerTime: null }),
    amends: null,
    lane: n % 10 === 0 ? 'needs' : 'rest',
    dueAt: null,
    box: new Uint8Array(1024),
    lineBox: await sealLine(keyring, entityId, line),
    tokens: itemTokens(keyring, [text], ['kind:conversation']),
    mediaIds: [],
    codeHash: null,
    listed: true,
    survey: null,
    withoutContact: true,
    rows: [],
    place: null,
  };
}

/** The same database without Said & Done: fifty rows by the index, and fifty by FTS5. Median milliseconds. */
async function byHand(file: string, common: string, rare: string): Promise<Record<'page' | 'common' | 'rare', number>> {
  const database = new DatabaseSync(file, { readOnly: true });
  const page = database.prepare('SELECT * FROM items WHERE listed = 1 ORDER BY no DESC LIMIT 50');
  const search = database.prepare(
    'SELECT rowid FROM item_search WHERE item_search MATCH ? ORDER BY rowid DESC LIMIT 50',
  );
  if (search.all(common).length !== 50 || search.all(rare).length !== 50) throw new Error('the words are not there');
  const time = (work: () => unknown) => medianOf(async () => work());
  const measured = {
    page: await time(() => page.all()),
    common: await time(() => search.all(common)),
    rare: await time(() => search.all(rare)),
  };
  database.close();
  return measured;
}

/** The same questions to the store, in this process: what the desk asks without its way there. Median milliseconds. */
async function byStore(file: string, common: string, rare: string) {
  const store = await openSqlStore(openSqlite(file));
  const list = (tokens: readonly string[]) => medianOf(() => store.records.list({ limit: 50, tokens }));
  try {
    return {
      page: await list([]),
      counts: await medianOf(() => store.records.counts({ limit: 50 })),
      common: await list([common]),
      rare: await list([rare]),
    };
  } finally {
    await store.close();
  }
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return median(took);
}

/** Resident MiB of the process that serves this folder; null where the system does not tell. */
function serverMemory(dataDir: string): number | null {
  for (const path of globSync('/proc/[0-9]*/environ')) {
    try {
      if (!readFileSync(path, 'latin1').includes(`DATA_DIR=${dataDir}\0`)) continue;
      const status = readFileSync(path.replace(/environ$/, 'status'), 'latin1');
      const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
      if (kilobytes !== undefined) return Number(kilobytes) / 1024;
    } catch {
      // Another's process, or one that has just ended.
    }
  }
  return null;
}
