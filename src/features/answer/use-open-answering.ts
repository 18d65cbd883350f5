import { useEffect, useMemo, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { Problem, toProblem } from '../../domain/problems.ts';
import { createDraftKeeper, type DraftKeeper } from '../../record-parts/keeping/draft-keeper.ts';
import { readAnswering, type Answering, type LoadedSurvey } from '../../surveys/answering.ts';
import { heldLanguages } from '../../surveys/held-languages.ts';
import type { Drafts } from '../../tablet/drafts.ts';
import { loadSurvey, newerThan } from '../load-survey.ts';
import { endLeft } from '../settle-surveys.ts';
import { isStale, type Left } from '../survey-ending.ts';

/** One person's answers, open: the draft holds the state of `src/surveys/answering.ts` as its body. */
export interface OpenAnswering {
  readonly keeper: DraftKeeper;
  readonly drafts: Drafts;
  readonly loaded: LoadedSurvey;
  /** What it can be answered in on this tablet, in the order of the organisation. */
  readonly languages: readonly string[];
  /** A newer version of the same survey, with its words, or null. */
  readonly newer: LoadedSurvey | null;
}

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly open: OpenAnswering }
  /** It was finished, or thrown away: there is no such draft any more. */
  | { readonly state: 'gone' }
  /** Nobody came back to it for two hours, and it was ended by the rules just now. */
  | { readonly state: 'left'; readonly left: Left }
  | { readonly state: 'failed'; readonly problem: Problem };

/** The state that the draft holds. Opening made sure that it is one. */
export function answeringOf(keeper: DraftKeeper): Answering {
  return keeper.draft().body as Answering;
}

/** Opens a draft with the very version of the survey it was begun with; again for each new `turn`. */
export function useOpenAnswering(draftId: string, turn: number): Opening {
  const services = useServices();
  const { vault } = useUnlocked();
  const drafts = useMemo(() => services.drafts(vault), [services, vault]);
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });

  useEffect(() => {
    let here = true;
    setOpening({ state: 'opening' });
    const openIt = async (): Promise<Opening> => {
      const draft = await drafts.open(draftId);
      const state = readAnswering(draft.body);
      if (draft.kind !== 'survey-response' || state === null) throw new Problem('draft-unreadable');
      if (isStale(draft, state, services.clock.wallMs())) {
        const left = await endLeft(services, vault, draft);
        if (left !== null) return { state: 'left', left };
      }
      const { reference } = services;
      const loaded = await loadSurvey(reference, state.surveyId, state.version);
      if (loaded === null) throw new Problem('not-found', { what: 'survey' });
      const next = newerThan(await reference.surveys(), loaded.survey);
      const newer = next === null ? null : await loadSurvey(reference, next.surveyId, next.version);
      const organisation = await reference.organisation();
      const languages = heldLanguages(loaded, organisation?.languages);
      const keeper = createDraftKeeper(draft, (changed) => drafts.save(changed));
      return { state: 'open', open: { keeper, drafts, loaded, languages, newer } };
    };
    openIt().then(
      (opened) => here && setOpening(opened),
      (thrown: unknown) => {
        const problem = toProblem(thrown, 'draft-unreadable');
        if (!here) return;
        const gone = problem.code === 'not-found' && problem.details['what'] === undefined;
        setOpening(gone ? { state: 'gone' } : { state: 'failed', problem });
      },
    );
    return () => {
      here = false;
    };
  }, [draftId, turn, drafts, services, vault]);
  return opening;
}
