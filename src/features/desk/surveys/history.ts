/**
 * Steps that can be taken back. Typing in one field within a moment is one step, so that "undo" takes back a sentence
 * and not a letter.
 */
export interface History<Doc> {
  readonly now: Doc;
  readonly past: readonly { readonly doc: Doc; readonly did: Did }[];
}

/** What was done, for the words of the undo button: a key of `desk-surveys:did`, and what it was done to. */
export interface Did {
  readonly what: string;
  readonly about?: string;
  /** Steps with the same `run` within RUN_MS are one. */
  readonly run?: string;
  readonly atMs: number;
}

const RUN_MS = 1500;
const MOST_STEPS = 100;

export const startHistory = <Doc>(doc: Doc): History<Doc> => ({ now: doc, past: [] });

export function step<Doc>(history: History<Doc>, next: Doc, did: Did): History<Doc> {
  if (next === history.now) return history;
  const last = history.past.at(-1);
  const runsOn =
    last !== undefined && did.run !== undefined && last.did.run === did.run && did.atMs - last.did.atMs < RUN_MS;
  const past = runsOn
    ? [...history.past.slice(0, -1), { doc: last.doc, did }]
    : [...history.past, { doc: history.now, did }].slice(-MOST_STEPS);
  return { now: next, past };
}

export function undo<Doc>(history: History<Doc>): History<Doc> {
  const last = history.past.at(-1);
  return last === undefined ? history : { now: last.doc, past: history.past.slice(0, -1) };
}
