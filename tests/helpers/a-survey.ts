import type { Survey, SurveyQuestion } from '../../src/domain/survey.ts';
import type { LoadedSurvey } from '../../src/surveys/answering.ts';
import { flatTexts } from '../../src/surveys/starter/starters.ts';

const cards = (...codes: readonly string[]) => codes.map((code) => ({ code, picture: null }));

export function aQuestion(code: string, over: Partial<SurveyQuestion> = {}): SurveyQuestion {
  return {
    code,
    type: 'choose-one',
    settings: { choices: cards('yes', 'no'), mixed: false },
    picture: null,
    showIf: null,
    required: true,
    quick: false,
    ...over,
  };
}

const WORDS = {
  title: 'Water and help',
  purpose: 'We want to know about water.',
  Q1: { ask: 'Do you need help now?', o: { today: 'Today', week: 'This week', later: 'Not now' } },
  Q2: { ask: 'Is the tap working?', o: { yes: 'It works', no: 'It is dry' } },
  Q3: { ask: 'What should change?' },
  Q4: { ask: 'Who should know?' },
};
const ARABIC = {
  title: 'الماء والمساعدة',
  purpose: 'نريد أن نعرف عن الماء.',
  Q1: { ask: 'هل تحتاج إلى مساعدة الآن؟', o: { today: 'اليوم', week: 'هذا الأسبوع', later: 'ليس الآن' } },
  Q2: { ask: 'هل يعمل الصنبور؟', o: { yes: 'يعمل', no: 'جاف' } },
  Q3: { ask: 'ما الذي يجب أن يتغير؟' },
};

/** A plainly made-up survey: help now (quick), the tap, and own words, in English and Arabic. */
export function aSurvey(over: Partial<Survey> = {}): LoadedSurvey {
  const survey: Survey = {
    format: 1,
    surveyId: 'water',
    version: 1,
    state: 'published',
    family: 'water',
    questions: [
      aQuestion('Q1', {
        settings: { choices: cards('today', 'week', 'later'), mixed: false },
        need: { today: 'today', week: 'week' },
        quick: true,
      }),
      aQuestion('Q2'),
      aQuestion('Q3', { type: 'short-words', settings: { voice: true, choices: [], lines: 3 }, required: false }),
    ],
    consentAfter: ['share'],
    aboutYou: false,
    fixed: null,
    languages: ['en', 'ar'],
    easyReadChecked: null,
    pictures: [],
    ...over,
  };
  const row = (language: string, words: unknown) => ({
    surveyId: survey.surveyId,
    version: survey.version,
    language,
    status: 'checked' as const,
    checked: null,
    standard: flatTexts(words),
    easy: {},
    sounds: { standard: {}, easy: {} },
  });
  return { survey, texts: [row('en', WORDS), row('ar', ARABIC)] };
}
