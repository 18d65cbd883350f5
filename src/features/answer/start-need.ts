import type { Services } from '../../app/services.ts';
import type { UnlockedVault } from '../../ports/vault.ts';
import { addDays } from '../../kinds/code.ts';
import { loadCapture } from '../../kinds/views.ts';
import type { ImmediateNeed } from '../../kinds/immediate-need/schema.ts';
import type { Draft } from '../../tablet/drafts.ts';
import { localDay } from '../local-day.ts';

/**
 * Somebody said in their answers that they need help: an immediate need is begun for the worker to finish, and stands
 * under "not finished" until they do, whatever happens to the tablet meanwhile. It says how soon, and nothing else.
 */
export async function startNeed(
  services: Services,
  vault: UnlockedVault,
  from: { draft: Draft; soon: 'today' | 'week'; language: string; readingMode: 'standard' | 'easy' },
): Promise<string> {
  const view = await loadCapture('immediate-need');
  if (view === null) throw new Error('there is no capture screen for an immediate need');
  const wallMs = services.clock.wallMs();
  const { draft, soon, language, readingMode } = from;
  const blank = view.blank({
    language,
    groupName: draft.visit?.groupName ?? '',
    workerName: vault.displayName,
    today: localDay(wallMs),
    now: new Date(wallMs).toISOString(),
    visitStartedAt: null,
  });
  const urgency: ImmediateNeed['urgency'] = soon === 'today' ? 'today' : 'this-week';
  const byWhen = addDays(localDay(wallMs), soon === 'today' ? 0 : 7) ?? '';
  const body = { ...(blank as Partial<ImmediateNeed>), urgency, byWhen };
  const begun = await services
    .drafts(vault)
    .start('immediate-need', { body, visit: draft.visit, language, readingMode });
  return begun.draftId;
}
