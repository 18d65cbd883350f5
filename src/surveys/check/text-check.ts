import { isSigned } from '../../domain/signed.ts';
import type { SurveyFinding } from '../../domain/desk-surveys.ts';
import { TEXT_LAYERS, type SurveyTexts, type TextLayer } from '../../domain/survey.ts';
import { tabletWants } from '../../domain/survey-files.ts';
import { choiceTextKey } from '../../questions/choices.ts';
import { readQuestion } from '../read-question.ts';
import { readingCheck } from '../reading.ts';
import { textSlots, textsOf } from '../text-slots.ts';
import { pipesOf } from '../texts.ts';
import { type Checked, stops, warns } from './finding.ts';

/** Words, in every language and layer; recordings; and what a text repeats of an earlier answer. */
export function checkTexts(checked: Checked): SurveyFinding[] {
  const { survey, texts } = checked;
  const [first] = survey.languages;
  const each = survey.languages.flatMap((language) => {
    const row = texts.find((one) => one.language === language);
    if (row === undefined) return [stops('no-texts', { language })];
    // What is signed has films and no words: it is wanted wherever the first language says anything.
    const model = texts.find((one) => one.language === first);
    if (isSigned(language) && model !== undefined && model !== row) {
      return [...soundFindings(checked, { ...model, language, sounds: row.sounds }), ...standing(row)];
    }
    return [
      ...missing(checked, row, language === first),
      ...easyFindings(checked, row, language === first),
      ...soundFindings(checked, row),
      ...standing(row),
      ...idle(checked, row),
      ...TEXT_LAYERS.flatMap((layer) => pipeFindings(checked, row, layer)),
    ];
  });
  return [...each, ...notUsed(checked)];
}

/** Said once for all of them: nobody finds out in the field that a language stayed at the desk. */
function notUsed({ survey, languagesUsed: used }: Checked): SurveyFinding[] {
  const left = used === null ? [] : survey.languages.filter((language) => !tabletWants(language, survey, used));
  return left.length === 0 ? [] : [warns('language-not-used', { about: { languages: left.join(' ') } })];
}

const blank = (words: string | undefined): boolean => (words ?? '').trim() === '';

/** A gap in the first language is a gap for everybody; in another language the first one stands in, and is marked. */
function missing({ survey }: Checked, row: SurveyTexts, isFirst: boolean): SurveyFinding[] {
  return textSlots(survey)
    .filter(({ key, needed }) => needed && blank(row.standard[key]))
    .map(({ key, question }) =>
      (isFirst ? stops : warns)('missing-text', { question, key, language: row.language, layer: 'standard' }),
    );
}

function easyFindings({ survey, texts }: Checked, row: SurveyTexts, isFirst: boolean): SurveyFinding[] {
  const { language } = row;
  const model = texts.find((one) => one.language === survey.languages[0]);
  const wanted = textSlots(survey).filter(({ key, needed }) => {
    if (!blank(row.easy[key]) || blank(row.standard[key])) return false;
    if (!isFirst) return !blank(model?.easy[key]);
    return (
      needed && readingCheck(row.standard[key] ?? '', 'easy', language).some(({ reason }) => reason !== 'negative')
    );
  });
  const hard = Object.entries(row.easy).filter(([, words]) => readingCheck(words, 'easy', language).length > 0);
  const unread = isFirst && survey.easyReadChecked === null && Object.keys(row.easy).length > 0;
  const at = (key: string) => ({ question: questionOf(key), key, language, layer: 'easy' as const });
  return [
    ...wanted.map(({ key }) => warns('missing-easy', at(key))),
    ...hard.map(([key]) => warns('hard-easy', at(key))),
    ...(unread ? [warns('easy-not-checked', { language, layer: 'easy' })] : []),
  ];
}

const questionOf = (key: string): string | null => (key.includes('.') ? (key.split('.')[0] ?? null) : null);

/** One line for each layer: which texts they are stands in the builder's table. */
function soundFindings(checked: Checked, row: SurveyTexts): SurveyFinding[] {
  return TEXT_LAYERS.flatMap((layer) => {
    const { recorded, of } = soundCoverage(checked, row, layer);
    if (of === 0 || recorded === of) return [];
    return [warns('missing-sounds', { language: row.language, layer, about: { missing: of - recorded, of } })];
  });
}

/** How many of the texts that are written in a layer have a recording. */
function soundCoverage(
  { survey }: Pick<Checked, 'survey'>,
  row: SurveyTexts,
  layer: TextLayer,
): { readonly recorded: number; readonly of: number } {
  const written = textSlots(survey).filter(({ key }) => !blank(row[layer][key]));
  return { recorded: written.filter(({ key }) => row.sounds[layer][key] !== undefined).length, of: written.length };
}

function standing({ language, status }: SurveyTexts): SurveyFinding[] {
  return status === 'checked' || status === 'tested' ? [] : [warns('not-checked', { language })];
}

/** Left over from a question or choice that is gone or renamed. */
function idle({ survey }: Checked, row: SurveyTexts): SurveyFinding[] {
  const isShown = textsOf(survey);
  return TEXT_LAYERS.flatMap((layer) =>
    Object.keys(row[layer])
      .filter((key) => !isShown(key))
      .map((key) => warns('idle-text', { question: questionOf(key), key, language: row.language, layer })),
  );
}

function pipeFindings({ survey }: Checked, row: SurveyTexts, layer: TextLayer): SurveyFinding[] {
  const place = new Map(survey.questions.map(({ code }, index) => [code, index]));
  return Object.entries(row[layer]).flatMap(([key, words]) =>
    pipesOf(words).flatMap(({ code, otherwise }): SurveyFinding[] => {
      const where = { question: questionOf(key), key, language: row.language, layer, about: { other: code } };
      const there = place.get(code);
      const here = place.get(questionOf(key) ?? '') ?? (key.includes('.') ? survey.questions.length : 0);
      if (there === undefined) return [stops('repeats-nothing', where)];
      if (there >= here) return [stops('repeats-later', where)];
      if (!hasLabels(survey.questions[there])) return [stops('repeats-no-label', where)];
      return otherwise === null || otherwise === '' ? [warns('repeats-without-else', where)] : [];
    }),
  );
}

/** Whether the words of its choices stand in the survey: only those can be repeated. */
function hasLabels(question: Checked['survey']['questions'][number] | undefined): boolean {
  const known = question === undefined ? null : readQuestion(question);
  if (known === null || known.rows.length > 0) return false;
  return known.choices.some(({ code }) => choiceTextKey(known.type, known.settings, code).startsWith('o.'));
}
