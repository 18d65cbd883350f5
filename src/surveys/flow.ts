import type { AnswerMode, Answered } from '../domain/survey-response.ts';
import type { Choice, Survey } from '../domain/survey.ts';
import type { Shortfall } from '../questions/definition.ts';
import type { Answering, AskedQuestion, LoadedSurvey, Stage } from './answering.ts';
import { PRACTICE } from './common-questions.ts';
import { readQuestion, shortfallOf, type KnownQuestion } from './read-question.ts';
import { narrowed } from './narrowed.ts';
import { shuffled } from './shuffled.ts';
import { allIn, asksOneByOne, find, questionsIn, STAGES_OF, stagesOf } from './stages.ts';

/**
 * How one person goes through a survey. Pure: no clock, no chance, nothing kept here. Every function hands back the next
 * state; the caller keeps it before it shows the next screen.
 */

/** From here on every question has been asked: to stop is to finish. */
const ALL_ASKED: readonly Stage[] = ['check', 'consent-after', 'about-you', 'done'];

/** Whose answers the check shows, to be changed one by one. */
const CHANGED_FROM_CHECK: readonly Stage[] = ['questions', 'evaluation'];

export interface Beginning {
  readonly mode: AnswerMode;
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
  /** Any number; the same person always sees mixed choices in the same order. */
  readonly seed: number;
  readonly voice?: Answered['voice'];
}

export function begin({ survey }: Pick<LoadedSurvey, 'survey'>, from: Beginning): Answering {
  const { mode, language, readingMode, seed } = from;
  const empty: Answering = {
    format: 1,
    surveyId: survey.surveyId,
    version: survey.version,
    mode,
    stage: 'done',
    at: null,
    answers: {},
    voice: from.voice ?? (mode === 'facilitated' ? 'helped-reading' : 'own'),
    language,
    languages: [language],
    readingMode,
    listen: false,
    people: null,
    seed,
    ended: null,
    stoppedAt: null,
    contact: null,
  };
  return enter(empty, survey, stagesOf(empty, survey)[0] ?? 'done', 'first');
}

/** The questions that are asked in the present stage, in order. */
export function questionsOf(survey: Survey, state: Answering): readonly AskedQuestion[] {
  return questionsIn(state.stage, state, survey);
}

/** What was said to one question. `outcome: null` takes it back. */
export interface Saying {
  readonly outcome: Answered['outcome'] | null;
  /** Of the question's type when `answered`, heads when `heads`, else null. */
  readonly value: unknown;
  readonly voice?: Answered['voice'];
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
  /** Codes in the order they were shown. Absent: the order this person is shown, where it is mixed. */
  readonly shown?: readonly string[];
}

/** Keeps an answer as it is, finished or not. The practice question and questions nobody asked leave no trace. */
export function answer(state: Answering, survey: Survey, code: string, saying: Saying): Answering {
  const question = find(survey, code);
  if (question === null || code === PRACTICE.code || state.stage === 'done') return state;
  const { [code]: before, ...others } = state.answers;
  if (saying.outcome === null) return before === undefined ? state : { ...state, answers: others };
  const shown = saying.shown ?? mixedOrder(narrowed(question, survey.questions, state.answers), state.seed);
  const given: Answered = {
    code,
    type: question.type,
    outcome: saying.outcome,
    value: saying.outcome === 'answered' || saying.outcome === 'heads' ? saying.value : null,
    voice: saying.voice ?? before?.voice ?? state.voice,
    language: saying.language,
    readingMode: saying.readingMode,
    ...(shown === null ? {} : { shown: [...shown] }),
  };
  return { ...state, answers: { ...state.answers, [code]: given } };
}

/** Where the way on leads, or why not yet. The state is unchanged when `needs` or `shortfall` says so. */
export type Forward =
  | { readonly state: Answering; readonly needs?: never; readonly shortfall?: never }
  | { readonly state: Answering; readonly needs: 'answer'; readonly shortfall?: never }
  | { readonly state: Answering; readonly needs?: never; readonly shortfall: Shortfall };

/**
 * The next question or stage. Never past a question that wants an answer, "not sure" or "skip", nor past an answer that
 * cannot be kept as it is; a question this version cannot show holds nobody up.
 */
