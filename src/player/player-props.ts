import type { ComponentType, VNode } from 'preact';
import type { ConsentAnswer, ConsentLayer } from '../domain/consent.ts';
import type { AnswerMedia, PlaceChoice } from '../questions/views.ts';
import type { Answering, LoadedSurvey } from '../surveys/answering.ts';

/**
 * How it ended, once nobody can page back any more. `finished` and `stopped`: what was said is in `state`.
 * `thrown-away`: the person wants it gone. `no-consent`: a no to talking or to writing down; only count it.
 * `child-alone`: a child without a grown-up played the practice question; nothing to keep and nothing to count.
 */
export type PlayerEnd = 'finished' | 'stopped' | 'thrown-away' | 'no-consent' | 'child-alone';

/** The questions of consent: kept beside the answers, by the host. */
export interface LentConsent {
  readonly answers: Readonly<Partial<Record<ConsentLayer, ConsentAnswer>>>;
  /** Kept on the tablet when the promise is kept. */
  onAnswer(layer: ConsentLayer, answer: ConsentAnswer): Promise<void>;
  /** A very small community: "someone might guess it was you". */
  readonly shielded: boolean;
}

/** What the host lends: everything that is not words, pictures and touch. */
export interface PlayerLending {
  readonly consent: LentConsent;
  /** Photos and voice notes of one question. The components in it must stay the same from one drawing to the next. */
  media(questionCode: string): AnswerMedia;
  readonly places: readonly PlaceChoice[];
  /** Address of a picture the team added, or null while it is not on this tablet. */
  pictureUrl(sha256: string): string | null;
  /** What the worker sees and touches beside a question that is read out: whose answer it is. */
  beside?(questionCode: string): VNode | null;
  /** After a yes to hearing back the worker writes how; without it nothing is asked. */
  readonly Contact?: ComponentType<{
    readonly value: Answering['contact'];
    readonly onChange: (contact: Answering['contact']) => void;
  }>;
}

export interface PlayerProps {
  readonly loaded: LoadedSurvey;
  readonly state: Answering;
  /**
   * Keeps the next state. The next screen shows when the promise is kept; when it is not, the player says so in words
   * and stays. Calls never overlap; a state that was overtaken while another was being kept is passed over.
   */
  readonly onChange: (next: Answering) => Promise<void>;
  readonly onEnd: (how: PlayerEnd) => void;
  readonly lend: PlayerLending;
  /** Tags in the order of the tiles; left out: those of the survey whose words are here, in its order. */
  readonly languages?: readonly string[];
  /** For staff who look at a survey or read it out: a text that fell back to another language names that language. */
  readonly staff?: boolean;
  /** Fills the place it is given instead of the whole screen, and does not take the focus. */
  readonly preview?: boolean;
  /** Beside the language button: what the host wants always in reach. */
  readonly corner?: VNode;
}
