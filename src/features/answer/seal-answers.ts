import type { Services } from '../../app/services.ts';
import type { UnlockedVault } from '../../ports/vault.ts';
import type { SurveyResponse } from '../../domain/survey-response.ts';
import { mayKeepWords } from '../../domain/consent.ts';
import type { Finished } from '../../tablet/finish-record.ts';
import { draftToSeal } from '../survey-ending.ts';
import { answeringOf, type OpenAnswering } from './use-open-answering.ts';

export interface Sealed {
  readonly finished: Finished;
  /** A refusal: nothing but a tally was kept. */
  readonly tally: boolean;
  readonly hearsBack: boolean;
  readonly need: SurveyResponse['need'];
}

/**
 * Ends one person's answers for good: the draft becomes a sealed record (or a tally after a no). Throws the Problem that
 * kept it from being sealed.
 */
export async function sealAnswers(services: Services, vault: UnlockedVault, open: OpenAnswering): Promise<Sealed> {
  const { keeper, loaded } = open;
  await keeper.flush();
  await keeper.close();
  try {
    const draft = keeper.draft();
    const toSeal = draftToSeal(draft, answeringOf(keeper), loaded);
    const { need } = toSeal.body as SurveyResponse;
    const tally = !mayKeepWords(draft.consent);
    const idle = draft.media.filter((item) => !toSeal.media.includes(item));
    const finished = await services.finishRecord(vault)(toSeal);
    // Sealed without them: what is left of an answer that was taken back goes too. Start-up sweeps what stays.
    for (const item of idle)
      await services
        .draftMedia(vault)
        .remove(item)
        .catch(() => undefined);
    services.sync.nudge();
    const hearsBack = draft.consent?.answers['hear-back'] === 'yes';
    return { finished, tally, hearsBack, need: tally ? null : need };
  } catch (thrown) {
    keeper.reopen();
    throw thrown;
  }
}

/** Nothing of it is left on the tablet: answers, voice notes, photos. */
export async function throwAway({ keeper, drafts }: OpenAnswering): Promise<void> {
  await keeper.close();
  try {
    await drafts.discard(keeper.draft().draftId);
  } catch (thrown) {
    keeper.reopen();
    throw thrown;
  }
}
