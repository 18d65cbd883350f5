import type { ShowIf, Survey, SurveyQuestion, SurveyTexts } from '../../../domain/survey.ts';
import { MAX_QUESTIONS } from '../../../domain/survey.ts';
import { findQuestionType } from '../../../questions/registry.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { typeSlots } from './slots.ts';

/**
 * What the builder does to a survey, one pure step each. A step never loses a text that still has a place: renaming a
 * code takes its texts, sounds and conditions along.
 */

/** The next free `Q<number>`: a number once used in this survey is not given to another question while it stands. */
function freeCode(survey: Survey): string {
  const taken = new Set(survey.questions.map(({ code }) => code));
  for (let n = survey.questions.length + 1; ; n += 1) if (!taken.has(`Q${n}`)) return `Q${n}`;
}

export const isFull = (survey: Survey): boolean => survey.questions.length >= MAX_QUESTIONS;

/** Puts a new question of this type behind `after` (null: at the end), publishable once its texts are written. */
export function addQuestion(doc: LoadedSurvey, type: string, after: string | null): [LoadedSurvey, string] {
  const known = findQuestionType(type);
  if (known === null || isFull(doc.survey)) return [doc, ''];
  const code = freeCode(doc.survey);
  const question: SurveyQuestion = {
    code,
    type,
    settings: known.blank(),
    picture: null,
    showIf: null,
    required: known.noAnswer !== true,
    quick: false,
  };
  return [insert(doc, question, after), code];
}

/** A question just like this one, right behind it, with all its words and sounds. */
export function copyQuestion(doc: LoadedSurvey, code: string): [LoadedSurvey, string] {
  const original = doc.survey.questions.find((one) => one.code === code);
  if (original === undefined || isFull(doc.survey)) return [doc, ''];
  const copy = freeCode(doc.survey);
  const next = insert(doc, { ...original, code: copy }, code);
  const carry = <Value>(all: Record<string, Value>): Record<string, Value> => {
    const own = Object.entries(all).filter(([key]) => key.startsWith(`${code}.`));
    return { ...all, ...Object.fromEntries(own.map(([key, value]) => [`${copy}${key.slice(code.length)}`, value])) };
  };
  return [{ ...next, texts: next.texts.map((texts) => mapKeyed(texts, carry)) }, copy];
}

/** Takes a question away with its words. Conditions that ask for it stay: the checks name them. */
export function removeQuestion(doc: LoadedSurvey, code: string): LoadedSurvey {
  const drop = <Value>(all: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(`${code}.`)));
  return {
    survey: { ...doc.survey, questions: doc.survey.questions.filter((one) => one.code !== code) },
    texts: doc.texts.map((texts) => mapKeyed(texts, drop)),
  };
}

/** One place up (-1) or down (1); at the ends nothing happens. */
export function moveQuestion(doc: LoadedSurvey, code: string, by: -1 | 1): LoadedSurvey {
  const questions = [...doc.survey.questions];
  const at = questions.findIndex((one) => one.code === code);
  const [from, to] = [questions[at], questions[at + by]];
  if (from === undefined || to === undefined) return doc;
  questions[at] = to;
  questions[at + by] = from;
  return { ...doc, survey: { ...doc.survey, questions } };
}

export function changeQuestion(doc: LoadedSurvey, code: string, change: Partial<SurveyQuestion>): LoadedSurvey {
  const questions = doc.survey.questions.map((one) => (one.code === code ? { ...one, ...change } : one));
  return { ...doc, survey: { ...doc.survey, questions } };
}

/**
 * New settings of a question. A choice that only got another code keeps its words, its sounds, and the conditions that
 * ask for it; the words of a choice that is gone go with it.
 */
export function changeSettings(doc: LoadedSurvey, code: string, settings: unknown): LoadedSurvey {
  const question = doc.survey.questions.find((one) => one.code === code);
  if (question === undefined) return doc;
  const before = typeSlots(question.type, question.settings).map(({ key }) => key);
  const after = typeSlots(question.type, settings).map(({ key }) => key);
  const gone = before.filter((key) => !after.includes(key));
  const come = after.filter((key) => !before.includes(key));
  const changed = changeQuestion(doc, code, { settings });
  const renamed = before.length === after.length && gone.length === 1 && come.length === 1;
  if (renamed) {
    const [from = '', to = ''] = [gone[0], come[0]];
    return renameMarks(renameKey(changed, `${code}.${from}`, `${code}.${to}`), code, lastPart(from), lastPart(to));
  }
  const drop = new Set(gone.map((key) => `${code}.${key}`));
  const keep = <Value>(all: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !drop.has(key)));
  return drop.size === 0 ? changed : { ...changed, texts: changed.texts.map((texts) => mapKeyed(texts, keep)) };
}

