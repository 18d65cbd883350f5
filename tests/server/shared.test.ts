import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { join } from 'node:path';
import { inboxPage, tabletList } from '../../src/domain/desk.ts';
import { makeVoiceNote } from '../../server/example/voice-note.ts';
import { aQuickNote, CaptureMaker, eventually } from '../helpers/captures.ts';
import { freshDatabase } from '../helpers/postgres.ts';
import { startS3, type S3Server } from '../helpers/s3-server.ts';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let database: { url: string; drop: () => Promise<void> };
let s3: S3Server;
let first: TestServer;
let second: TestServer;
let desk: DeskFetch;
beforeAll(async () => {
  [database, s3] = await Promise.all([freshDatabase(), startS3()]);
  first = await startServer({ env: { DATABASE_URL: database.url, MEDIA_URL: s3.url } });
  const keyFile = join(first.dataDir, 'keys', 'organisation.json');
  second = await startServer({ env: { DATABASE_URL: database.url, MEDIA_URL: s3.url, KEY_FILE: keyFile } });
  desk = await first.setUp();
});
afterAll(async () => {
  await second?.dispose();
  await first?.dispose();
  await s3?.close();
  await database?.drop();
});

describe('two server processes, one PostgreSQL, one S3', () => {
  test('a session, a tablet and its nonce of one are good at the other', async () => {
    const tablet = await first.approveTablet(desk, 'Shared');
    const other = await second.signIn(ADMIN);
    const { tablets } = tabletList.parse(await (await other('/desk/v1/tablets')).json());
    expect(tablets.map(({ label, state }) => [label, state])).toEqual([['Shared', 'approved']]);
    await tablet.hello();
    const here = await tablet.signed('/sync/v1/pull');
    const there = new Request(here.url.replace(first.url, second.url), { headers: here.headers });
    expect((await fetch(there)).status).toBe(200);
  });

  test('what both take in is filed once, whichever worker gets it, with its voice note', async () => {
    const tablet = await first.approveTablet(desk, 'Busy');
    const make = new CaptureMaker(tablet);
    const notes = await Promise.all(Array.from({ length: 30 }, (_, i) => make.operation(aQuickNote(`shared ${i}`))));
    const voice = makeVoiceNote(1);
    const files = [{ role: 'voice', mime: 'audio/wav', bytes: voice } as const];
    const spoken = await make.seal(aQuickNote('spoken aloud', { files }));
    const all = [...notes, spoken.operation];
    // Every operation goes to both, at the same time.
    const twice = await Promise.all([tablet.push(all), tablet.pushTo(second.url, all)]);
    for (const [index] of all.entries()) {
      const verdicts = twice.map((answer) => answer.verdicts[index]?.verdict).sort();
      expect(verdicts).toEqual(['duplicate', 'stored']);
    }
    for (const [id, parts] of spoken.chunks) {
      for (const [n, part] of parts.entries()) expect((await tablet.putChunk(id, n, part)).status).toBe(200);
    }
    const inbox = async () => inboxPage.parse(await (await desk('/desk/v1/inbox?limit=200')).json());
    const page = await eventually(inbox, ({ counts }) => counts.found >= 31, 20_000);
    expect(page.counts).toMatchObject({ found: 31, quarantine: 0 });
    expect(s3.objects.size).toBe(1);
    const [id] = [...spoken.chunks.keys()];
    const other = await second.signIn(ADMIN);
    const played = await other(`/desk/v1/media/${id}`);
    expect(Buffer.compare(Buffer.from(await played.arrayBuffer()), voice)).toBe(0);
  });

  test('when one is killed, the other goes on', async () => {
    const tablet = await first.approveTablet(desk, 'Left');
    const operation = await new CaptureMaker(tablet).operation(aQuickNote('the other one is gone'));
    await second.kill();
    await tablet.push([operation]);
    const inbox = async () => inboxPage.parse(await (await desk('/desk/v1/inbox?q=gone')).json());
    expect((await eventually(inbox, ({ items }) => items.length === 1, 20_000)).counts.found).toBe(1);
  });
});
