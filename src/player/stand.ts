import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppSounds } from '../domain/app-sounds.ts';
import type { Survey, TextLayer } from '../domain/survey.ts';
import type { FilmPace } from '../sound/sign-stage.tsx';
import type { Say } from '../sound/sound-desk.ts';
import type { Answering, LoadedSurvey, Ways } from '../surveys/answering.ts';
import type { PlayerEnd, PlayerLending } from './player-props.ts';
import type { Kept } from './use-kept.ts';

/** What every screen of the player stands on. */
export interface Stand {
  readonly loaded: LoadedSurvey;
  readonly survey: Survey;
  readonly state: Answering;
  /** BCP 47 tag of the screen. */
  readonly language: string;
  readonly layer: TextLayer;
  /** Recordings of the app's own words. */
  readonly sounds: readonly AppSounds[];
  readonly lend: PlayerLending;
  readonly touch: 'say-first' | 'choose';
  readonly ways: Ways;
  readonly languages: readonly string[];
  /** The survey has no words in the language of the screen here: what is asked stands in another one. */
  readonly away: boolean;
  /** What is being signed, where the language of the screen is signed: the texts, and a number that each time is another. */
  readonly signing: Signing | null;
  readonly staff: boolean;
  readonly preview: boolean;
  readonly corner: VNode | null;
  /** Says it aloud, where there is anything to hear. */
  say(what: Say | readonly Say[]): void;
  readonly walk: Walk;
}

export interface Signing {
  readonly texts: readonly Say[];
  readonly turn: number;
  readonly pace: FilmPace;
}

/** The ways from one screen to the next. Each waits until the state is kept; while it does, others do nothing. */
export interface Walk {
  readonly kept: Kept;
  readonly busy: boolean;
  /** Why the way on is not open, to be shown and said; null when nothing is in the way. */
  readonly problem: Say | null;
  setProblem(problem: Say | null): void;
  /** On from this state, or from the present one. */
  forward(from?: Answering): void;
  back(): void;
  /** Keeps this state and shows it. */
  go(next: Answering): void;
  /** Keeps what stands beside the answers, then goes on with `then`. */
  after(keep: () => Promise<unknown>, then: () => void): void;
  speak(to: { language?: string; readingMode?: 'standard' | 'easy'; listen?: boolean }, on: boolean): void;
  setWays(ways: Ways): void;
  open(over: Over): void;
  close(): void;
  end(how: PlayerEnd): void;
}

/** A screen that lies over the present one and leads back to it. */
export type Over = 'language' | 'ways' | 'stop' | 'no-consent' | 'child-practice' | null;

const Standing = createContext<Stand | null>(null);
export const StandProvider = Standing.Provider;

export function useStand(): Stand {
  const stand = useContext(Standing);
  if (stand === null) throw new Error('a screen of the player stands outside the player');
  return stand;
}