/** Gives a question another code, with everything that names it: texts, sounds, conditions, `{{code}}` in texts. */
export function renameQuestion(doc: LoadedSurvey, from: string, to: string): LoadedSurvey {
  const taken = doc.survey.questions.some((one) => one.code === to);
  if (from === to || taken) return doc;
  const rekey = <Value>(all: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(all).map(([key, value]) => [
        key.startsWith(`${from}.`) ? `${to}${key.slice(from.length)}` : key,
        value,
      ]),
    );
  const piped = new RegExp(`(\\{\\{\\s*)${from}(\\s*(?:\\||\\}\\}))`, 'g');
  const repipe = (all: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(all).map(([key, words]) => [
        key,
        words.replaceAll(piped, (_whole, open: string, end: string) => `${open}${to}${end}`),
      ]),
    );
  const questions = doc.survey.questions.map((one) => ({
    ...one,
    code: one.code === from ? to : one.code,
    ...(one.choicesFrom?.question === from ? { choicesFrom: { ...one.choicesFrom, question: to } } : {}),
    showIf: mapConditions(one.showIf, (condition) =>
      condition.question === from ? { ...condition, question: to } : condition,
    ),
  }));
  return {
    survey: { ...doc.survey, questions },
    texts: doc.texts.map((texts) => {
      const keyed = mapKeyed(texts, rekey);
      return { ...keyed, standard: repipe(keyed.standard), easy: repipe(keyed.easy) };
    }),
  };
}

export function changeSurvey(doc: LoadedSurvey, change: Partial<Survey>): LoadedSurvey {
  return { ...doc, survey: { ...doc.survey, ...change } };
}

/** Room for another language: empty texts marked as a draft. One that is there already stays as it is. */
export function addLanguage(doc: LoadedSurvey, language: string): LoadedSurvey {
  const { survey, texts } = doc;
  return {
    survey: survey.languages.includes(language) ? survey : { ...survey, languages: [...survey.languages, language] },
    texts: texts.some((one) => one.language === language) ? texts : [...texts, blankTexts(survey, language)],
  };
}

/** Texts of a language in which nothing is written yet. */
export function blankTexts({ surveyId, version }: Pick<Survey, 'surveyId' | 'version'>, language: string): SurveyTexts {
  return {
    surveyId,
    version,
    language,
    status: 'draft',
    checked: null,
    standard: {},
    easy: {},
    sounds: { standard: {}, easy: {} },
  };
}

/** Takes a language away with its words. The first one stays: the others fall back to it. */
export function removeLanguage(doc: LoadedSurvey, language: string): LoadedSurvey {
  if (doc.survey.languages[0] === language) return doc;
  return {
    survey: { ...doc.survey, languages: doc.survey.languages.filter((one) => one !== language) },
    texts: doc.texts.filter((one) => one.language !== language),
  };
}

function insert(doc: LoadedSurvey, question: SurveyQuestion, after: string | null): LoadedSurvey {
  const questions = [...doc.survey.questions];
  const at = after === null ? -1 : questions.findIndex((one) => one.code === after);
  questions.splice(at === -1 ? questions.length : at + 1, 0, question);
  return { ...doc, survey: { ...doc.survey, questions } };
}

function renameKey(doc: LoadedSurvey, from: string, to: string): LoadedSurvey {
  const rekey = <Value>(all: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).map(([key, value]) => [key === from ? to : key, value]));
  return { ...doc, texts: doc.texts.map((texts) => mapKeyed(texts, rekey)) };
}

function renameMarks(doc: LoadedSurvey, code: string, from: string, to: string): LoadedSurvey {
  const swap = (mark: string): string =>
    mark
      .split(':')
      .map((part) => (part === from ? to : part))
      .join(':');
  const questions = doc.survey.questions.map((one) => {
    const showIf = mapConditions(one.showIf, (condition) =>
      condition.question === code && 'marks' in condition
        ? { ...condition, marks: condition.marks.map(swap) }
        : condition,
    );
    if (one.code !== code || one.need === undefined) return { ...one, showIf };
    const need = Object.fromEntries(Object.entries(one.need).map(([key, soon]) => [swap(key), soon]));
    return { ...one, showIf, need };
  });
  return { ...doc, survey: { ...doc.survey, questions } };
}

type Condition = ShowIf['conditions'][number];

function mapConditions(showIf: ShowIf | null, change: (condition: Condition) => Condition): ShowIf | null {
  return showIf === null ? null : { ...showIf, conditions: showIf.conditions.map(change) };
}

type Keyed = <Value>(all: Record<string, Value>) => Record<string, Value>;

/** The same change to words and sounds, plain and easy. */
function mapKeyed(texts: SurveyTexts, change: Keyed): SurveyTexts {
  return {
    ...texts,
    standard: change(texts.standard),
    easy: change(texts.easy),
    sounds: { standard: change(texts.sounds.standard), easy: change(texts.sounds.easy) },
  };
}

const lastPart = (key: string): string => key.split('.').at(-1) ?? key;
