import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../../src/domain/problems.ts';
import { createDraftKeeper } from '../../src/record-parts/keeping/draft-keeper.ts';
import type { Draft } from '../../src/tablet/drafts.ts';

const blank: Draft = {
  draftId: '00000000-0000-4000-8000-000000000001',
  entityId: '00000000-0000-4000-8000-000000000002',
  kind: 'quick-note',
  schemaVersion: 1,
  amends: null,
  visit: null,
  startedAt: '2026-11-03T10:00:00.000Z',
  updatedAt: '2026-11-03T10:00:00.000Z',
  language: 'en',
  readingMode: 'standard',
  receiptCode: null,
  codeHash: null,
  step: 0,
  consent: null,
  media: [],
  body: '',
};

/** A store whose saves take as long as they are let, one after the other. */
function slowStore(saveMs = 20) {
  const saved: unknown[] = [];
  const state = { under: 0, mostUnder: 0, fails: null as Problem | null };
  const save = async (draft: Draft): Promise<Draft> => {
    state.under += 1;
    state.mostUnder = Math.max(state.mostUnder, state.under);
    await new Promise((resolve) => setTimeout(resolve, saveMs));
    state.under -= 1;
    if (state.fails !== null) throw state.fails;
    saved.push(draft.body);
    return { ...draft, updatedAt: `saved ${saved.length}` };
  };
  return { save, saved, state };
}

const say = (words: string) => (draft: Draft) => ({ ...draft, body: words });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a single tap is on its way at once', async () => {
  const store = slowStore();
  const keeper = createDraftKeeper(blank, store.save);
  keeper.change(say('a'));
  expect(keeper.kept()).toBe(false);
  await vi.advanceTimersByTimeAsync(20);
  expect(store.saved).toEqual(['a']);
  expect(keeper.kept()).toBe(true);
  expect(keeper.draft().updatedAt).toBe('saved 1');
});

test('typing is gathered, never kept later than 300 ms after it happened', async () => {
  const store = slowStore();
  const keeper = createDraftKeeper(blank, store.save);
  for (const words of ['a', 'ab', 'abc', 'abcd']) {
    keeper.change(say(words));
    await vi.advanceTimersByTimeAsync(30);
  }
  await vi.advanceTimersByTimeAsync(300 - 30);
  expect(store.saved.at(-1)).toBe('abcd');
  expect(store.saved.length).toBeLessThan(4);
});

test('saves never overlap, and the newest words win', async () => {
  const store = slowStore(400);
  const keeper = createDraftKeeper(blank, store.save);
  for (let at = 0; at < 50; at += 1) {
    keeper.change(say(`word ${at}`));
    await vi.advanceTimersByTimeAsync(40);
  }
  await vi.advanceTimersByTimeAsync(2000);
  expect(store.state.mostUnder).toBe(1);
  expect(store.saved.at(-1)).toBe('word 49');
});

test('flush waits for what changed while a save was under way', async () => {
  const store = slowStore();
  const keeper = createDraftKeeper(blank, store.save);
  keeper.change(say('T'));
  keeper.change(say('Th'));
  const flushed = keeper.flush();
  await vi.advanceTimersByTimeAsync(45);
  await flushed;
  expect(store.saved).toEqual(['T', 'Th']);
});

test('a save that fails is told, keeps the words, and flush tries again', async () => {
  const store = slowStore();
  const keeper = createDraftKeeper(blank, store.save);
  store.state.fails = new Problem('storage-full');
  keeper.change(say('a'));
  await vi.advanceTimersByTimeAsync(20);
  expect(keeper.problem()?.code).toBe('storage-full');
  expect(keeper.draft().body).toBe('a');
  const refused = expect(keeper.flush()).rejects.toMatchObject({ code: 'storage-full' });
  await vi.advanceTimersByTimeAsync(20);
  await refused;
  store.state.fails = null;
  const flushed = keeper.flush();
  await vi.advanceTimersByTimeAsync(20);
  await flushed;
  expect(store.saved).toEqual(['a']);
  expect(keeper.problem()).toBeNull();
});

test('a failed save is tried again with the next change', async () => {
  const store = slowStore();
  const keeper = createDraftKeeper(blank, store.save);
  store.state.fails = new Problem('storage-failed');
  keeper.change(say('a'));
  await vi.advanceTimersByTimeAsync(20);
  store.state.fails = null;
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.saved).toEqual([]);
  keeper.change(say('ab'));
  await vi.advanceTimersByTimeAsync(20);
  expect(store.saved).toEqual(['ab']);
});

test('once closed nothing is saved any more, so that a finished record does not come back as a draft', async () => {
  const store = slowStore();
  const keeper = createDraftKeeper(blank, store.save);
  keeper.change(say('a'));
  const closed = keeper.close();
  await vi.advanceTimersByTimeAsync(20);
  await closed;
  keeper.change(say('b'));
  await keeper.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.saved).toEqual(['a']);
  keeper.reopen();
  keeper.change(say('c'));
  await vi.advanceTimersByTimeAsync(20);
  expect(store.saved).toEqual(['a', 'c']);
});
