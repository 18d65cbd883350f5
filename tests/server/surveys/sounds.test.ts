import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDiskBlobs } from '../../../server/adapters/disk/disk-blobs.ts';
import { backup } from '../../../server/backup/backup.ts';
import { restore } from '../../../server/backup/restore.ts';
import { markOf, MAX_APP_SOUNDS, type AppSounds, type SoundsAnswer } from '../../../src/domain/app-sounds.ts';
import { pullRow } from '../../../src/domain/pull-row.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { DATABASES, type TestDatabase } from '../../helpers/stores.ts';
import { aWebmFilm } from '../../helpers/film-bytes.ts';
import { anOggClip, surveyDesk } from '../../helpers/survey-desk.ts';
import type { TestTablet } from '../../helpers/test-tablet.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const QUESTION = 'consent:layers.use.question';

describe.each(Object.entries(DATABASES))('sounds of the app on %s', (_, create) => {
  let database: TestDatabase;
  let app: TestApp;
  let desk: Awaited<ReturnType<typeof surveyDesk>>;
  beforeAll(async () => {
    database = await create();
  }, 60_000);
  beforeEach(async () => {
    app = await testApp({ rateLimits: false, sql: database.openSql() });
    desk = await surveyDesk(app, 'lead');
  });
  afterEach(async () => {
    await app.close();
    await database.reset();
  });
  afterAll(() => database.dispose());

  const ask = (init: { method?: string; body?: unknown } = {}, query = '', cookie = desk.cookie) =>
    app.ask(`/desk/v1/sounds${query}`, { ...init, cookie });
  const put = (more: Record<string, unknown> = {}, cookie = desk.cookie) =>
    ask(
      { method: 'PUT', body: { language: 'en', layer: 'standard', key: QUESTION, words: markOf('May we?'), ...more } },
      '',
      cookie,
    );
  const listed = async () => (await (await ask()).json()) as SoundsAnswer;
  const clip = async (about: string) => (await desk.asset(anOggClip(about), 'clip')).sha256;
  /** The rows of sounds that a tablet has after a pull from the beginning; null is a tombstone. */
  const held = async (tablet: TestTablet) => {
    const rows = new Map<string, AppSounds | null>();
    for (let at: string | null = null, more = true; more;) {
      const page = await tablet.pull(at);
      for (const given of page.rows) {
        const row = pullRow.parse(given);
        if (row.kind === 'app-sounds') rows.set(row.id, row.value);
      }
      at = page.cursor;
      more = page.more;
    }
    return rows;
  };

  test('sign language: a film of it comes down as any recording does, where the organisation uses it', async () => {
    const film = aWebmFilm('V_VP9', 'may we');
    const { sha256 } = await desk.asset(film, 'film');
    const signed = { language: 'bfi', sha256 };
    expect((await put(signed)).status).toBe(400);
    const admin = await app.cookieFor('admin');
    const body = { languages: ['en', 'bfi'] };
    expect((await app.ask('/desk/v1/organisation', { method: 'PATCH', body, cookie: admin })).status).toBe(200);
    expect((await listed()).languages).toEqual(['en', 'bfi']);
    const made = (await (await put(signed)).json()) as AppSounds;
    expect(made.sounds.standard[QUESTION]).toMatchObject({ sha256, mime: 'video/webm', bytes: film.length });
    const tablet = await app.tablet();
    expect((await held(tablet)).get('bfi')).toEqual(made);
    const file = await tablet.fetch(`/sync/v1/assets/${sha256}`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(film);
    // What is signed is seen, what is spoken is heard.
    expect((await put({ language: 'en', sha256 })).status).toBe(400);
    expect((await put({ language: 'bfi', sha256: await clip('spoken') })).status).toBe(400);
  });

  test('one is put, listed, given to tablets with its file, and removed again', async () => {
    const sha256 = await clip('may we');
    const tablet = await app.tablet();
    expect((await tablet.fetch(`/sync/v1/assets/${sha256}`)).status).toBe(404);

    const made = (await (await put({ sha256 })).json()) as AppSounds;
    const kept = {
      sha256,
      mime: 'audio/ogg',
      bytes: anOggClip('may we').length,
      durationMs: 1200,
      words: markOf('May we?'),
    };
    expect(made).toEqual({ language: 'en', sounds: { standard: { [QUESTION]: kept }, easy: {} } });
    expect((await listed()).sounds).toEqual([made]);
    expect((await held(tablet)).get('en')).toEqual(made);
    const file = await tablet.fetch(`/sync/v1/assets/${sha256}`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(anOggClip('may we'));

    const query = `?${new URLSearchParams({ language: 'en', layer: 'standard', key: QUESTION }).toString()}`;
    expect((await ask({ method: 'DELETE' }, query)).status).toBe(200);
    expect((await held(tablet)).get('en')).toBeNull();
    expect((await tablet.fetch(`/sync/v1/assets/${sha256}`)).status).toBe(404);
    expect((await ask({ method: 'DELETE' }, query)).status).toBe(404);
    const said = (await app.deps.store.audit.list(20)).map(({ what, about }) => `${what} ${about}`);
    expect(said).toEqual(
      expect.arrayContaining([`sound-recorded en standard ${QUESTION}`, `sound-removed en standard ${QUESTION}`]),
    );
  });

  test('another take takes the place of the one before; layers and languages stand apart', async () => {
    const [one, two, three] = [await clip('one'), await clip('two'), await clip('three')];
    await put({ sha256: one });
    await put({ sha256: two });
    await put({ sha256: one, layer: 'easy' });
    await put({ sha256: three, language: 'ar' });
    const [ar, en] = (await listed()).sounds;
    expect([ar?.language, en?.language]).toEqual(['ar', 'en']);
    expect(en?.sounds.standard[QUESTION]?.sha256).toBe(two);
    expect(en?.sounds.easy[QUESTION]?.sha256).toBe(one);
    expect(ar?.sounds.standard[QUESTION]?.sha256).toBe(three);
    expect(ar?.sounds.easy).toEqual({});
  });

  test('many at once: none is missing from the row that tablets get', async () => {
    const sha256 = await clip('the same');
    const keys = Array.from({ length: 12 }, (_each, at) => `player:part.${at}`);
    const done = await Promise.all(keys.map((key) => put({ sha256, key })));
    expect(done.map(({ status }) => status)).toEqual(keys.map(() => 200));
    const row = (await held(await app.tablet())).get('en');
    expect(Object.keys(row?.sounds.standard ?? {}).sort()).toEqual([...keys].sort());
  });

  test('only what people hear, in the languages of the organisation, with a clip that is here', async () => {
    const sha256 = await clip('a');
    expect((await put({ sha256: 'f'.repeat(64) })).status).toBe(404);
    for (const wrong of [
      { language: 'so' },
      { language: 'xx' },
      { key: 'desk-inbox:title' },
      { key: 'problems:x' },
      { key: '../consent' },
      { key: 'consent' },
      { layer: 'other' },
      { words: 'May we?' },
      { more: 1 },
    ]) {
      expect([wrong, (await put({ sha256, ...wrong })).status]).toEqual([wrong, 400]);
    }
    expect((await listed()).sounds).toEqual([]);
    expect((await listed()).languages).toEqual(['en', 'ar']);
  });

  test('a picture is no sound', async () => {
    const drawing = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h2"/></svg>',
    );
    const { sha256 } = await desk.asset(drawing, 'picture');
    expect((await put({ sha256 })).status).toBe(404);
  });

  test('never more than a language may have', async () => {
    const sha256 = await clip('a');
    const sound = { language: 'en', layer: 'standard' as const, sha256, words: markOf('a') };
    await database.openSql().transaction(async (tx) => {
      for (let at = 0; at < MAX_APP_SOUNDS; at += 1) {
        await tx.query(`INSERT INTO app_sounds VALUES ('en', 'standard', ?, ?, ?, '', '')`, [
          `player:k.${at}`,
          sha256,
          sound.words,
        ]);
      }
    });
    expect((await put({ sha256 })).status).toBe(413);
    // One that is there may still be said better.
    expect((await put({ sha256, key: 'player:k.7' })).status).toBe(200);
  });

  test('a language that leaves takes its sounds off the tablets, and brings them back when it comes again', async () => {
    const admin = await app.cookieFor('admin');
    const languages = (all: string[]) =>
      app.ask('/desk/v1/organisation', { method: 'PATCH', body: { languages: all }, cookie: admin });
    const tablet = await app.tablet();
    await put({ sha256: await clip('a'), language: 'ar' });
    const before = (await held(tablet)).get('ar');
    expect(before).not.toBeNull();
    await languages(['en', 'so']);
    expect((await held(tablet)).get('ar')).toBeNull();
    expect((await listed()).sounds).toEqual([]);
    expect((await listed()).languages).toContain('so');
    const query = `?${new URLSearchParams({ language: 'ar', layer: 'standard', key: QUESTION }).toString()}`;
    expect((await ask({ method: 'DELETE' }, query)).status).toBe(400);
    expect((await held(tablet)).get('ar')).toBeNull();
    await languages(['en', 'ar']);
    expect((await held(tablet)).get('ar')).toEqual(before);
  });

  test('an app that cannot read such rows yet fetches afresh once it can', async () => {
    await put({ sha256: await clip('a') });
    const tablet = await app.tablet();
    const old = await tablet.fetch('/sync/v1/pull?knows=2');
    const { cursor } = (await old.json()) as { cursor: string };
    const query = (knows: number) => `/sync/v1/pull?knows=${knows}&cursor=${encodeURIComponent(cursor)}`;
    expect((await tablet.fetch(query(2))).status).toBe(200);
    expect((await tablet.fetch(query(3))).status).toBe(410);
  });

  test('they come back from a backup with their files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'said-sounds-'));
    const other = await DATABASES.SQLite();
    try {
      const sha256 = await clip('kept');
      await put({ sha256 });
      const store = app.deps.store as Parameters<typeof backup>[0]['store'];
      const dir = join(folder, 'backup');
      await backup({ store, blobs: app.deps.blobs, dir, keyIds: ['k'] });
      const restored = await other.open();
      await restore({ store: restored, blobs: await openDiskBlobs(join(folder, 'media')), dir });
      expect(await restored.sounds.list()).toEqual(await store.sounds.list());
      expect((await restored.sounds.list())[0]?.sounds.standard[QUESTION]?.sha256).toBe(sha256);
      expect(await restored.surveys.assetInUse(sha256)).toMatchObject({ role: 'clip' });
    } finally {
      await other.dispose();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
