import type { Services } from '../../app/services.ts';
import type { AnswerMode } from '../../domain/survey-response.ts';
import type { VisitStamp } from '../../domain/record.ts';
import type { UnlockedVault } from '../../ports/vault.ts';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { begin } from '../../surveys/flow.ts';
import { heldLanguages } from '../../surveys/held-languages.ts';
import type { Draft } from '../../tablet/drafts.ts';

export interface Beginning {
  readonly loaded: LoadedSurvey;
  readonly mode: AnswerMode;
  readonly visit: VisitStamp | null;
  /** Of the worker's screens: the survey starts in it where it has words in it. */
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
}

/** A fresh start for one person, already kept. Nothing of anybody before is in it. */
export async function beginSurvey(services: Services, vault: UnlockedVault, from: Beginning): Promise<Draft> {
  const { loaded, mode, visit, readingMode } = from;
  const languages = heldLanguages(loaded);
  const language = languages.includes(from.language) ? from.language : (languages[0] ?? 'en');
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const body = begin(loaded, { mode, language, readingMode, seed });
  return services.drafts(vault).start('survey-response', { body, visit, language, readingMode });
}

export const surveyAddress = (draftId: string): string => `/survey/${draftId}`;