export function forward(state: Answering, survey: Survey): Forward {
  if (state.stage === 'done') return { state };
  const asked = questionsIn(state.stage, state, survey);
  const at = asked.find((question) => question.code === state.at);
  const whole = at === undefined ? null : find(survey, at.code);
  const known = whole === null ? null : readQuestion(whole);
  if (at !== undefined && known !== null && at.code !== PRACTICE.code) {
    const given = state.answers[at.code];
    if (given === undefined && at.required && known.type.noAnswer !== true) return { state, needs: 'answer' };
    const shortfall = given === undefined ? null : shortfallOf(known, given);
    if (shortfall !== null) return { state, shortfall };
  }
  if (state.fromCheck === true) return { state: towardsCheck(state, survey) };
  const open = state.stage === 'check' ? leftOpen(state, survey) : null;
  if (open !== null) return { state: open };
  const next = after(state, survey, asked);
  if (next !== undefined) return { state: { ...state, at: next.code } };
  return { state: enter(state, survey, neighbour(state, survey, 1), 'first') };
}

/** Back to a question that wants an answer and lost it, or was never met, while answers were changed from the check. */
function leftOpen(state: Answering, survey: Survey): Answering | null {
  for (const stage of CHANGED_FROM_CHECK) {
    const open = questionsIn(stage, state, survey).find((question) => {
      const known = readQuestion(find(survey, question.code) ?? question);
      const given = state.answers[question.code];
      if (known === null || known.type.noAnswer === true) return false;
      return given === undefined ? question.required : shortfallOf(known, given) !== null;
    });
    if (open !== undefined) return { ...state, stage, at: open.code, fromCheck: true };
  }
  return null;
}

/**
 * From a changed answer back to the check, by way of what is asked now and was not before. What anybody may pass over
 * and is always asked was met already.
 */
function towardsCheck(state: Answering, survey: Survey): Answering {
  const fresh = after(
    state,
    survey,
    questionsOf(survey, state).filter(
      ({ code, required, showIf }) => state.answers[code] === undefined && (required || showIf !== null),
    ),
  );
  if (fresh !== undefined) return { ...state, at: fresh.code };
  const { fromCheck: _done, ...rest } = state;
  return enter(rest, survey, 'check', 'first');
}

/** The first of these questions that stands behind the present one, even if that one is no longer asked. */
function after(state: Answering, survey: Survey, asked: readonly AskedQuestion[]): AskedQuestion | undefined {
  const place = new Map(allIn(state.stage, survey).map(({ code }, index) => [code, index]));
  const here = state.at === null ? -1 : (place.get(state.at) ?? -1);
  return asked.find(({ code }) => (place.get(code) ?? -1) > here);
}

/** The question or stage before. The first screen and the last one stay as they are. */
export function back(state: Answering, survey: Survey): Answering {
  if (state.stage === 'done') return state;
  if (state.fromCheck === true) {
    const { fromCheck: _done, ...rest } = state;
    return enter(rest, survey, 'check', 'first');
  }
  const place = new Map(allIn(state.stage, survey).map(({ code }, index) => [code, index]));
  const here = state.at === null ? -1 : (place.get(state.at) ?? -1);
  const before = questionsIn(state.stage, state, survey).findLast(({ code }) => (place.get(code) ?? -1) < here);
  if (before !== undefined) return { ...state, at: before.code };
  return enter(state, survey, neighbour(state, survey, -1), 'last');
}

/** The stage before or behind the present one, leaving out those with nothing to ask; at the ends, the present one. */
function neighbour(state: Answering, survey: Survey, step: 1 | -1): Stage {
  const all = STAGES_OF[state.mode];
  const open = stagesOf(state, survey);
  let index = all.indexOf(state.stage) + step;
  while (index >= 0 && index < all.length) {
    const stage = all[index];
    if (stage !== undefined && open.includes(stage)) return stage;
    index += step;
  }
  return state.stage;
}

function enter(state: Answering, survey: Survey, stage: Stage, end: 'first' | 'last'): Answering {
  if (stage === state.stage && state.at !== null) return state;
  const asked = asksOneByOne(stage) ? questionsIn(stage, state, survey) : [];
  const at = (end === 'first' ? asked[0] : asked.at(-1))?.code ?? null;
  const ended = stage === 'done' ? (state.ended ?? 'finished') : state.ended;
  return { ...state, stage, at, ended };
}

