import type { Survey } from '../../src/domain/survey.ts';
import { choiceListOf, commonQuestion } from '../../src/surveys/common-questions.ts';
import { toCsv } from '../../src/surveys/csv.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { Store } from '../ports/store.ts';
import { englishWords } from './locales.ts';
import type { ResultsReader } from './results.ts';

/**
 * Every answer of a survey (or of one version) as a table. Own words are left out: whoever may read them reads them in
 * the inbox, with what was agreed about them. Throws Problem('not-found' | 'too-few-answers').
 */
export async function answersTable(
  store: Pick<Store, 'surveys'>,
  results: ResultsReader,
  surveyId: string,
  { as, version }: { readonly as: 'labels' | 'codes'; readonly version?: number | undefined },
): Promise<{ csv: string; rows: number }> {
  const { surveys, answers } = await results.answers(surveyId);
  const chosen = answers.filter(({ response }) => version === undefined || response.version === version);
  const others = answers.length - chosen.length;
  const rows = chosen.map(({ month, response }) => ({ month, response }));
  const label = as === 'labels' ? await labelsOf(store, surveys) : () => null;
  const csv = toCsv(rows, surveys, { as, label, words: false });
  // Taken from the table of all, this one would leave the few others by themselves.
  if (csv === null || (others > 0 && others < 5)) throw new Problem('too-few-answers');
  return { csv, rows: rows.length };
}

/** Words in each survey's first language, then the app's own in English. */
async function labelsOf(
  store: Pick<Store, 'surveys'>,
  surveys: readonly Survey[],
): Promise<(key: string) => string | null> {
  const types = new Map(surveys.flatMap(({ questions }) => questions.map(({ code, type }) => [code, type] as const)));
  const typeOf = (code: string): string | null => types.get(code) ?? commonQuestion(code)?.type ?? null;
  const stored = await Promise.all(surveys.map(({ surveyId, version }) => store.surveys.get(surveyId, version)));
  const own = stored.map((each) => {
    const first = each?.texts.find(({ language }) => language === each.survey.languages[0]) ?? each?.texts[0];
    return first?.standard ?? {};
  });
  const common = await englishWords('common-questions');
  const file = await englishWords('survey-csv');
  const lists = await englishWords('lists');
  const fixed = new Map<string, Readonly<Record<string, string>>>();
  for (const type of new Set([...types.values(), ...ALWAYS])) fixed.set(type, await englishWords(`question-${type}`));
  return (key) => {
    const written = own.map((words) => words[key]).find((words) => words !== undefined && words.trim() !== '');
    const [code = '', ...rest] = key.split('.');
    const ofType = rest[0] === 'fixed' ? fixed.get(typeOf(code) ?? '')?.[rest.join('.')] : undefined;
    const list = rest[0] === 'o' ? choiceListOf(code) : null;
    const listed = list === null ? undefined : lists[`${list}.${rest.slice(1).join('.')}`];
    return written ?? ofType ?? listed ?? common[key] ?? file[key] ?? lists[key] ?? null;
  };
}

/** Types of the questions that every survey brings. */
const ALWAYS = ['choose-one', 'faces-three', 'yes-no'] as const;
