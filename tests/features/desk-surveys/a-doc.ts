import type { Survey, SurveyQuestion, SurveyTexts } from '../../../src/domain/survey.ts';
import { blankTexts } from '../../../src/features/desk/surveys/edits.ts';
import type { LoadedSurvey } from '../../../src/surveys/answering.ts';

const choices = [
  { code: 'tap', picture: null },
  { code: 'shop', picture: null },
];

export function aChoice(code: string, more: Partial<SurveyQuestion> = {}): SurveyQuestion {
  return {
    code,
    type: 'choose-one',
    settings: { choices, mixed: false },
    picture: null,
    showIf: null,
    required: true,
    quick: false,
    ...more,
  };
}

/** Two questions about water in English and Arabic; the second is asked after "shop". */
export function aDoc(over: Partial<Survey> = {}): LoadedSurvey {
  const survey: Survey = {
    format: 1,
    surveyId: 'water',
    version: 1,
    state: 'draft',
    family: 'water',
    questions: [
      aChoice('A1'),
      aChoice('A2', {
        showIf: { match: 'all', conditions: [{ question: 'A1', is: 'one-of', marks: ['shop'] }] },
      }),
    ],
    consentAfter: ['share'],
    aboutYou: false,
    fixed: null,
    languages: ['en', 'ar'],
    easyReadChecked: null,
    pictures: [],
    ...over,
  };
  const english: SurveyTexts = {
    ...blankTexts(survey, 'en'),
    standard: {
      title: 'Water',
      purpose: 'We ask about water.',
      'A1.ask': 'Where is your water from?',
      'A1.o.tap': 'From the tap',
      'A1.o.shop': 'From a shop',
      'A2.ask': 'You said {{A1|a place}}. Is it far?',
      'A2.o.tap': 'Near',
      'A2.o.shop': 'Far',
    },
    easy: { 'A1.ask': 'Where do you get water?' },
    sounds: { standard: { 'A1.o.shop': aClip('a') }, easy: {} },
  };
  const arabic: SurveyTexts = { ...blankTexts(survey, 'ar'), standard: { 'A1.ask': 'من أين الماء؟' } };
  return { survey, texts: [english, arabic] };
}

export const aClip = (letter: string) => ({
  sha256: letter.repeat(64),
  mime: 'audio/ogg',
  bytes: 900,
  durationMs: 1200,
});
