import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SurveyList } from '../../src/domain/desk-surveys.ts';
import { STARTERS, starterTexts } from '../../src/surveys/starter/starters.ts';
import type { Made } from './draft-of.ts';

const LOCALES = join(import.meta.dirname, '..', '..', 'locales');

let reading: Promise<readonly Made[]> | null = null;
/** Structure and words in every language that has them, read once. */
export function readStarters(): Promise<readonly Made[]> {
  reading ??= (async () => {
    const languages = (await readdir(LOCALES)).filter((name) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name)).sort();
    const ordered = ['en', ...languages.filter((language) => language !== 'en')];
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
  const file = (layer: string) => readJson(join(LOCALES, language, layer, `survey-${survey.surveyId}.json`));
  const [standard, easy] = await Promise.all([file('standard'), file('easy')]);
  return standard === null ? null : starterTexts(survey, language, { standard, easy });
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
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
