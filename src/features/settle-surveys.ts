import type { Services } from '../app/services.ts';
import type { UnlockedVault } from '../ports/vault.ts';
import { readAnswering } from '../surveys/answering.ts';
import type { Draft } from '../tablet/drafts.ts';
import { raiseNeed } from './raise-need.ts';
import { draftToSeal, isStale, leftBehind, type Left } from './survey-ending.ts';
import { loadSurvey } from './load-survey.ts';

export type Settled = Readonly<Record<Left, number>>;
type Asked = Pick<Services, 'clock' | 'drafts' | 'draftStore' | 'finishRecord' | 'reference'>;

/**
 * Ends the surveys that their people left more than two hours ago, by the rule of what they agreed to, and says how many
 * ended how. What cannot be read or sealed now stays as it is, for the next time.
 */
export async function settleSurveys(services: Asked, vault: UnlockedVault): Promise<Settled> {
  const done = { keep: 0, tally: 0, nothing: 0 };
  const drafts = services.drafts(vault);
  const rows = await services.draftStore.list(vault.actorId);
  for (const { draftId, kind } of rows) {
    if (kind !== 'survey-response') continue;
    const left = await drafts.open(draftId).then(
      (draft) => settleOne(services, vault, draft),
      () => null,
    );
    if (left !== null) done[left] += 1;
  }
  return done;
}

/** null when it is not old enough, or cannot be ended now. */
async function settleOne(services: Asked, vault: UnlockedVault, draft: Draft): Promise<Left | null> {
  const state = readAnswering(draft.body);
  if (state === null || !isStale(draft, state, services.clock.wallMs())) return null;
  return endLeft(services, vault, draft).catch(() => null);
}

/** Ends one survey as its person left it. Throws the Problem that kept it from being sealed; the draft is whole then. */
export async function endLeft(services: Asked, vault: UnlockedVault, draft: Draft): Promise<Left | null> {
  const state = readAnswering(draft.body);
  if (state === null) return null;
  const left = leftBehind(draft, state);
  if (left === 'nothing') {
    await services.drafts(vault).discard(draft.draftId);
    return left;
  }
  const loaded = await loadSurvey(services.reference, state.surveyId, state.version);
  if (loaded === null) return null;
  // Whoever asked for help and left is not only counted. Kept with the answers, so that the next try begins no second one.
  const need = await raiseNeed(services, vault, draft, state, loaded);
  if (need !== null) await services.drafts(vault).save({ ...draft, needRaised: need });
  await services.finishRecord(vault)(draftToSeal(draft, state, loaded));
  return left;
}
