import type { Survey, SurveyQuestion, SurveyTexts } from '../../src/domain/survey.ts';
import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import type { Specimen } from '../../src/questions/views.ts';
import type { LoadedSurvey } from '../../src/surveys/answering.ts';
import { flatTexts } from '../../src/surveys/starter/starters.ts';

type Specimens = Record<string, Specimen<unknown, unknown>>;
const specimens = import.meta.glob<Specimens>('../../src/questions/*/specimens.ts', {
  eager: true,
  import: 'specimens',
});
const words = import.meta.glob<{ specimen?: unknown }>('../../locales/*/standard/question-*.json', {
  eager: true,
  import: 'default',
});

/** Answers that count as finished, by question: what the specimens of the types say. */
export const VALUES: Record<string, unknown> = {};

const names = Object.keys(QUESTION_TYPES);
const codeOf = (type: string): string => `Q-${type}`;

function questionOf(type: string): SurveyQuestion {
  const all = Object.values(specimens[`../../src/questions/${type}/specimens.ts`] ?? {});
  const chosen = all.find(({ value }) => value !== null) ?? all[0];
  if (chosen === undefined) throw new Error(`${type} has no specimens`);
  VALUES[codeOf(type)] = chosen.value;
  return {
    code: codeOf(type),
    type,
    settings: chosen.settings,
    picture: null,
    showIf: null,
    required: true,
    quick: false,
  };
}

function textsIn(language: string): SurveyTexts {
  const rows = names.map((type) => {
    const file = words[`../../locales/${language}/standard/question-${type}.json`];
    return flatTexts({ [codeOf(type)]: file?.specimen ?? {} });
  });
  return {
    surveyId: 'all-kinds',
    version: 1,
    language,
    status: language === 'en' ? 'checked' : 'draft',
    checked: null,
    standard: Object.assign({ title: `All kinds (${language})`, purpose: 'To try them' }, ...rows) as Record<
      string,
      string
    >,
    easy: {},
    sounds: { standard: {}, easy: {} },
  };
}

/** A survey with one question of every type there is, in the words of the specimens. */
export function allKinds(only: readonly string[] = names): LoadedSurvey {
  const survey: Survey = {
    format: 1,
    surveyId: 'all-kinds',
    version: 1,
    state: 'published',
    family: 'all-kinds',
    questions: only.map(questionOf),
    consentAfter: ['share'],
    aboutYou: true,
    fixed: null,
    languages: ['en', 'ar'],
    easyReadChecked: null,
    pictures: [],
  };
  return { survey, texts: [textsIn('en'), textsIn('ar')] };
}
