import type { Services } from '../app/services.ts';
import { currentLanguage } from '../i18n/catalogue.ts';
import { addDays } from '../kinds/code.ts';
import type { ImmediateNeed } from '../kinds/immediate-need/schema.ts';
import { loadCapture } from '../kinds/views.ts';
import type { UnlockedVault } from '../ports/vault.ts';
import type { Answering, LoadedSurvey } from '../surveys/answering.ts';
import { toResponse } from '../surveys/response.ts';
import type { Draft } from '../tablet/drafts.ts';
import { localDay } from './local-day.ts';
import { leftBehind } from './survey-ending.ts';

type Reader = { readonly language: string; readonly readingMode: 'standard' | 'easy' };
type Asked = Pick<Services, 'clock' | 'drafts'>;

/**
 * Somebody said in their answers that they need help: an immediate need is begun for the worker to finish. It stands under
 * "not finished" until they do, and is shown to them first until they have met it, whatever happens to the tablet
 * meanwhile. It says how soon, and nothing else. null when nobody asked, when they did not agree to writing it down, or
 * when one was begun already: whoever calls notes it in the draft as `needRaised`.
 */
export async function raiseNeed(
  services: Asked,
  vault: UnlockedVault,
  draft: Draft,
  state: Answering,
  { survey }: Pick<LoadedSurvey, 'survey'>,
  reader: Reader = currentLanguage(),
): Promise<string | null> {
  if (draft.needRaised !== undefined || leftBehind(draft, state) !== 'keep') return null;
  const { need } = toResponse(state, survey, '');
  if (need === null) return null;
  const view = await loadCapture('immediate-need');
  if (view === null) throw new Error('there is no capture screen for an immediate need');
  const wallMs = services.clock.wallMs();
  const { language, readingMode } = reader;
  const blank = view.blank({
    language,
    groupName: draft.visit?.groupName ?? '',
    workerName: vault.displayName,
    today: localDay(wallMs),
    now: new Date(wallMs).toISOString(),
    visitStartedAt: null,
    about: null,
    answers: null,
    visitGrade: draft.visit?.grade ?? null,
    entryType: null,
    newId: () => crypto.randomUUID(),
  });
  const urgency: ImmediateNeed['urgency'] = need === 'today' ? 'today' : 'this-week';
  const byWhen = addDays(localDay(wallMs), need === 'today' ? 0 : 7) ?? '';
  const body = { ...(blank as Partial<ImmediateNeed>), urgency, byWhen };
  const begun = await services
    .drafts(vault)
    .start('immediate-need', { body, visit: draft.visit, language, readingMode, unseen: true });
  return begun.draftId;
}

/** Needs that were begun for the worker and that they have not met yet, the newest first. */
export async function unseenNeeds(services: Asked, vault: UnlockedVault): Promise<readonly string[]> {
  const drafts = await services.drafts(vault).list();
  return drafts.filter(({ unseen }) => unseen === true).map(({ draftId }) => draftId);
}

/** Answers were thrown away: a need that was begun for them goes too, unless the worker has met it and it is theirs now. */
export async function takeNeedBack(services: Asked, vault: UnlockedVault, draft: Draft): Promise<void> {
  if (draft.needRaised === undefined) return;
  const drafts = services.drafts(vault);
  const need = await drafts.open(draft.needRaised).catch(() => null);
  if (need?.unseen === true) await drafts.discard(need.draftId);
}

/** The worker has met these: they are ordinary unfinished work from now on. What is gone already is passed over. */
export async function haveSeen(services: Asked, vault: UnlockedVault, needs: readonly string[]): Promise<void> {
  const drafts = services.drafts(vault);
  for (const draftId of needs) {
    const draft = await drafts.open(draftId).catch(() => null);
    if (draft?.unseen !== true) continue;
    const { unseen: _met, ...rest } = draft;
    await drafts.save(rest);
  }
}
