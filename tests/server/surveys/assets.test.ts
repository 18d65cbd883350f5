import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backup } from '../../../server/backup/backup.ts';
import { restore } from '../../../server/backup/restore.ts';
import { openDiskBlobs } from '../../../server/adapters/disk/disk-blobs.ts';
import { assetKey } from '../../../server/ports/blobs.ts';
import { stripPicture } from '../../../server/surveys/strip-picture.ts';
import type { OpenSurvey, SurveyAsset } from '../../../src/domain/desk-surveys.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { anMp4Film, aWebmFilm } from '../../helpers/film-bytes.ts';
import { aJpeg, aPng, aWebp } from '../../helpers/picture-bytes.ts';
import { DATABASES } from '../../helpers/stores.ts';
import { anOggClip, aQuestion, surveyDesk, surveyRows } from '../../helpers/survey-desk.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let app: TestApp;
let desk: Awaited<ReturnType<typeof surveyDesk>>;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
  desk = await surveyDesk(app);
});
afterAll(() => app.close());

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
const refusal = async (data: Uint8Array, role: 'clip' | 'film' | 'picture', type?: string) => {
  const answer = await desk.putAsset(data, role, type);
  const told = (await answer.json()) as { problem?: string; details?: Record<string, unknown> };
  return [answer.status, told.problem, told.details?.['reason']];
};
const back = async (sha256: string) => desk.ask(`/assets/${sha256}`);

