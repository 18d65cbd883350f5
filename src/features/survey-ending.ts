import { mayKeepWords } from '../domain/consent.ts';
import type { AnswerMode } from '../domain/survey-response.ts';
import { stop } from '../surveys/flow.ts';
import type { Answering, LoadedSurvey } from '../surveys/answering.ts';
import { toResponse } from '../surveys/response.ts';
import { lookUp } from '../surveys/texts.ts';
import type { Draft } from '../tablet/drafts.ts';

/** Not taken up again within this time: the person has stopped. */
export const STALE_MS = 2 * 3_600_000;

/** In these ways of answering the tablet is in the person's own hands. */
const HANDED_OVER: readonly AnswerMode[] = ['hand-over', 'one-minute'];
export const isHandedOver = (state: Pick<Answering, 'mode'>): boolean => HANDED_OVER.includes(state.mode);

/**
 * What becomes of answers that their person left: kept as stopped only after a yes to writing them down; after a no a
 * tally; where it was never asked, or nothing was answered, nothing.
 */
export type Left = 'keep' | 'tally' | 'nothing';

export function leftBehind(draft: Pick<Draft, 'consent'>, state: Answering): Left {
  if (!mayKeepWords(draft.consent)) return 'tally';
  // What was ticked on paper was handed in; what a group says was said in the round.
  const handedIn = state.mode === 'paper' || state.mode === 'group';
  const agreed = handedIn || draft.consent?.answers.use === 'yes';
  return agreed && Object.keys(state.answers).length > 0 ? 'keep' : 'nothing';
}

/**
 * Heads, and a sheet that is being typed, are the worker's own work and wait for the worker. A time that is still to come
 * was told by a clock that has been put right since: nothing waits for it for years.
 */
export function isStale(draft: Pick<Draft, 'updatedAt'>, state: Answering, nowMs: number): boolean {
  if (state.mode === 'group' || (state.mode === 'paper' && state.ended === null)) return false;
  return Math.abs(nowMs - Date.parse(draft.updatedAt)) >= STALE_MS;
}

/** In its first language, for staff. */
function titleOf({ survey, texts }: LoadedSurvey): string {
  return lookUp(texts, 'title', survey.languages[0] ?? 'en', 'standard').words;
}

/**
 * The draft as it is sealed. Where the person did not reach the end, they stopped. A photo or voice note that no answer
 * holds was taken back, and stays out; of a child none is kept, nor a way to reach it, also when it had begun as somebody
 * else.
 */
export function draftToSeal(draft: Draft, state: Answering, loaded: LoadedSurvey): Draft {
  const ended = state.ended === null ? stopped(state, loaded) : state;
  const { language, readingMode, child } = ended;
  const body = toResponse(child === true ? { ...ended, contact: null } : ended, loaded.survey, titleOf(loaded));
  const held = new Set(child === true ? [] : body.answers.flatMap(({ value }) => mediaIds(value)));
  return { ...draft, language, readingMode, body, media: draft.media.filter(({ id }) => held.has(id)) };
}

/** Ids of the photos and voice notes an answer holds: every type keeps them under `media`. */
export function mediaIds(value: unknown): readonly string[] {
  const held = typeof value === 'object' && value !== null && 'media' in value ? value.media : null;
  return Array.isArray(held) ? held.filter((id): id is string => typeof id === 'string') : [];
}

function stopped(state: Answering, { survey }: LoadedSurvey): Answering {
  const next = stop(state, survey);
  return next.ended === null ? { ...next, ended: 'stopped' } : next;
}
