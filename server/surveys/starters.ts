import type { SurveyList } from '../../src/domain/desk-surveys.ts';
import { STARTERS, starterTexts } from '../../src/surveys/starter/starters.ts';
import type { Made } from './draft-of.ts';
import { localeLanguages, readLocale } from './locales.ts';

let reading: Promise<readonly Made[]> | null = null;
/** Structure and words in every language that has them, read once. */
export function readStarters(): Promise<readonly Made[]> {
  reading ??= (async () => {
    const ordered = await localeLanguages();
    return Promise.all(
      STARTERS.map(async (survey): Promise<Made> => {
        const found = await Promise.all(ordered.map((language) => textsIn(survey, language)));
        const texts = found.filter((each) => each !== null);
        return { survey: { ...survey, languages: texts.map(({ language }) => language) }, texts };
      }),
    );
  })();
  return reading;
}

async function textsIn(survey: Made['survey'], language: string) {
  const file = (layer: 'standard' | 'easy') => readLocale(language, layer, `survey-${survey.surveyId}`);
  const [standard, easy] = await Promise.all([file('standard'), file('easy')]);
  return standard === null ? null : starterTexts(survey, language, { standard, easy });
}

/** A survey that ships with the app, with all its words; null when there is none of this name. */
export async function readStarter(surveyId: string): Promise<Made | null> {
  return (await readStarters()).find(({ survey }) => survey.surveyId === surveyId) ?? null;
}

export async function starterLines(): Promise<SurveyList['starters']> {
  return (await readStarters()).map(({ survey, texts }) => ({
    starter: survey.surveyId,
    title: texts[0]?.standard['title'] ?? survey.surveyId,
    questions: survey.questions.length,
    languages: [...survey.languages],
  }));
}
