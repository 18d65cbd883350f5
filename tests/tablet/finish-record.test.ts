import { describe, expect, test } from 'vitest';
import { chunkAbout } from '../../src/domain/media-chunk.ts';
import { sha256Hex } from '../../src/domain/bytes.ts';
import {
  ANN,
  consentOf,
  crashing,
  createDisk,
  createWorld,
  FROM,
  NOTE,
  PASSCODE,
} from '../helpers/tablet/test-world.ts';

const piece = (n: number) => new Uint8Array(5000).fill(n);

async function opened(world: Awaited<ReturnType<typeof createWorld>>) {
  const page = world.live();
  const vault = await page.vault.create(ANN, 'Ann', PASSCODE);
  return { page, vault, drafts: page.draftsOf(vault), finish: page.finish(vault) };
}

describe('finish', () => {
  test('seals what the server can open, and leaves nothing readable behind', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const kept = await drafts.save({ ...draft, consent: consentOf({ use: 'yes' }) });
    const done = await finish(kept);
    await page.settled();
    expect(done).toMatchObject({ seq: 1, receiptCode: draft.receiptCode, entityId: draft.entityId });
    const row = await world.disk.outbox.get(done.opId);
    const record = await world.open(row?.operation as never);
    expect(record).toMatchObject({
      kind: 'quick-note',
      body: NOTE,
      receiptCode: draft.receiptCode,
      recordedBy: { actorId: ANN, displayName: 'Ann' },
      consent: { answers: { use: 'yes' } },
    });
    expect(await drafts.list()).toEqual([]);
    expect([...(await world.disk.journal.readState()).keys()]).toEqual([`vault/${ANN}`]);
    expect(await world.disk.journal.operationIds()).toEqual(new Set([done.opId]));
    expect(JSON.stringify(row)).not.toContain('wet again');
    expect(world.nudges()).toBe(1);
  });

  test('finishing twice is finishing once', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const [one, other] = await Promise.all([finish(draft), finish(draft)]);
    await page.settled();
    expect(other).toEqual(one);
    expect((await world.disk.outbox.counts()).waiting).toBe(1);
  });

  test('a save that comes late does not bring the draft back', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const finished = finish(draft);
    const late = drafts.save({ ...draft, step: 2 }).catch((thrown: unknown) => thrown);
    await finished;
    await page.settled();
    await late;
    await expect(drafts.save({ ...draft, step: 3 })).rejects.toMatchObject({ code: 'conflict' });
    expect(await drafts.list()).toEqual([]);
  });

  test('what does not fit is refused and the draft stays whole', async () => {
    const world = await createWorld();
    const { drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', { ...FROM, body: { ...NOTE, theme: 'no-such-theme' } });
    await expect(finish(draft)).rejects.toMatchObject({ code: 'does-not-fit', details: { field: 'theme' } });
    expect(await drafts.open(draft.draftId)).toEqual(draft);
    expect((await world.disk.outbox.install()).nextSeq).toBe(1);
  });

  test('"no" to use keeps a tally and nothing else: no words, no photo, no code, no entity of before', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('conversation', FROM);
    const photo = await page.media.addPhoto(draft, { bytes: piece(1), mime: 'image/jpeg' });
    const kept = await drafts.save({ ...draft, media: [photo], consent: consentOf({ talk: 'yes', use: 'no' }) });
    const done = await finish(kept);
    await page.settled();
    expect(done.receiptCode).toBeNull();
    const row = await world.disk.outbox.get(done.opId);
    const record = await world.open(row?.operation as never);
    expect(record).toMatchObject({
      kind: 'no-thanks',
      body: { count: 1, reason: 'not-said' },
      consent: null,
      media: [],
      language: 'und',
      readingMode: 'standard',
    });
    expect(record.entityId).not.toBe(draft.entityId);
    expect(row?.codeHash).toBeNull();
    expect(await world.disk.media.list()).toEqual([]);
    expect(await drafts.list()).toEqual([]);
  });

  test('what was not asked is no refusal: a note with a voice, asked for the voice alone, keeps both', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const recording = await page.media.startVoice(draft, 'audio/webm');
    await recording.append(piece(1));
    const voice = await recording.finish(1000);
    const kept = await drafts.save({ ...draft, media: [voice], consent: consentOf({ voice: 'yes' }) });
    const done = await finish(kept);
    await page.settled();
    const record = await world.open((await world.disk.outbox.get(done.opId))?.operation as never);
    expect(record).toMatchObject({ kind: 'quick-note', body: NOTE, consent: { answers: { voice: 'yes' } } });
    expect(record.media.map(({ id }) => id)).toEqual([voice.id]);
    expect(done.receiptCode).toBe(draft.receiptCode);
  });

  test('a no to talking, with nothing agreed after it, keeps a tally', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const done = await finish({ ...draft, consent: consentOf({ talk: 'no' }) });
    await page.settled();
    const record = await world.open((await world.disk.outbox.get(done.opId))?.operation as never);
    expect(record).toMatchObject({ kind: 'no-thanks', consent: null });
  });

  test('a no to hearing back seals no way to reach the person, however it stands in the draft', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const need = {
      need: 'medicine',
      what: 'Nothing in the house',
      urgency: 'today',
      whoActs: 'me',
      whoDetail: '',
      byWhen: '',
      reach: 'call',
      reachDetail: '07700 900123',
    };
    const draft = await drafts.start('immediate-need', { ...FROM, body: need });
    const done = await finish({ ...draft, consent: consentOf({ use: 'yes', 'hear-back': 'no' }) });
    await page.settled();
    const record = await world.open((await world.disk.outbox.get(done.opId))?.operation as never);
    expect(record.body).toEqual({ ...need, reachDetail: '' });
  });

  test('photos and voice travel beside the seal, their keys inside it', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const big = new Uint8Array(2_500_000).map((_, index) => index % 251);
    const photo = await page.media.addPhoto(draft, { bytes: big, mime: 'image/jpeg' });
    const voice = await page.media.startVoice(draft, 'audio/webm;codecs=opus');
    await Promise.all([1, 2, 3].map((n) => voice.append(piece(n))));
    const said = await voice.finish(6000);
    expect(await page.media.read(photo)).toEqual(big);
    expect((await page.media.read(said)).length).toBe(15_000);
    const done = await finish(await drafts.save({ ...draft, media: [photo, { ...said, caption: 'the kitchen' }] }));
    await page.settled();
    const operation = (await world.disk.outbox.get(done.opId))?.operation;
    const record = await world.open(operation as never);
    expect(operation?.media.map(({ role, chunks }) => [role, chunks])).toEqual([
      ['photo', 3],
      ['voice', 1],
    ]);
    expect(JSON.stringify(operation?.media)).not.toContain(photo.key);
    for (const [index, ref] of (operation?.media ?? []).entries()) {
      const chunks = await Promise.all(
        Array.from({ length: ref.chunks }, (_, n) => world.disk.media.getChunk(ref.id, n)),
      );
      const joined = Buffer.concat(chunks.map((chunk) => chunk as Uint8Array));
      expect(await sha256Hex(new Uint8Array(joined))).toBe(ref.sha256);
      const sealed = record.media[index];
      // As any reader of the format opens it, without our cipher.
      const key = await crypto.subtle.importKey('raw', Buffer.from(sealed?.key ?? '', 'base64'), 'AES-GCM', false, [
        'decrypt',
      ]);
      const plain: Uint8Array[] = [];
      for (const [n, chunk] of chunks.entries()) {
        const iv = new Uint8Array(12);
        new DataView(iv.buffer).setUint32(8, n);
        const additionalData = chunkAbout(ref.id, n, n === chunks.length - 1);
        plain.push(
          new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, chunk as never)),
        );
      }
      const whole = new Uint8Array(Buffer.concat(plain));
      expect([whole.length, await sha256Hex(whole)]).toEqual([sealed?.bytes, sealed?.sha256]);
    }
    expect(record.media[1]).toMatchObject({ caption: 'the kitchen', durationMs: 6000 });
    expect([...(await world.disk.media.list())].sort()).toEqual(operation?.media.map(({ id }) => id).sort());
  });

  test('a recording that a crash cut off is finished from its flushed pieces', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const voice = await page.media.startVoice(draft, 'audio/webm;codecs=opus');
    const empty = await page.media.startVoice(draft, 'audio/webm;codecs=opus');
    const kept = await drafts.save({ ...draft, media: [voice.item, empty.item] });
    await voice.append(piece(1));
    await voice.append(piece(2));
    const done = await finish(kept);
    const operation = (await world.disk.outbox.get(done.opId))?.operation;
    expect(operation?.media).toHaveLength(1);
    expect((await world.open(operation as never)).media[0]?.bytes).toBe(10_000);
  });

  test('a voice note is left out where the voice layer says no', async () => {
    const world = await createWorld();
    const { page, drafts, finish } = await opened(world);
    const draft = await drafts.start('quick-note', FROM);
    const voice = await page.media.startVoice(draft, 'audio/webm;codecs=opus');
    await voice.append(piece(1));
    const media = [await voice.finish(2000)];
    const done = await finish(await drafts.save({ ...draft, media, consent: consentOf({ use: 'yes', voice: 'no' }) }));
    await page.settled();
    expect((await world.disk.outbox.get(done.opId))?.media).toEqual([]);
    expect(await world.disk.media.list()).toEqual([]);
  });

  test('a full disk says so, and the draft and the number are as before', async () => {
    const world = await createWorld();
    const { Problem } = await import('../../src/domain/problems.ts');
    const disk = {
      ...world.disk,
      journal: {
        ...world.disk.journal,
        appendOperation: async () => {
          throw new Problem('storage-full');
        },
      },
    };
    const page = world.live(disk);
    const vault = await page.vault.create(ANN, 'Ann', PASSCODE);
    const drafts = page.draftsOf(vault);
    const draft = await drafts.start('quick-note', FROM);
    await expect(page.finish(vault)(draft)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await drafts.open(draft.draftId)).toEqual(draft);
    expect(await world.startUp()).toMatchObject({ recoveredRecords: 0, recoveredDrafts: 0 });
  });
});

