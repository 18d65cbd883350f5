import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { forgetProfile, openTablet, type TabletBrowser } from '../../helpers/browser.ts';
import { organisationKey } from '../../helpers/tablet/organisation-key.ts';
import { withPlace } from '../../helpers/tablet/jpeg-with-place.ts';
import { serveLab, type LabServer } from '../../helpers/tablet/lab/serve-lab.ts';

/** The tablet's real stores, worker, vault and seal in a real Chromium, under the real content security policy. */

let server: LabServer;
let key: Awaited<ReturnType<typeof organisationKey>>;
const profiles = new Set<string>();
const running = new Set<TabletBrowser>();

beforeAll(async () => {
  server = await serveLab();
  key = await organisationKey();
});
afterAll(async () => {
  await server.close();
  for (const profile of profiles) await forgetProfile(profile);
});

/** Also after a test that failed: no browser is left behind. */
afterEach(async () => {
  for (const tablet of running) await tablet.kill();
});

async function open(profile?: string): Promise<TabletBrowser> {
  const tablet = await openTablet(profile === undefined ? {} : { profile });
  profiles.add(tablet.profile);
  const ended = (how: () => Promise<void>) => async () => {
    running.delete(watched);
    await how();
  };
  const watched: TabletBrowser = { ...tablet, close: ended(tablet.close), kill: ended(tablet.kill) };
  running.add(watched);
  await watched.page.goto(server.url);
  return watched;
}

const start = (tablet: TabletBrowser) =>
  tablet.page.evaluate((publicKey) => globalThis.lab.start(publicKey), key.publicKey);

test('every store keeps its contract, and no script rule is broken', async () => {
  const tablet = await open();
  const { examples, failed } = await tablet.page.evaluate(() => globalThis.lab.runContracts());
  expect(failed).toEqual([]);
  expect(examples).toBeGreaterThan(25);
  expect(tablet.complaints.filter((complaint) => /Content Security|TrustedScriptURL/.test(complaint))).toEqual([]);
  await tablet.close();
});

test('what is sealed here is opened by the key of the organisation, photos lose their place', async () => {
  const tablet = await open();
  expect(await start(tablet)).toMatchObject({ recoveredRecords: 0, databaseLost: false });
  const drawn = await tablet.page.evaluate(() => globalThis.lab.drawJpeg(2400, 1800));
  const photo = withPlace(Buffer.from(drawn, 'base64'), 'GPS-51.5074');
  const made = await tablet.page.evaluate(
    (base64) => globalThis.lab.preparePhoto(base64, 'image/jpeg'),
    photo.toString('base64'),
  );
  const bytes = Buffer.from(made.base64, 'base64');
  expect([made.width, made.height, made.mime]).toEqual([1200, 1600, 'image/jpeg']);
  expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
  expect(bytes.includes('Exif')).toBe(false);
  expect(bytes.includes('GPS-51.5074')).toBe(false);
  expect(await tablet.page.evaluate(() => globalThis.lab.problemOf('photo', btoa('this is no picture')))).toBe(
    'photo-unreadable',
  );

  const { opId } = await tablet.page.evaluate(
    (base64) => globalThis.lab.capture('The wall is wet', base64),
    made.base64,
  );
  const operation = await tablet.page.evaluate((id) => globalThis.lab.envelope(id), opId);
  const record = await key.open(operation as never);
  expect(record).toMatchObject({ kind: 'quick-note', body: { said: 'The wall is wet' }, media: [{ role: 'photo' }] });

  expect(await tablet.page.evaluate(() => globalThis.lab.tryPasscode('not-this-one'))).toBe('wrong-passcode');
  expect(await tablet.page.evaluate(() => globalThis.lab.tryPasscode('heron-quilt-72'))).toBe('opened');
  await tablet.close();
});

test('a voice note is recorded in opus, small, and its pieces are what was heard', async () => {
  const tablet = await open();
  await start(tablet);
  const made = await tablet.page.evaluate(() => globalThis.lab.voice(5000));
  expect(made.mime).toContain('opus');
  expect(made.plain).toBe(made.bytes);
  expect(made.bytes).toBeGreaterThan(2000);
  // 24 kbit/s is 3,000 bytes a second; the rest is the container.
  expect(made.bytes).toBeLessThan(5 * 4500);
  expect(made.durationMs).toBeGreaterThan(4000);
  await tablet.close();
});

