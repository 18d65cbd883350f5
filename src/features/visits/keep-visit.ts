import type { Services } from '../../app/services.ts';
import type { VisitStamp } from '../../domain/record.ts';
import type { Visit } from '../../kinds/visit/schema.ts';
import type { UnlockedVault } from '../../ports/vault.ts';
import type { CurrentVisit, Draft } from '../../tablet/drafts.ts';

export interface Reading {
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
}

/** Seals the record of a visit that starts now. What comes back is to be set as the session's visit. */
export async function beginVisit(
  services: Pick<Services, 'clock' | 'drafts' | 'finishRecord'>,
  vault: UnlockedVault,
  stamp: VisitStamp,
  reading: Reading,
): Promise<CurrentVisit> {
  const startedAt = new Date(services.clock.wallMs()).toISOString();
  const body: Visit = { startedAt, endedAt: null, heard: [], hearBack: '', note: '' };
  const draft = await services.drafts(vault).start('visit', { body, visit: stamp, ...reading });
  const { opId, entityId } = await services.finishRecord(vault)(draft);
  return { stamp, opId, entityId, startedAt };
}

/** What a visit's end is before anything is written. */
export function blankEnd(visit: CurrentVisit): Visit {
  return { startedAt: visit.startedAt, endedAt: null, heard: [], hearBack: '', note: '' };
}

/** The end of this visit that was begun before and not finished, or null. */
export async function findVisitEnd(
  services: Pick<Services, 'drafts'>,
  vault: UnlockedVault,
  visit: CurrentVisit,
): Promise<Draft | null> {
  const all = await services.drafts(vault).list();
  return all.find((draft) => draft.kind === 'visit' && draft.amends === visit.opId) ?? null;
}

/** A draft that adds to the visit's record. Started with the first thing written, so that looking leaves nothing behind. */
export function startVisitEnd(
  services: Pick<Services, 'drafts'>,
  vault: UnlockedVault,
  visit: CurrentVisit,
  body: Visit,
  reading: Reading,
): Promise<Draft> {
  const amends = { opId: visit.opId, entityId: visit.entityId };
  return services.drafts(vault).start('visit', { body, visit: visit.stamp, ...reading, amends });
}

/** Seals the end of the visit: an addition to its record, with the same entity. */
export async function endVisit(
  services: Pick<Services, 'clock' | 'drafts' | 'finishRecord'>,
  vault: UnlockedVault,
  draft: Draft,
): Promise<void> {
  const said = draft.body as Visit;
  const heard = said.heard.map((line) => line.trim()).filter((line) => line !== '');
  const body: Visit = { ...said, heard, endedAt: new Date(services.clock.wallMs()).toISOString() };
  const kept = await services.drafts(vault).save({ ...draft, body });
  await services.finishRecord(vault)(kept);
}