describe('a crash at any call to a store', () => {
  test('leaves the draft or the record, never neither and never both', async () => {
    let crashes = 0;
    for (let atCall = 1; ; atCall += 1) {
      let reachedEnd = false;
      for (const reached of [false, true]) {
        const world = await createWorld(createDisk());
        const first = world.live();
        const vault = await first.vault.create(ANN, 'Ann', PASSCODE);
        const draft = await first.draftsOf(vault).start('quick-note', FROM);
        const crashed = crashing(world.disk, { atCall, reached });
        const second = world.live(crashed.disk);
        const answer = await second
          .finish(vault)(draft)
          .catch(() => null);
        await second.settled();
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (crashed.calls() < atCall) reachedEnd = true;
        else crashes += 1;

        await world.startUp();
        const third = world.live();
        const again = await third.vault.unlock(ANN, PASSCODE);
        const drafts = await third.draftsOf(again).list();
        const rows = await world.disk.outbox.list(10);
        const where = `call ${atCall}, ${reached ? 'reached' : 'not reached'} the disk`;
        expect([drafts.length, rows.length].sort(), where).toEqual([0, 1]);
        if (answer !== null) expect(rows, `answered "saved": ${where}`).toHaveLength(1);
        expect(await world.disk.journal.operationIds(), where).toEqual(new Set(rows.map(({ opId }) => opId)));
        // And the tablet goes on as if nothing had been.
        const next = await third.draftsOf(again).start('quick-note', FROM);
        expect((await third.finish(again)(next)).seq, where).toBe(rows.length + 1);
      }
      if (reachedEnd) break;
    }
    expect(crashes).toBeGreaterThan(10);
  });

  test('in front of the person, who then writes more: the newer draft is the truth', async () => {
    const world = await createWorld();
    const first = world.live();
    const vault = await first.vault.create(ANN, 'Ann', PASSCODE);
    const draft = await first.draftsOf(vault).start('quick-note', FROM);
    const broken = {
      ...world.disk,
      outbox: { ...world.disk.outbox, commit: () => Promise.reject(new Error('no')) },
      journal: { ...world.disk.journal, dropOperations: () => Promise.reject(new Error('no')) },
    };
    await expect(world.live(broken).finish(vault)(draft)).rejects.toThrow();
    await first.draftsOf(vault).save({ ...draft, body: { ...NOTE, said: 'And the ceiling' } });
    await world.startUp();
    const drafts = await world.live().draftsOf(vault).list();
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.body).toMatchObject({ said: 'And the ceiling' });
    expect(await world.disk.outbox.list(10)).toEqual([]);
    expect(await world.disk.journal.operationIds()).toEqual(new Set());
  });
});