describe('what is taken', () => {
  test('opus in ogg and webm, as it is', async () => {
    const webm = bytes(
      `\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm${'\0'.repeat(30)}A_OPUS${'sound'.repeat(9)}`,
    );
    for (const [data, mime] of [
      [anOggClip(), 'audio/ogg'],
      [webm, 'audio/webm'],
    ] as const) {
      const kept = await desk.asset(data, 'clip');
      expect(kept).toEqual({ sha256: hash(data), mime, bytes: data.length, durationMs: 1200 });
      const answer = await back(kept.sha256);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(data);
      expect(answer.headers.get('content-type')).toBe(mime);
    }
  });

  test('films of somebody signing, as they are, whatever end of an MP4 says what is in it', async () => {
    for (const [data, mime] of [
      [aWebmFilm('V_VP8'), 'video/webm'],
      [aWebmFilm('V_VP9A_OPUS'), 'video/webm'],
      [aWebmFilm('V_AV1'), 'video/webm'],
      [anMp4Film(), 'video/mp4'],
    ] as const) {
      const kept = await desk.asset(data, 'film');
      expect(kept).toEqual({ sha256: hash(data), mime, bytes: data.length, durationMs: 1200 });
      const answer = await back(kept.sha256);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(data);
      expect(answer.headers.get('content-type')).toBe(mime);
    }
  });

  test('pictures, without where and when they were taken and what was hung on behind', async () => {
    const secret = 'GPS 53.4N 2.2W';
    const made = [
      [
        'image/png',
        aPng(
          4,
          4,
          [
            ['tEXt', secret],
            ['eXIf', secret],
          ],
          secret,
        ),
      ],
      ['image/jpeg', aJpeg(4, 4, secret, secret)],
      // A second whole picture behind the first, as telephones write it.
      ['image/jpeg', aJpeg(4, 4, secret, aJpeg(3, 3, secret))],
      ['image/webp', aWebp(secret)],
    ] as const;
    for (const [mime, data] of made) {
      const kept = await desk.asset(data, 'picture');
      const stored = Buffer.from(await (await back(kept.sha256)).arrayBuffer());
      expect(kept.mime).toBe(mime);
      expect(hash(stored)).toBe(kept.sha256);
      expect(stored.includes('GPS')).toBe(false);
      expect(stored.length).toBeGreaterThan(20);
      // What has nothing beside it stays as it is, to the byte.
      expect(stripPicture(new Uint8Array(stored), mime)).toEqual(new Uint8Array(stored));
    }
    expect(stripPicture(aPng(), 'image/png')).toEqual(aPng());
    expect(stripPicture(aJpeg(), 'image/jpeg')).toEqual(aJpeg());
    expect(stripPicture(aWebp(), 'image/webp')).toEqual(aWebp());
  });

  test('drawings, written anew without anything that runs or loads', async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" onload="alert(1)"><script>alert(2)</script>
      <image href="https://example.org/x.png"/><circle cx="48" cy="48" r="20" fill="#123456"/></svg>`;
    const kept = await desk.asset(bytes(drawing), 'picture');
    const answer = await back(kept.sha256);
    const stored = await answer.text();
    expect(stored).toContain('circle');
    expect(stored).not.toMatch(/script|onload|example\.org|alert/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test('the same file once, whoever brings it', async () => {
    const data = anOggClip('twice');
    const both = await Promise.all([desk.asset(data, 'clip'), (await surveyDesk(app, 'staff')).asset(data, 'clip')]);
    expect(both[0]).toEqual(both[1]);
  });
});

describe('what is refused', () => {
  test.each([
    ['a page that calls itself a picture', bytes('<!doctype html><script>alert(1)</script>'), 'picture', 'unknown'],
    ['a page that begins as a drawing', bytes('<svg><foreignObject></svg>'), 'picture', 'broken'],
    ['a program', bytes('MZ\x90\0'), 'picture', 'unknown'],
    ['nothing', new Uint8Array(0), 'clip', 'unknown'],
    ['a clip for a picture', anOggClip(), 'picture', 'not-a-picture'],
    ['a picture for a clip', aPng(), 'clip', 'not-a-clip'],
    ['ogg that is not opus', bytes(`OggS${'\0'.repeat(24)}\x01vorbis`), 'clip', 'not-opus'],
    ['webm with a film in it', bytes('\x1a\x45\xdf\xa3webm A_OPUS V_VP9'), 'clip', 'not-a-clip'],
    ['a sound for a film', anOggClip(), 'film', 'not-a-film'],
    ['a page that calls itself a film', bytes('<!doctype html><video src=x>'), 'film', 'unknown'],
    ['a film of a kind that few tablets show', aWebmFilm('V_MPEG4/ISO/AVC'), 'film', 'not-a-film'],
    ['a film with two films in it', aWebmFilm('V_VP8 V_VP9'), 'film', 'not-a-film'],
    ['a film in H.265', anMp4Film('hvc1'), 'film', 'not-a-film'],
    ['half a film', anMp4Film().subarray(0, 60), 'film', 'not-a-film'],
    ['a film without pictures', anMp4Film('avc1', ''), 'film', 'not-a-film'],
    ['a box that calls itself a film', bytes('\0\0\0\x10ftypavc1moov'), 'film', 'not-a-film'],
    ['a box of a size that never ends', bytes('\0\0\0\x01ftyp\xff\xff\xff\xff\xff\xff\xff\xff'), 'film', 'not-a-film'],
    ['wave', bytes('RIFF\x24\0\0\0WAVEfmt '), 'clip', 'unknown'],
    ['a picture of 30,000 by 30,000', aPng(30_000, 30_000), 'picture', 'too-many-pixels'],
    ['a picture of no size', aPng(0, 4), 'picture', 'damaged'],
    ['half a png', aPng().subarray(0, 40), 'picture', 'damaged'],
    ['a jpeg whose blocks run over', bytes('\xff\xd8\xff\xe1\xff\xff\0'), 'picture', 'damaged'],
    ['a webp without a picture', bytes('RIFF\x04\0\0\0WEBP'), 'picture', 'damaged'],
  ] as const)('%s', async (_, data, role, reason) => {
    expect(await refusal(data, role)).toEqual([422, 'asset-type', reason]);
  });

  test('a film that nobody follows at one go, and one of no length', async () => {
    for (const durationMs of [0, 90_001]) {
      const answer = await desk.putAsset(aWebmFilm(), 'film', 'application/octet-stream', durationMs);
      expect([answer.status, await answer.json()]).toMatchObject([422, { details: { reason: 'too-long' } }]);
    }
  });

  test('more than fits, however it comes', async () => {
    const film = new Uint8Array(4_000_001);
    film.set(aWebmFilm());
    expect((await desk.putAsset(film, 'film')).status).toBe(413);
    const large = new Uint8Array(520_000);
    large.set(anOggClip());
    expect((await desk.putAsset(large, 'clip')).status).toBe(413);
    const picture = new Uint8Array(450_000);
    picture.set(aPng());
    expect((await desk.putAsset(picture, 'picture')).status).toBe(413);
    expect((await desk.putAsset(bytes(`<svg>${' '.repeat(300_000)}</svg>`), 'picture')).status).toBe(422);
  });

  test('what a form of another page could send', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      expect((await refusal(anOggClip(), 'clip', type)).slice(0, 2)).toEqual([400, 'bad-request']);
    }
    const foreign = new Request('https://listening.example.org/desk/v1/surveys/assets?role=clip', {
      method: 'POST',
      body: Uint8Array.from(anOggClip()),
      headers: { cookie: desk.cookie, 'content-type': 'application/octet-stream', 'sec-fetch-site': 'cross-site' },
    });
    expect((await app.send(foreign)).status).toBe(403);
  });

  test('what is not there, or is no hash', async () => {
    expect((await back('0'.repeat(64))).status).toBe(404);
    for (const odd of ['..%2f..%2fkeys', '0'.repeat(63), 'A'.repeat(64)]) {
      const answer = await back(odd);
      expect([404, 400]).toContain(answer.status);
    }
  });
});

describe('on the way to tablets', () => {
  const withFiles = async (surveyId: string, clip: SurveyAsset, picture: SurveyAsset): Promise<OpenSurvey> => {
    const open = await desk.ready(surveyId);
    return desk.save({
      ...open,
      survey: { ...open.survey, questions: [aQuestion('A1', { picture: `own:${picture.sha256}` }), aQuestion('A2')] },
      texts: open.texts.map((each) => ({
        ...each,
        // What an editor says of a clip is not taken: it was read from the bytes.
        sounds: { standard: { 'A1.ask': { ...clip, mime: 'text/html', bytes: 1 } }, easy: {} },
      })),
    });
  };

  test('only what a survey in use speaks of, signed, as it is', async () => {
    const clip = await desk.asset(anOggClip('for tablets'), 'clip');
    const picture = await desk.asset(aPng(5, 5), 'picture');
    const stray = await desk.asset(anOggClip('stray'), 'clip');
    const draft = await withFiles('with-files', clip, picture);
    expect(draft.survey.pictures).toEqual([
      { sha256: picture.sha256, mime: 'image/png', bytes: picture.bytes, alt: '' },
    ]);
    expect(draft.texts[0]?.sounds.standard['A1.ask']).toEqual(clip);

    const tablet = await app.tablet();
    const get = (sha256: string) => tablet.fetch(`/sync/v1/assets/${sha256}`);
    expect((await get(clip.sha256)).status).toBe(404);
    const { open, done } = await desk.move(draft, 'published');
    expect(done).toBe(true);
    const answer = await get(clip.sha256);
    expect(hash(new Uint8Array(await answer.arrayBuffer()))).toBe(clip.sha256);
    expect((await get(picture.sha256)).headers.get('content-type')).toBe('image/png');
    expect((await get(stray.sha256)).status).toBe(404);
    expect((await app.ask(`/sync/v1/assets/${clip.sha256}`, { cookie: desk.cookie })).status).toBe(401);
    // A retired version may still be answered from a draft.
    await desk.move(open, 'retired');
    expect((await get(clip.sha256)).status).toBe(200);
    await app.deps.store.devices.setState(tablet.deviceId, 'revoked');
    expect((await get(clip.sha256)).status).toBe(403);
  });

  test('a survey whose sound or picture is not here is not published', async () => {
    const clip = { sha256: 'a'.repeat(64), mime: 'audio/ogg', bytes: 9, durationMs: 1 };
    const open = await withFiles('without-files', clip, { ...clip, sha256: 'b'.repeat(64) });
    const refused = await desk.move(open, 'published');
    expect(refused.done).toBe(false);
    expect(refused.findings.filter(({ weight }) => weight === 'stops').map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['picture-gone', 'sound-gone']),
    );
    expect((await desk.open('without-files')).survey.state).toBe('draft');
    expect([...(await surveyRows(await app.tablet())).keys()].some((id) => id.startsWith('without-files'))).toBe(false);
  });
});

test('surveys, their words and their files come back from a backup, on another database too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'said-surveys-'));
  const other = await DATABASES.PostgreSQL();
  try {
    const store = app.deps.store as Parameters<typeof backup>[0]['store'];
    const dir = join(folder, 'backup');
    await backup({ store, blobs: app.deps.blobs, dir, keyIds: ['k'] });
    const blobs = await openDiskBlobs(join(folder, 'media'));
    const restored = await other.open();
    await restore({ store: restored, blobs, dir });
    expect(await restored.surveys.list()).toEqual(await store.surveys.list());
    expect(await restored.surveys.get('with-files', 1)).toEqual(await store.surveys.get('with-files', 1));
    const { texts } = (await restored.surveys.get('with-files', 1))!;
    const { sha256 } = texts[0]!.sounds.standard['A1.ask']!;
    expect(hash((await blobs.get(assetKey(sha256)))!)).toBe(sha256);
    expect(await restored.surveys.assetInUse(sha256)).toMatchObject({ role: 'clip' });
  } finally {
    await other.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
