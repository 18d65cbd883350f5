import { harmless, toCsv as writeCsv } from '../domain/csv.ts';
import type { Answered, SurveyResponse } from '../domain/survey-response.ts';
import { surveyRowId, type Survey } from '../domain/survey.ts';
import { choiceTextKey } from '../questions/choices.ts';
import { ABOUT_YOU, EVALUATION } from './common-questions.ts';
import { headsOf, marksOf, numberOf, readQuestion, valueOf, type KnownQuestion } from './read-question.ts';
import { smallestShown } from './results/suppress.ts';

/**
 * Answers as a table: one row a response, UTF-8 with a mark at the start so that spreadsheets read it, RFC 4180. A cell
 * that a spreadsheet would take for a formula is made plain text.
 *
 * Single answers are no counts, so nothing is rounded; what could single somebody out is not there: no contact, no
 * place, no day (only the month), and about languages and the person no value that fewer than five of the rows have.
 * Of fewer than five responses there is no table at all.
 */

export interface CsvRow {
  /** YYYY-MM of capture. */
  readonly month: string;
  readonly response: SurveyResponse;
}

export interface CsvOptions {
  readonly as: 'labels' | 'codes';
  /**
   * Words for a key: `D3.ask`, `D3.o.yes`, `D2.fixed.1` of the survey; `column.mode`, `mode.group`, `ended.stopped`,
   * `outcome.skipped`, `voices.own` of `survey-csv.json` and the lists. null: the code stands as it is.
   */
  readonly label: (key: string) => string | null;
  /** Own words go with it only where somebody may have them. */
  readonly words: boolean;
}

interface Column {
  readonly key: string;
  readonly name: string;
  /** About the person or their language: rare values are masked. */
  readonly rare: boolean;
  read(row: CsvRow): Cell;
}

/** `plain` numbers are written as they are; everything else is guarded against being taken for a formula. */
type Cell = string | number;

const MASKED = '*';
const BETWEEN = '; ';
const META = [
  'survey',
  'version',
  'month',
  'mode',
  'voice',
  'ended',
  'stoppedAt',
  'languages',
  'easyRead',
  'need',
  'people',
];

/** null when there are too few responses for a table. The surveys are those of the responses, the newest first. */
export function toCsv(rows: readonly CsvRow[], surveys: readonly Survey[], options: CsvOptions): string | null {
  if (rows.length < smallestShown('internal')) return null;
  const columns = [...metaColumns(options), ...questionColumns(surveys, options), offPathColumn(options)];
  const table = columns.map((column) =>
    masked(
      column,
      rows.map((row) => column.read(row)),
    ),
  );
  const lines = [
    columns.map(({ name }) => harmless(name)),
    ...rows.map((_row, at) => table.map((cells) => plain(cells[at] ?? ''))),
  ];
  return writeCsv(lines);
}

function masked({ rare }: Column, cells: readonly Cell[]): readonly Cell[] {
  if (!rare) return cells;
  const counts = new Map<Cell, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const few = (cell: Cell): boolean => cell !== '' && (counts.get(cell) ?? 0) < smallestShown('internal');
  return cells.map((cell) => (few(cell) ? MASKED : cell));
}

const plain = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : harmless(cell));

const named = ({ as, label }: CsvOptions, key: string, code: string): string =>
  as === 'codes' ? code : (label(key) ?? code);

function metaColumns(options: CsvOptions): Column[] {
  return META.map((key) => ({
    key,
    name: named(options, `column.${key}`, key),
    rare: key === 'languages',
    read: ({ month, response }) => metaCell(key, month, response, options),
  }));
}

function metaCell(key: string, month: string, response: SurveyResponse, options: CsvOptions): Cell {
  switch (key) {
    case 'survey':
      return options.as === 'labels' ? response.title : response.surveyId;
    case 'version':
      return response.version;
    case 'month':
      return month;
    case 'mode':
      return named(options, `mode.${response.mode}`, response.mode);
    case 'voice':
      return named(options, `voices.${response.voice}`, response.voice);
    case 'ended':
      return named(options, `ended.${response.ended}`, response.ended);
    case 'stoppedAt':
      return response.stoppedAt ?? '';
    case 'languages':
      return response.languages.join(BETWEEN);
    case 'easyRead':
      return response.answers.some(({ readingMode }) => readingMode === 'easy') ? 1 : 0;
    case 'need':
      return response.need === null ? '' : named(options, `need.${response.need}`, response.need);
    default:
      return response.people ?? '';
  }
}

interface Asked {
  readonly code: string;
  readonly type: string;
  readonly newest: KnownQuestion;
  readonly about: boolean;
  /** By survey row: the question as that version asked it. */
  readonly inSurvey: ReadonlyMap<string, KnownQuestion>;
  readonly rows: readonly string[];
}

