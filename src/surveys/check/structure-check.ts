import type { SurveyFinding } from '../../domain/desk-surveys.ts';
import type { SurveyQuestion } from '../../domain/survey.ts';
import { commonQuestion } from '../common-questions.ts';
import { minutesOf } from '../minutes.ts';
import { readQuestion } from '../read-question.ts';
import { type Checked, stops, warns } from './finding.ts';

/** More answer cards than this do not fit a small screen without much scrolling. */
const MOST_CARDS = 12;
/** How something feels is asked with few choices. */
const MOST_FEELINGS = 4;
/** People tire: longer surveys are said to be so. */
const MOST_MINUTES = 10;

/** Codes, types, settings and pictures. */
export function checkStructure(checked: Checked): SurveyFinding[] {
  const { survey } = checked;
  const minutes = minutesOf(survey).all;
  return [
    ...(survey.questions.length === 0 ? [stops('no-questions')] : []),
    ...codeFindings(survey.questions),
    ...survey.questions.flatMap(typeFindings),
    ...relativeFindings(checked),
    ...pictureFindings(checked),
    ...survey.questions.flatMap(cardFindings),
    ...(minutes > MOST_MINUTES ? [warns('long', { about: { minutes } })] : []),
    ...(survey.questions.length > 0 && !survey.questions.some(takesWords) ? [warns('no-own-words')] : []),
  ];
}

function codeFindings(questions: readonly SurveyQuestion[]): SurveyFinding[] {
  const codes = questions.map(({ code }) => code);
  const twice = [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
  const taken = codes.filter((code) => commonQuestion(code) !== null || ['player', 'title', 'purpose'].includes(code));
  return [
    ...twice.map((question) => stops('same-question-code', { question })),
    ...taken.map((question) => stops('reserved-code', { question })),
  ];
}

function typeFindings(question: SurveyQuestion): SurveyFinding[] {
  const known = readQuestion(question);
  const where = { question: question.code };
  if (known === null) return [stops('unknown-type', { ...where, about: { type: question.type } })];
  return known.type
    .problems(known.settings)
    .map(({ reason, about }) =>
      stops(`settings-${reason}`, { ...where, about: about === undefined ? {} : { choice: about } }),
    );
}

/** Results of a code join across a family: there it must be the same kind of question. */
function relativeFindings({ survey, relatives }: Checked): SurveyFinding[] {
  return survey.questions.flatMap(({ code, type }) => {
    const other = relatives.find((one) =>
      one.questions.some((question) => question.code === code && question.type !== type),
    );
    if (other === undefined) return [];
    return [stops('code-means-else', { question: code, about: { survey: other.surveyId, version: other.version } })];
  });
}

function pictureFindings({ survey, isPicture }: Checked): SurveyFinding[] {
  const owned = new Map(survey.pictures.map((picture) => [`own:${picture.sha256}`, picture]));
  const isThere = (ref: string): boolean =>
    ref.startsWith('own:') ? owned.has(ref) : (isPicture?.(ref.slice('set:'.length)) ?? true);
  const perQuestion = survey.questions.flatMap((question) => {
    const drawn = drawnIn(question.settings);
    const all = [question.picture, ...drawn.map(({ picture }) => picture)].flatMap((ref) => ref ?? []);
    return [
      ...[...new Set(all)].filter((ref) => !isThere(ref)).map(() => stops('picture-gone', { question: question.code })),
      ...drawn
        .filter(({ picture }) => picture === null)
        .map(({ code }) => warns('missing-picture', { question: question.code, about: { choice: code } })),
    ];
  });
  const nameless = survey.pictures.filter(({ alt }) => alt.trim() === '').length;
  return [...perQuestion, ...(nameless > 0 ? [warns('picture-without-words', { about: { count: nameless } })] : [])];
}

interface Drawn {
  readonly code: string;
  readonly picture: string | null;
}

/** What the settings list with a place for a picture: choices, cards, statements, steps. */
function drawnIn(settings: unknown): readonly Drawn[] {
  if (typeof settings !== 'object' || settings === null) return [];
  const isDrawn = (item: unknown): item is Drawn =>
    typeof item === 'object' && item !== null && 'code' in item && 'picture' in item;
  return Object.values(settings).flatMap((value: unknown) => (Array.isArray(value) ? value.filter(isDrawn) : []));
}

function cardFindings(question: SurveyQuestion): SurveyFinding[] {
  const known = readQuestion(question);
  if (known === null) return [];
  const { type, choices, rows, settings } = known;
  const written = type.texts(settings).length > 0 && rows.length === 0;
  const most = type.feeling ? MOST_FEELINGS : MOST_CARDS;
  const about = { cards: choices.length, most };
  const tooMany = written && choices.length > most;
  return tooMany ? [warns(type.feeling ? 'many-feelings' : 'many-cards', { question: question.code, about })] : [];
}

const takesWords = (question: SurveyQuestion): boolean => {
  const type = readQuestion(question)?.type;
  return type?.words !== undefined || type?.media !== undefined;
};
