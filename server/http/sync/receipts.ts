import type { MediaId, OpId } from '../../../src/domain/ids.ts';
import type { Store } from '../../ports/store.ts';

/**
 * Tells the tablet that recorded it how a filed operation stands now that one of its files has arrived. What is not
 * filed yet gets its receipt from the worker.
 */
export async function refreshReceipt(of: { opId: string; entityId: string }, store: Store, now: string): Promise<void> {
  const filed = (await store.records.filed(of.entityId)).find(({ opId }) => opId === of.opId);
  if (filed?.deviceId === undefined || filed.deviceId === null) return;
  const media = (await store.media.byEntity(of.entityId)).filter(({ opId }) => opId === of.opId);
  const mediaMissing = media
    .filter(({ state }) => state === 'coming' || state === 'damaged')
    .map(({ id }) => id as MediaId);
  const value = { opId: of.opId as OpId, state: 'applied', problem: null, mediaMissing } as const;
  await store.reference.put({ kind: 'receipt', id: of.opId, value }, filed.deviceId, now);
}
