import type { Survey, SurveyTexts, TextStatus } from '../../domain/survey.ts';
import { gettingToSeeADoctor } from './getting-to-see-a-doctor.ts';
import { howWasYourCare } from './how-was-your-care.ts';
import { whatMattersHere } from './what-matters-here.ts';

/** The surveys that come with the product. Their words are `locales/<language>/<layer>/survey-<id>.json`. */
export const STARTERS: readonly Survey[] = [gettingToSeeADoctor, howWasYourCare, whatMattersHere];

/** Text key -> words, of a file that may nest them: `{ "D1": { "ask": "…" } }` is `D1.ask`. */
export function flatTexts(file: unknown, prefix = ''): Record<string, string> {
  if (typeof file !== 'object' || file === null) return {};
  return Object.fromEntries(
    Object.entries(file).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flatTexts(value, `${prefix}${key}.`)),
    ),
  );
}

/** The texts of a starter survey in one language, from its two files. Only the English has been read by a second person. */
export function starterTexts(
  { surveyId, version }: Pick<Survey, 'surveyId' | 'version'>,
  language: string,
  files: { readonly standard: unknown; readonly easy: unknown },
): SurveyTexts {
  const status: TextStatus = language === 'en' ? 'checked' : 'draft';
  return {
    surveyId,
    version,
    language,
    status,
    checked: null,
    standard: flatTexts(files.standard),
    easy: flatTexts(files.easy),
    sounds: { standard: {}, easy: {} },
  };
}
