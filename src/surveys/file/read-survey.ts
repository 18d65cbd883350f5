import type * as z from 'zod/mini';
import {
  MAX_QUESTIONS,
  survey as surveySchema,
  SURVEY_FORMAT,
  surveyQuestion,
  type Survey,
  type SurveyQuestion,
} from '../../domain/survey.ts';
import { readQuestion } from '../read-question.ts';
import { isRecord, type FilePath, type Note } from './notes.ts';

const shape = surveySchema.shape;

/** Reads one part; what cannot be read is named, and `otherwise` stands in its place. */
function part<Value>(
  from: Readonly<Record<string, unknown>>,
  key: string,
  schema: z.ZodMiniType<Value>,
  otherwise: Value,
  path: FilePath,
  note: Note,
): Value {
  if (from[key] === undefined) {
    note.warn([...path, key], 'missing-part');
    return otherwise;
  }
  const read = schema.safeParse(from[key]);
  if (read.success) return read.data;
  note.warn([...path, key], 'unreadable');
  return otherwise;
}

/** Of a list, the items that can be read. */
function list<Item>(value: unknown, schema: z.ZodMiniType<Item>, path: FilePath, note: Note): Item[] {
  if (!Array.isArray(value)) {
    note.warn(path, value === undefined ? 'missing-part' : 'unreadable');
    return [];
  }
  return value.flatMap((item: unknown, at) => {
    const read = schema.safeParse(item);
    if (!read.success) note.warn([...path, at], 'unreadable');
    return read.success ? [read.data] : [];
  });
}

/**
 * What a survey is, as far as it can be read; null when it does not even say its name. It comes in as a draft of
 * version 1 that nobody has checked: what others did with it is not known here.
 */
export function readSurvey(value: Readonly<Record<string, unknown>>, note: Note): Survey | null {
  const id = shape.surveyId.safeParse(value['surveyId']);
  if (!id.success) {
    note.stop(['survey'], 'unreadable-survey');
    return null;
  }
  if (typeof value['format'] === 'number' && value['format'] > SURVEY_FORMAT) {
    note.stop(['survey'], 'newer-format');
    return null;
  }
  const questions = readQuestions(value['questions'], note);
  return {
    format: SURVEY_FORMAT,
    surveyId: id.data,
    version: 1,
    state: 'draft',
    family: part(value, 'family', shape.family, id.data, ['survey'], note),
    questions,
    consentAfter: part(value, 'consentAfter', shape.consentAfter, ['share', 'hear-back'], ['survey'], note),
    aboutYou: part(value, 'aboutYou', shape.aboutYou, false, ['survey'], note),
    fixed: part(value, 'fixed', shape.fixed, null, ['survey'], note),
    languages: part(value, 'languages', shape.languages, ['en'], ['survey'], note),
    easyReadChecked: null,
    pictures: list(value['pictures'], shape.pictures.def.element, ['pictures'], note),
  };
}

function readQuestions(value: unknown, note: Note): SurveyQuestion[] {
  if (!Array.isArray(value)) {
    note.warn(['questions'], value === undefined ? 'missing-part' : 'unreadable');
    return [];
  }
  if (value.length > MAX_QUESTIONS)
    note.warn(['questions', MAX_QUESTIONS], 'too-many-questions', { most: MAX_QUESTIONS });
  return value.slice(0, MAX_QUESTIONS).flatMap((item: unknown, at) => {
    const question = readOne(item, at, note);
    return question === null ? [] : [question];
  });
}

/** The code, the kind and the settings must be there; anything else can be put right by hand. */
function readOne(item: unknown, at: number, note: Note): SurveyQuestion | null {
  const { code, type } = surveyQuestion.shape;
  if (!isRecord(item) || !code.safeParse(item['code']).success || !type.safeParse(item['type']).success) {
    note.warn(['questions', at], 'unreadable-question');
    return null;
  }
  const path = ['questions', String(item['code'])];
  const whole = surveyQuestion.safeParse(item);
  const question = whole.success ? whole.data : inParts(item, path, note);
  if (readQuestion(question) === null) note.warn(path, 'unknown-type', { type: question.type });
  return question;
}

function inParts(item: Readonly<Record<string, unknown>>, path: FilePath, note: Note): SurveyQuestion {
  const fields = surveyQuestion.shape;
  for (const key of Object.keys(item)) if (!Object.hasOwn(fields, key)) note.warn([...path, key], 'unreadable');
  const optional = <Value>(key: string, schema: z.ZodMiniType<Value>): Value | null =>
    item[key] === undefined ? null : part<Value | null>(item, key, schema, null, path, note);
  const need = optional('need', fields.need);
  const choicesFrom = optional('choicesFrom', fields.choicesFrom);
  return {
    code: String(item['code']),
    type: String(item['type']),
    settings: item['settings'],
    picture: part(item, 'picture', fields.picture, null, path, note),
    showIf: part(item, 'showIf', fields.showIf, null, path, note),
    required: part(item, 'required', fields.required, true, path, note),
    quick: part(item, 'quick', fields.quick, false, path, note),
    ...(need == null ? {} : { need }),
    ...(choicesFrom == null ? {} : { choicesFrom }),
  };
}