/** Every question of the surveys once, by code and type, with the rows of all versions. */
function askedIn(surveys: readonly Survey[]): readonly Asked[] {
  const found = new Map<
    string,
    { first: KnownQuestion; about: boolean; inSurvey: Map<string, KnownQuestion>; rows: Set<string> }
  >();
  for (const survey of surveys) {
    for (const question of [...survey.questions, ...EVALUATION, ...(survey.aboutYou ? ABOUT_YOU : [])]) {
      const known = readQuestion(question);
      if (known === null || known.type.noAnswer === true) continue;
      const id = `${question.code}/${question.type}`;
      const about = ABOUT_YOU.includes(question);
      const entry = found.get(id) ?? { first: known, about, inSurvey: new Map(), rows: new Set<string>() };
      found.set(id, entry);
      entry.inSurvey.set(surveyRowId(survey.surveyId, survey.version), known);
      for (const { code } of known.rows) entry.rows.add(code);
    }
  }
  return [...found.values()].map(({ first, about, inSurvey, rows }) => ({
    code: first.question.code,
    type: first.type.name,
    newest: first,
    about,
    inSurvey,
    rows: [...rows],
  }));
}

function questionColumns(surveys: readonly Survey[], options: CsvOptions): Column[] {
  return askedIn(surveys).flatMap((asked) => {
    const title = named(options, `${asked.code}.ask`, asked.code);
    const value = (row: string | null): Column => ({
      key: row === null ? asked.code : `${asked.code}:${row}`,
      name: row === null ? title : rowName(asked.code, title, row, options),
      rare: asked.about,
      read: ({ response }) => answerCell(asked, response, row, options),
    });
    const whose: Column = {
      key: `${asked.code}.voice`,
      name: options.as === 'codes' ? `${asked.code}.voice` : `${title} ${named(options, 'column.whose', 'voice')}`,
      rare: false,
      read: ({ response }) => {
        const given = answerOf(asked, response);
        return given === null ? '' : named(options, `voices.${given.voice}`, given.voice);
      },
    };
    const values = asked.rows.length === 0 ? [value(null)] : asked.rows.map(value);
    return asked.about ? values : [...values, whose];
  });
}

function rowName(code: string, title: string, row: string, options: CsvOptions): string {
  return options.as === 'codes' ? `${code}:${row}` : `${title}: ${named(options, `${code}.o.${row}`, row)}`;
}

const answerOf = ({ code, type }: Asked, response: SurveyResponse): Answered | null =>
  response.answers.find((given) => given.code === code && given.type === type && given.offPath !== true) ?? null;

function answerCell(asked: Asked, response: SurveyResponse, row: string | null, options: CsvOptions): Cell {
  const given = answerOf(asked, response);
  if (given === null) return '';
  // A colon first: no choice has such a code.
  if (given.outcome === 'not-sure' || given.outcome === 'skipped')
    return named(options, `outcome.${given.outcome}`, `:${given.outcome}`);
  const known = asked.inSurvey.get(surveyRowId(response.surveyId, response.version)) ?? asked.newest;
  return given.outcome === 'heads' ? headsCell(known, given, options) : valueCell(known, given, row, options);
}

function choiceLabel({ type, settings, question }: KnownQuestion, code: string, options: CsvOptions): string {
  return named(options, `${question.code}.${choiceTextKey(type, settings, code)}`, code);
}

function valueCell(known: KnownQuestion, given: Answered, row: string | null, options: CsvOptions): Cell {
  const number = numberOf(known, given);
  if (number !== null) return number;
  const marks = marksOf(known, given).filter((mark) => mark.row === row);
  const weighted = marks.some(({ weight }) => weight !== 1);
  const chosen = marks.map(({ code, weight }) => {
    const label = choiceLabel(known, code, options);
    return weighted ? `${label} = ${weight}` : label;
  });
  const found = valueOf(known, given);
  const words = found === null || !options.words ? null : (known.type.words?.(found.value) ?? null);
  const media = found === null ? 0 : (known.type.media?.(found.value) ?? []).length;
  const attached = media === 0 ? [] : [`${named(options, 'column.media', 'media')} = ${media}`];
  return [...chosen, ...(words === null ? [] : [words]), ...attached].join(BETWEEN);
}

function headsCell(known: KnownQuestion, given: Answered, options: CsvOptions): string {
  const counted = headsOf(given);
  if (counted === null) return '';
  const vote = (heads: Readonly<Record<string, number>>): string =>
    Object.entries(heads)
      .map(([code, count]) => `${choiceLabel(known, code, options)} = ${count}`)
      .join(BETWEEN);
  return counted.again === null ? vote(counted.first) : `${vote(counted.first)} → ${vote(counted.again)}`;
}

/** Answers that were no longer asked in the end: named, so that nobody wonders, and counted nowhere. */
const offPathColumn = (options: CsvOptions): Column => ({
  key: 'offPath',
  name: named(options, 'column.offPath', 'offPath'),
  rare: false,
  read: ({ response }) =>
    response.answers
      .filter(({ offPath }) => offPath === true)
      .map(({ code }) => code)
      .join(BETWEEN),
});
