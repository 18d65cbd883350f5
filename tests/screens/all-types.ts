import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Survey, SurveyQuestion, SurveyTexts } from '../../src/domain/survey.ts';
import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import type { Specimen } from '../../src/questions/views.ts';
import { flatTexts } from '../../src/surveys/starter/starters.ts';
import { PSEUDO_LONG, pseudoFile, pseudoLong } from './pseudo-long.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TYPES = Object.keys(QUESTION_TYPES);
const TITLE = 'Every kind of question';
/** How the survey is called in any reading. */
export const TITLES = new RegExp([TITLE, pseudoLong(TITLE).replaceAll(/[[\]]/g, '.')].join('|'));

/** The code under which the survey of all types asks one of this type. */
const codeOfType = (type: string): string => `Q-${type}`;

/** A survey with one question of every type there is, in the words of the specimens, in these languages. */
export async function allTypes(languages: readonly string[]): Promise<{ survey: Survey; texts: SurveyTexts[] }> {
  const survey: Survey = {
    format: 1,
    surveyId: 'all-types',
    version: 1,
    state: 'draft',
    family: 'all-types',
    questions: await Promise.all(TYPES.map(questionOf)),
    consentAfter: ['share', 'hear-back'],
    aboutYou: true,
    fixed: null,
    languages: [...languages],
    easyReadChecked: null,
    pictures: [],
  };
  return { survey, texts: languages.map(textsIn) };
}

async function questionOf(type: string): Promise<SurveyQuestion> {
  const file = (await import(`../../src/questions/${type}/specimens.ts`)) as {
    specimens: Record<string, Specimen<unknown, unknown>>;
  };
  const [first] = Object.values(file.specimens);
  if (first === undefined) throw new Error(`${type} has no specimens`);
  const code = codeOfType(type);
  // In the order they stand in: chance is no part of a picture.
  const settings = {
    ...(first.settings as object),
    ...('mixed' in (first.settings as object) ? { mixed: false } : {}),
  };
  return { code, type, settings, picture: null, showIf: null, required: true, quick: false };
}

function textsIn(language: string): SurveyTexts {
  const isPseudo = language === PSEUDO_LONG;
  const standard = isPseudo ? (pseudoFile(wordsIn('en', 'standard')) as Words) : wordsIn(language, 'standard');
  return {
    surveyId: 'all-types',
    version: 1,
    language,
    status: language === 'en' ? 'checked' : 'draft',
    checked: null,
    standard: Object.keys(standard).length > 0 ? standard : borrowed(language),
    easy: isPseudo ? {} : wordsIn(language, 'easy'),
    sounds: { standard: {}, easy: {} },
  };
}

type Words = Record<string, string>;

function wordsIn(language: string, layer: 'standard' | 'easy'): Words {
  const rows = TYPES.map((type) => {
    const { specimen } = fileOf(language, layer, `question-${type}`) as { specimen?: unknown };
    return flatTexts({ [codeOfType(type)]: specimen ?? {} });
  });
  const own = language === 'en' && layer === 'standard' ? { title: TITLE, purpose: 'We want to try them.' } : {};
  return Object.assign({ ...own }, ...rows) as Words;
}

/** Where nobody wrote specimens: real words of that language, each in a place like its own, from a survey that has them. */
function borrowed(language: string): Words {
  const written = Object.entries(flatTexts(fileOf(language, 'standard', 'survey-what-matters-here')));
  const of = (end: RegExp): string[] => written.flatMap(([key, words]) => (end.test(key) ? [words] : []));
  const [asks, others] = [of(/\.ask$/), of(/\.o\./)];
  const needed = Object.keys(wordsIn('en', 'standard')).filter((key) => key.includes('.'));
  return Object.fromEntries(
    needed.map((key, at) => {
      const from = key.endsWith('.ask') ? asks : others;
      return [key, from[at % from.length] ?? ''];
    }),
  );
}

function fileOf(language: string, layer: 'standard' | 'easy', name: string): Record<string, unknown> {
  const path = join(ROOT, 'locales', language, layer, `${name}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};
}
