import type { QuestionResult, SurveyResults } from '../domain/desk-surveys.ts';
import type { CodeOf } from '../domain/lists/lists.ts';
import type { Answered, SurveyResponse } from '../domain/survey-response.ts';
import { surveyRowId, type Survey, type SurveyQuestion } from '../domain/survey.ts';
import { FFT_CODE, FFT_TYPE } from './check/fixed-check.ts';
import type { Mark } from '../questions/definition.ts';
import { ABOUT_YOU, EVALUATION } from './common-questions.ts';
import { headsOf, readQuestion, type KnownQuestion } from './read-question.ts';
import {
  bump,
  countAnswer,
  countHeads,
  isStraightLine,
  noHeads,
  noVoice,
  type HeadsCount,
  type VoiceCount,
} from './results/count.ts';
import { givesAway } from './results/gives-away.ts';
import { type QuestionCount, showQuestion } from './results/show.ts';
import { type Audience, percentOf, shown, shownTogether } from './results/suppress.ts';

type Voice = CodeOf<'voices'>;
type Shown = number | null;

/** Positive and negative of the Friends and Family scale, out of all answers including "don't know". Own voice apart. */
export interface FftShare {
  readonly voice: Voice;
  readonly base: Shown;
  /** Whole per cent; null where the number is too small to show. */
  readonly positive: Shown;
  readonly negative: Shown;
}

/** What a tally shows: the numbers of `SurveyResults`, and what analysts look at beside them. */
export interface TallyResult extends Pick<
  SurveyResults,
  | 'responses'
  | 'finished'
  | 'stopped'
  | 'stoppedAt'
  | 'groups'
  | 'modes'
  | 'languages'
  | 'voices'
  | 'easyRead'
  | 'questions'
> {
  /** Answers that say somebody needs help: for the team, who find them in the inbox. null for the public. */
  readonly needs: SurveyResults['needs'] | null;
  readonly fft: readonly FftShare[];
  /** Responses that gave one and the same choice throughout. */
  readonly straightLine: Shown;
}

/**
 * Counts responses one by one, so that a server can keep it up to date: `add` when one is filed, `take` when it is
 * withdrawn or replaced. Rows are JSON that was parsed as a response before.
 */
export interface Tally {
  add(response: SurveyResponse): void;
  take(response: SurveyResponse): void;
  /** With what is small hidden for this audience. The one way out: plain counts never leave. */
  show(audience: Audience): TallyResult;
}

interface Mutable {
  readonly code: string;
  readonly type: string;
  readonly askedIn: string[];
  readonly known: KnownQuestion[];
  readonly voices: Map<Voice, VoiceCount>;
  readonly heads: HeadsCount;
}

/**
 * A tally over these surveys, the newest version first: versions of one, or a family, whose questions join by code and
 * type. An answer of a survey that is not among them counts under the newest question of its code and type.
 */
export function createTally(surveys: readonly Survey[]): Tally {
  const questions = new Map<string, Mutable>();
  const ownQuestions = new Map<string, KnownQuestion>();
  for (const survey of surveys) {
    const row = surveyRowId(survey.surveyId, survey.version);
    for (const question of [...survey.questions, ...EVALUATION, ...(survey.aboutYou ? ABOUT_YOU : [])]) {
      const known = readQuestion(question);
      if (known === null || known.type.noAnswer === true) continue;
      const id = idOf(question);
      const entry = questions.get(id) ?? {
        code: question.code,
        type: question.type,
        askedIn: [],
        known: [],
        voices: new Map<Voice, VoiceCount>(),
        heads: noHeads(),
      };
      questions.set(id, entry);
      entry.askedIn.push(row);
      entry.known.push(known);
      ownQuestions.set(`${row}/${id}`, known);
    }
  }

  const knownOf = (response: SurveyResponse, given: Answered): KnownQuestion | null => {
    const row = surveyRowId(response.surveyId, response.version);
    return ownQuestions.get(`${row}/${idOf(given)}`) ?? questions.get(idOf(given))?.known[0] ?? null;
  };
  const whole = noWhole();

  const count = (response: SurveyResponse, by: 1 | -1): void => {
    countWhole(whole, response, by);
    const marks: Mark[] = [];
    for (const given of response.answers) {
      const entry = questions.get(idOf(given));
      const known = knownOf(response, given);
      if (given.offPath === true || entry === undefined || known === null) continue;
      if (headsOf(given) !== null) countHeads(entry.heads, given, by);
      else {
        const voice = entry.voices.get(given.voice) ?? noVoice();
        entry.voices.set(given.voice, voice);
        marks.push(...countAnswer(voice, known, given, by));
      }
    }
    if (isStraightLine(marks)) whole.straightLine += by;
  };

  return {
    add: (response) => count(response, 1),
    take: (response) => count(response, -1),
    show(audience) {
      const counts: readonly QuestionCount[] = [...questions.values()];
      const shownQuestions = counts.map((entry) =>
        showQuestion(entry, audience, (voice) => givesAway(entry, voice, counts, audience)),
      );
      return {
        ...showWhole(whole, audience),
        questions: shownQuestions,
        fft: fftShares(questions, shownQuestions, audience),
        straightLine: shown(whole.straightLine, audience),
      };
    },
  };
}