/** To one question, from the check of what was said. "Next" then leads back to the check. */
export function change(state: Answering, survey: Survey, code: string): Answering {
  if (state.stage !== 'check') return state;
  const stage = CHANGED_FROM_CHECK.find((one) =>
    questionsIn(one, state, survey).some((question) => question.code === code),
  );
  return stage === undefined ? state : { ...state, stage, at: code, fromCheck: true };
}

/** Loses nothing. A language already used keeps its place in the list. */
export function switchLanguage(
  state: Answering,
  to: { readonly language: string; readonly readingMode: 'standard' | 'easy'; readonly listen?: boolean },
): Answering {
  const languages = state.languages.includes(to.language) ? state.languages : [...state.languages, to.language];
  const { language, readingMode, listen = state.listen } = to;
  return { ...state, language, languages, readingMode, listen };
}

/**
 * The person has had enough and lets us keep what was said: nothing more is asked, and what was not agreed to is not
 * done. After the last question this is the same as to finish.
 */
export function stop(state: Answering, survey: Survey): Answering {
  if (state.stage === 'done') return state;
  const { fromCheck, ...rest } = state;
  const allAsked = ALL_ASKED.includes(state.stage) || fromCheck === true;
  const open = allAsked ? leftOpen(state, survey) : null;
  if (allAsked && open === null) return enter(rest, survey, 'done', 'first');
  const asking = state.stage === 'questions' || state.stage === 'evaluation';
  const stoppedAt = open?.at ?? (asking ? state.at : null);
  return enter({ ...rest, ended: 'stopped', stoppedAt }, survey, 'done', 'first');
}

/**
 * Whose answers these are. Told again it is put right: what was said under the first telling goes along, or a helper's
 * view would count as the person's own. What has a mark of its own keeps it.
 */
export function setVoice(state: Answering, voice: Answered['voice']): Answering {
  const told = Object.entries(state.answers).map(
    ([code, given]) => [code, given.voice === state.voice ? { ...given, voice } : given] as const,
  );
  return { ...state, voice, answers: Object.fromEntries(told) };
}

/** Somebody else answers from here on. What was said so far is whose it was. */
export const voiceFromHere = (state: Answering, voice: Answered['voice']): Answering => ({ ...state, voice });

/** Marks whose answer one is, or all so far and from now on. */
export function markVoice(state: Answering, code: string | 'all', voice: Answered['voice']): Answering {
  const answers = Object.fromEntries(
    Object.entries(state.answers).map(([key, given]) => [
      key,
      code === 'all' || code === key ? { ...given, voice } : given,
    ]),
  );
  return code === 'all' ? { ...state, voice, answers } : { ...state, answers };
}

export const setPeople = (state: Answering, people: number | null): Answering => ({ ...state, people });

export const setContact = (state: Answering, contact: Answering['contact']): Answering => ({ ...state, contact });

/** Which question of how many of this stage; `of` is 0 where nothing is asked one by one. */
export function progress(state: Answering, survey: Survey): { readonly at: number; readonly of: number } {
  const asked = questionsIn(state.stage, state, survey);
  return { at: asked.findIndex(({ code }) => code === state.at) + 1, of: asked.length };
}

/** Codes of what may be chosen (of the rows, where there are any) as this person is shown them. Scales keep their order. */
export function order(question: AskedQuestion, seed: number): readonly string[] {
  const known = readQuestion(question);
  return mixedOrder(question, seed) ?? (known === null ? [] : listedIn(known).map(({ code }) => code));
}

const listedIn = ({ rows, choices }: KnownQuestion): readonly Choice[] => (rows.length > 0 ? rows : choices);

/** null where the order is not mixed. What stands alone ("nothing") stays at the end. */
function mixedOrder(question: AskedQuestion, seed: number): readonly string[] | null {
  const known = readQuestion(question);
  if (known === null || !known.type.mixable || !isRecord(known.settings) || known.settings['mixed'] !== true)
    return null;
  const alone = known.settings['alone'];
  const last = (code: string): boolean => Array.isArray(alone) && alone.includes(code);
  const codes = listedIn(known).map(({ code }) => code);
  return [
    ...shuffled(
      codes.filter((code) => !last(code)),
      `${seed}/${question.code}`,
    ),
    ...codes.filter(last),
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
