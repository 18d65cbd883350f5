import type { DraftRow, DraftStore } from '../../src/ports/draft-store.ts';
import { type Contract, same } from './contract.ts';

export const sampleDraft = (draftId: string, rev: number, more: Partial<DraftRow> = {}): DraftRow => ({
  draftId,
  kind: 'quick-note',
  actorId: 'ann',
  rev,
  startedAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T10:00:00.000Z',
  codeHash: null,
  entityId: null,
  mediaIds: ['m1'],
  box: new Uint8Array([rev, 2, 3]),
  ...more,
});

export function draftStoreContract(make: () => Promise<DraftStore>): Contract {
  return {
    'keeps the newest and ignores an older revision': async () => {
      const store = await make();
      await store.put(sampleDraft('d1', 1));
      await store.put(sampleDraft('d1', 3));
      await store.put(sampleDraft('d1', 2));
      same(await store.get('d1'), sampleDraft('d1', 3));
      same(await store.get('d2'), null);
    },
    'gives each worker their own, and start-up all': async () => {
      const store = await make();
      await store.put(sampleDraft('d1', 1));
      await store.put(sampleDraft('d2', 1, { actorId: 'bea', codeHash: 'h', entityId: 'e', mediaIds: [] }));
      same(
        (await store.list('ann')).map(({ draftId }) => draftId),
        ['d1'],
      );
      same((await store.all()).map(({ draftId }) => draftId).sort(), ['d1', 'd2']);
      same((await store.list('bea'))[0]?.codeHash, 'h');
    },
    'removes, and tells of changes': async () => {
      const store = await make();
      let heard = 0;
      store.subscribe(() => (heard += 1));
      await store.put(sampleDraft('d1', 1));
      await store.remove('d1');
      await store.remove('d1');
      same(await store.get('d1'), null);
      same(heard >= 2, true);
    },
  };
}
