import type { Clip, SurveyTexts, TextLayer } from '../../../domain/survey.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { addLanguage } from './edits.ts';

/** Writing and recording the words of a survey, one pure step each. */

/** Empty words take the text away: it falls back again. Changed words are no longer the checked ones. */
export function setWords(
  doc: LoadedSurvey,
  language: string,
  layer: TextLayer,
  key: string,
  words: string,
): LoadedSurvey {
  return change(doc, language, (texts) => {
    const { [key]: before = '', ...others } = texts[layer];
    if (before === words) return texts;
    return { ...texts, [layer]: words === '' ? others : { ...others, [key]: words }, ...unchecked(texts) };
  });
}

/** null takes the clip away. */
export function setClip(
  doc: LoadedSurvey,
  language: string,
  layer: TextLayer,
  key: string,
  clip: Clip | null,
): LoadedSurvey {
  return change(doc, language, (texts) => {
    const { [key]: _before, ...others } = texts.sounds[layer];
    return { ...texts, sounds: { ...texts.sounds, [layer]: clip === null ? others : { ...others, [key]: clip } } };
  });
}

function textsIn(doc: LoadedSurvey, language: string): SurveyTexts | undefined {
  return doc.texts.find((one) => one.language === language);
}

export function wordsIn(doc: LoadedSurvey, language: string, layer: TextLayer, key: string): string {
  return textsIn(doc, language)?.[layer][key] ?? '';
}

export function clipIn(doc: LoadedSurvey, language: string, layer: TextLayer, key: string): Clip | null {
  return textsIn(doc, language)?.sounds[layer][key] ?? null;
}

/** The words of the first language: what staff know a question by. */
export function firstWords(doc: LoadedSurvey, key: string): string {
  return wordsIn(doc, doc.survey.languages[0] ?? 'en', 'standard', key);
}

function change(doc: LoadedSurvey, language: string, make: (texts: SurveyTexts) => SurveyTexts): LoadedSurvey {
  const has = doc.texts.some((one) => one.language === language);
  const from = has ? doc : addLanguage(doc, language);
  return { ...from, texts: from.texts.map((one) => (one.language === language ? make(one) : one)) };
}

function unchecked(texts: SurveyTexts): Pick<SurveyTexts, 'status' | 'checked'> {
  return texts.status === 'checked' || texts.status === 'tested'
    ? { status: 'translated', checked: null }
    : { status: texts.status, checked: texts.checked };
}