const idOf = ({ code, type }: Pick<SurveyQuestion, 'code' | 'type'>): string => `${code}/${type}`;

// --- the responses as a whole -------------------------------------------------------------------------------------

interface Whole {
  finished: number;
  stopped: number;
  easyRead: number;
  straightLine: number;
  groups: number;
  today: number;
  week: number;
  readonly stoppedAt: Map<string, number>;
  readonly modes: Map<string, number>;
  readonly languages: Map<string, number>;
  readonly voices: Map<string, number>;
}

const noWhole = (): Whole => ({
  finished: 0,
  stopped: 0,
  easyRead: 0,
  straightLine: 0,
  groups: 0,
  today: 0,
  week: 0,
  stoppedAt: new Map(),
  modes: new Map(),
  languages: new Map(),
  voices: new Map(),
});

function countWhole(whole: Whole, response: SurveyResponse, by: 1 | -1): void {
  if (response.ended === 'finished') whole.finished += by;
  else whole.stopped += by;
  if (response.stoppedAt !== null) bump(whole.stoppedAt, response.stoppedAt, by);
  if (response.mode === 'group') whole.groups += by;
  if (response.need === 'today') whole.today += by;
  if (response.need === 'week') whole.week += by;
  if (response.answers.some(({ readingMode }) => readingMode === 'easy')) whole.easyRead += by;
  bump(whole.modes, response.mode, by);
  bump(whole.voices, response.voice, by);
  for (const language of new Set(response.languages)) bump(whole.languages, language, by);
}

function showWhole(whole: Whole, audience: Audience): Omit<TallyResult, 'questions' | 'fft' | 'straightLine'> {
  const responses = whole.finished + whole.stopped;
  const [finished = null, stopped = null] = shownTogether([whole.finished, whole.stopped], audience, 'pair');
  const [easyRead = null] = shownTogether([whole.easyRead, responses - whole.easyRead], audience, 'pair');
  return {
    responses: shown(responses, audience),
    finished,
    stopped,
    stoppedAt: named(whole.stoppedAt, audience),
    groups: whole.groups,
    modes: named(whole.modes, audience),
    languages: named(whole.languages, audience),
    voices: named(whole.voices, audience),
    easyRead,
    needs: audience === 'public' ? null : { today: whole.today, week: whole.week },
  };
}

/** The most frequent first; what is hidden stands last, in the order of its code, so that the place tells nothing. */
function named(counts: ReadonlyMap<string, number>, audience: Audience): { code: string; count: Shown }[] {
  const codes = [...counts.keys()].sort();
  const visible = shownTogether(
    codes.map((code) => counts.get(code) ?? 0),
    audience,
  );
  return codes
    .map((code, at) => ({ code, count: visible[at] ?? null }))
    .sort((a, b) => (b.count ?? -1) - (a.count ?? -1));
}

// --- the Friends and Family Test ----------------------------------------------------------------------------------

/** Positive, negative, and the rest. */
const FFT_PARTS = [
  ['1', '2'],
  ['4', '5'],
  ['3', '6'],
] as const;

/** (Very good and good) and (poor and very poor), each out of all answers: as the test has been counted since 2020. */
function fftShares(
  questions: ReadonlyMap<string, Mutable>,
  results: readonly QuestionResult[],
  audience: Audience,
): FftShare[] {
  const entry = questions.get(`${FFT_CODE}/${FFT_TYPE}`);
  const result = results.find(({ code, type }) => code === FFT_CODE && type === FFT_TYPE);
  if (entry === undefined || result === undefined) return [];
  return result.voices.map(({ voice, answered, cells }): FftShare => {
    const said = entry.voices.get(voice);
    const people = (codes: readonly string[]): number =>
      codes.reduce((sum, code) => sum + (said?.people.get(code) ?? 0), 0);
    // A share of two cells, one of them hidden, would give the hidden one away.
    const safe = FFT_PARTS.every((part) => {
      const hidden = part.filter((code) => cells.find((cell) => cell.code === code)?.count === null);
      return hidden.length === 0 || (hidden.length > 1 && shown(people(hidden), audience) !== null);
    });
    const [positive = null, negative = null] =
      answered === null || !safe ? [] : shownTogether(FFT_PARTS.map(people), audience);
    return {
      voice,
      base: answered,
      positive: percentOf(positive, answered, audience),
      negative: percentOf(negative, answered, audience),
    };
  });
}
