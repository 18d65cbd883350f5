import { expect, test } from 'vitest';
import { finishWithdrawals } from '../../src/tablet/withdraw.ts';
import { anId } from '../contracts/sample-operations.ts';
import { ANN, crashing, createWorld, FROM, PASSCODE } from '../helpers/tablet/test-world.ts';

const BY = { actorId: ANN, displayName: 'Ann' };

async function withRecords() {
  const world = await createWorld();
  const page = world.live();
  const vault = await page.vault.create(ANN, 'Ann', PASSCODE);
  const drafts = page.draftsOf(vault);
  const theirs = await drafts.start('quick-note', FROM);
  const photo = await page.media.addPhoto(theirs, { bytes: new Uint8Array(100), mime: 'image/jpeg' });
  const kept = await drafts.save({ ...theirs, media: [photo] });
  const done = await page.finish(vault)(kept);
  const other = await page.finish(vault)(await drafts.start('quick-note', FROM));
  const amends = { opId: done.opId, entityId: done.entityId };
  const addition = await drafts.start('quick-note', { ...FROM, amends });
  const open = await drafts.start('quick-note', FROM);
  await page.settled();
  return { world, page, vault, drafts, done, other, addition, open, code: done.receiptCode ?? '' };
}

const journalText = async (world: Awaited<ReturnType<typeof createWorld>>) =>
  (await world.disk.journal.readOperations()).map(({ bytes }) => new TextDecoder().decode(bytes)).join('');

test('empties the unsent record, its photo and its open addition, and goes first', async () => {
  const { world, page, drafts, done, other, open, code } = await withRecords();
  const before = (await world.disk.outbox.get(done.opId))?.operation?.sealed?.ct ?? 'x';
  expect(await journalText(world)).toContain(before);
  const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
  expect(await page.withdraw({ code: typed, scope: 'words', ...BY })).toEqual({ foundHere: 1, draftsRemoved: 1 });
  const queue = await world.disk.outbox.nextToSend(10, Number.MAX_SAFE_INTEGER);
  expect(queue.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['withdrawal', 3],
    ['void', 1],
    ['quick-note', 2],
  ]);
  expect(queue[1]).toMatchObject({ opId: done.opId, operation: { sealed: null, media: [] } });
  expect((await world.open(queue[0]?.operation as never)).body).toEqual({
    code,
    scope: 'words',
    entity: done.entityId,
  });
  expect(await journalText(world)).not.toContain(before);
  expect(await world.disk.media.list()).toEqual([]);
  expect((await drafts.list()).map(({ draftId }) => draftId)).toEqual([open.draftId]);
  expect((await world.disk.outbox.get(other.opId))?.operation?.sealed).not.toBeNull();
});

test('works when nothing matches here', async () => {
  const { world, page } = await withRecords();
  expect(await page.withdraw({ code: '00000000', scope: 'words', ...BY })).toEqual({ foundHere: 0, draftsRemoved: 0 });
  expect((await world.disk.outbox.nextToSend(1, 1))[0]?.kind).toBe('withdrawal');
});

test('finds a draft that has not been finished, although its vault is locked', async () => {
  const { page, drafts, open } = await withRecords();
  const code = open.receiptCode ?? '';
  expect(await page.withdraw({ code, scope: 'words', ...BY })).toEqual({ foundHere: 0, draftsRemoved: 1 });
  expect((await drafts.list()).some(({ draftId }) => draftId === open.draftId)).toBe(false);
});

test('by entity, for a person without the code', async () => {
  const { world, page, done } = await withRecords();
  const request = { code: '', entityId: done.entityId, scope: 'words' as const, ...BY };
  expect(await page.withdraw(request)).toEqual({ foundHere: 1, draftsRemoved: 1 });
  const [first] = await world.disk.outbox.nextToSend(1, 1);
  expect((await world.open(first?.operation as never)).body).toEqual({
    code: '',
    entity: done.entityId,
    scope: 'words',
  });
});

test('what the server has already becomes withdrawn here, with only a void left', async () => {
  const { world, page, done, code } = await withRecords();
  await world.disk.outbox.mark(done.opId, 'applied', null, '2026-11-22T12:00:00.000Z');
  expect((await page.withdraw({ code, scope: 'words', ...BY })).foundHere).toBe(1);
  expect(await world.disk.outbox.get(done.opId)).toMatchObject({ state: 'withdrawn', operation: { sealed: null } });
});

test('only the contact: nothing is emptied here, the server takes it out', async () => {
  const { world, page, done, code } = await withRecords();
  expect(await page.withdraw({ code, scope: 'contact', ...BY })).toEqual({ foundHere: 1, draftsRemoved: 0 });
  expect((await world.disk.outbox.get(done.opId))?.operation?.sealed).not.toBeNull();
});

test('refuses what cannot be a code', async () => {
  const { page } = await withRecords();
  await expect(page.withdraw({ code: '12', scope: 'words', ...BY })).rejects.toMatchObject({ code: 'bad-request' });
});

test('a crash in the middle of it is made good at the next start', async () => {
  for (let atCall = 1; atCall < 200; atCall += 1) {
    const { world, done, code } = await withRecords();
    const crashed = crashing(world.disk, { atCall, reached: true });
    const answer = await world
      .live(crashed.disk)
      .withdraw({ code, scope: 'words', ...BY })
      .catch(() => null);
    await world.startUp();
    const queue = await world.disk.outbox.nextToSend(10, Number.MAX_SAFE_INTEGER);
    if (queue[0]?.kind === 'withdrawal') {
      const where = `after call ${atCall}`;
      expect((await world.disk.outbox.get(done.opId))?.operation?.sealed, where).toBeNull();
      expect(await world.disk.media.list(), where).toEqual([]);
    } else expect(answer, 'never answered, so never begun').toBeNull();
    if (crashed.calls() < atCall) return;
  }
  throw new Error('the crash never came after the end');
});

test('start-up has nothing to do when nothing was withdrawn', async () => {
  const { world } = await withRecords();
  await finishWithdrawals(world.disk);
  expect((await world.disk.outbox.counts()).waiting).toBe(2);
  expect(await world.disk.outbox.findByEntity(anId(1))).toEqual([]);
});