test('a second tab is told so, takes over, and the first lets go', async () => {
  const tablet = await open();
  await start(tablet);
  await tablet.page.evaluate(() => globalThis.lab.capture('before'));
  const second = await tablet.newPage();
  await second.goto(server.url);
  const begin = () => second.evaluate((publicKey) => globalThis.lab.start(publicKey), key.publicKey);
  expect(await begin()).toBe('other-tab');
  await second.evaluate(() => globalThis.lab.takeOver());
  expect(await begin()).toMatchObject({ recoveredRecords: 0 });
  expect((await second.evaluate(() => globalThis.lab.everything())).records).toHaveLength(1);
  expect(await tablet.page.evaluate(() => globalThis.lab.problemOf('capture', 'too late'))).not.toBe('none');
  expect((await second.evaluate(() => globalThis.lab.everything())).records).toHaveLength(1);
  await tablet.close();
});

test('a deleted database comes back from the journal', async () => {
  const tablet = await open();
  await start(tablet);
  const { opId } = await tablet.page.evaluate(() => globalThis.lab.capture('kept twice'));
  const draftId = await tablet.page.evaluate(() => globalThis.lab.keepDraft('not finished'));
  await tablet.page.goto(server.url);
  await tablet.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('said-and-done');
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(new Error('not deleted')));
      }),
  );
  expect(await start(tablet)).toMatchObject({ recoveredRecords: 1, recoveredDrafts: 1, databaseLost: true });
  expect(await tablet.page.evaluate(() => globalThis.lab.everything())).toEqual({ records: [opId], drafts: [draftId] });
  await tablet.close();
});

test('a full disk is said plainly and what was saved stays', async () => {
  const tablet = await open();
  await start(tablet);
  const { opId } = await tablet.page.evaluate(() => globalThis.lab.capture('before it was full'));
  const devtools = await tablet.context.newCDPSession(tablet.page);
  const origin = new URL(server.url).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  expect(await tablet.page.evaluate(() => globalThis.lab.problemOf('large', 'no room for this'))).toBe('storage-full');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  expect((await tablet.page.evaluate(() => globalThis.lab.everything())).records).toEqual([opId]);
  expect(await tablet.page.evaluate(() => globalThis.lab.problemOf('capture', 'there is room again'))).toBe('none');
  await tablet.close();
});

test('nothing that was said, no name and no code can be found on the disk', async () => {
  const tablet = await open();
  await start(tablet);
  const phrases = ['purple-heron-in-the-kitchen', 'Zebedee-Quartermain'];
  const codes: string[] = [];
  for (const phrase of phrases) {
    const { receiptCode } = await tablet.page.evaluate(
      (said) => globalThis.lab.capture(said),
      `It was ${phrase} who said so`,
    );
    codes.push(receiptCode ?? '');
    await tablet.page.evaluate((said) => globalThis.lab.keepDraft(said), `A draft about ${phrase}`);
  }
  const gone = await tablet.page.evaluate((code) => globalThis.lab.withdraw(code), codes[0] ?? '');
  expect(gone.foundHere).toBe(1);
  await tablet.close();
  const files = await filesUnder(tablet.profile);
  const disk = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  const size = disk.reduce((sum, bytes) => sum + bytes.length, 0);
  expect(size).toBeGreaterThan(100_000);
  expect(
    disk.some((bytes) => bytes.includes('SDJ1')),
    'the journal was among the files',
  ).toBe(true);
  for (const secret of [...phrases, ...codes]) {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const hits = files.filter((_, index) => disk[index]?.includes(Buffer.from(secret, encoding)));
      expect(hits, `${secret} in ${encoding}`).toEqual([]);
    }
  }
});

describe('kill -9 while saving', () => {
  test('ten times over, nothing that was said to be saved is lost', async () => {
    let tablet = await open();
    let recovered = 0;
    expect(await start(tablet)).toBeTypeOf('object');
    for (let kill = 0; kill < 10; kill += 1) {
      const before = server.acknowledged.size;
      let stopped: unknown = null;
      tablet.page.evaluate(() => globalThis.lab.hammer()).catch((thrown: unknown) => (stopped = thrown));
      while (server.acknowledged.size < before + 6) {
        expect(stopped).toBeNull();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 150));
      await tablet.kill();
      const told = new Set(server.acknowledged);
      tablet = await open(tablet.profile);
      const report = await start(tablet);
      expect(report).toBeTypeOf('object');
      if (typeof report === 'object')
        recovered += report.recoveredRecords + report.recoveredDrafts + report.journalRebuilt;
      const { records, drafts } = await tablet.page.evaluate(() => globalThis.lab.everything());
      const here = new Set([...records.map((id) => `record/${id}`), ...drafts.map((id) => `draft/${id}`)]);
      expect(
        [...told].filter((what) => !here.has(what)),
        `after kill ${kill + 1}`,
      ).toEqual([]);
      expect(new Set(records).size).toBe(records.length);
      expect(records.filter((id) => drafts.includes(id))).toEqual([]);
    }
    console.info(`10 kills, ${server.acknowledged.size} saves, ${recovered} put right at start`);
    await tablet.close();
  });
});

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
