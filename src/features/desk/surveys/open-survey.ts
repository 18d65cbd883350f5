import type { OpenSurvey, SurveyFinding } from '../../../domain/desk-surveys.ts';
import { toProblem, type Problem } from '../../../domain/problems.ts';
import type { SurveyState } from '../../../domain/survey.ts';
import type { SurveyClient } from '../../../ports/survey-client.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { startHistory, step, undo, type Did, type History } from './history.ts';
import { docOf, merge, takeTheirs, type Clash } from './merge.ts';

/** `kept`: the server has everything. `waiting`: soon. `keeping`: on its way. `not-kept`: the link is silent or refused. */
export type Keeping = 'kept' | 'waiting' | 'keeping' | 'not-kept';

export interface OpenSurveyState {
  readonly history: History<LoadedSurvey>;
  readonly keeping: Keeping;
  readonly problem: Problem | null;
  /** Used versions are read only; so is a draft whose server copy turned out to be used. */
  readonly readOnly: boolean;
  /** Somebody else saved this survey while it was open here: their name, until the words about it are closed. */
  readonly alsoBy: string | null;
  /** What both changed in two ways: nothing is kept until each is settled. */
  readonly clashes: readonly Clash[];
}

/**
 * One survey in the builder: every change is kept by itself a moment after it was made, in order, one at a time. A change
 * that could not be sent stays on the page and is sent when the link is back. When somebody else saved meanwhile, both
 * changes are brought together.
 */
export interface OpenSurveyStore {
  state(): OpenSurveyState;
  subscribe(onChange: () => void): () => void;
  edit(make: (doc: LoadedSurvey) => LoadedSurvey, did: Omit<Did, 'atMs'>): void;
  undo(): Did | null;
  settle(clash: Clash, whose: 'mine' | 'theirs'): void;
  forgetOther(): void;
  /** Sends what waits, now. True when the server has everything. */
  flush(): Promise<boolean>;
  changeState(to: SurveyState): Promise<{ done: boolean; findings: readonly SurveyFinding[]; open: OpenSurvey }>;
  mark(what: { what: 'easy-read'; by: string | null } | MarkLanguage): Promise<void>;
  /** For good. Only a draft that nobody used; nothing is sent after it. */
  remove(): Promise<void>;
  /** Nothing is sent by itself any more. */
  close(): void;
}

interface MarkLanguage {
  readonly what: 'language';
  readonly language: string;
  readonly status: 'draft' | 'translated' | 'checked' | 'tested';
  readonly by: string | null;
}

const KEEP_AFTER_MS = 900;
const TRY_AGAIN_MS = 5000;

export function openSurveyStore(
  client: Pick<SurveyClient, 'survey' | 'saveSurvey' | 'removeSurvey' | 'changeSurveyState' | 'markChecked'>,
  opened: OpenSurvey,
  now: () => number = () => Date.now(),
): OpenSurveyStore {
  const { surveyId, version } = opened.survey;
  /** What the server has, as far as we know. */
  let base = docOf(opened);
  let rev = opened.rev;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<boolean> | null = null;
  let closed = false;
  let state: OpenSurveyState = {
    history: startHistory(base),
    keeping: 'kept',
    problem: null,
    readOnly: opened.used || opened.survey.state === 'retired',
    alsoBy: null,
    clashes: [],
  };
  const listeners = new Set<() => void>();

  function become(next: Partial<OpenSurveyState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  function later(ms: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = closed ? null : setTimeout(() => void flush(), ms);
  }

  async function flush(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const before = running;
    if (before !== null) {
      await before;
      return await flush();
    }
    if (state.history.now === base) return true;
    if (state.readOnly || state.clashes.length > 0) return false;
    running = keep().finally(() => {
      running = null;
    });
    return await running;
  }

  async function keep(): Promise<boolean> {
    const sent = state.history.now;
    become({ keeping: 'keeping' });
    try {
      const saved = await client.saveSurvey(surveyId, version, {
        rev,
        survey: sent.survey,
        texts: [...sent.texts],
      });
      rev = saved.rev;
      base = sent;
      const done = state.history.now === sent;
      become({ keeping: done ? 'kept' : 'waiting', problem: null });
      if (!done) later(KEEP_AFTER_MS);
      return done;
    } catch (thrown) {
      return await notKept(toProblem(thrown, 'unreachable'));
    }
  }

  async function notKept(problem: Problem): Promise<boolean> {
    if (problem.code === 'conflict') return await joinWithTheirs(problem);
    if (problem.code === 'survey-used') {
      become({ keeping: 'not-kept', readOnly: true, problem });
      return false;
    }
    become({ keeping: 'not-kept', problem });
    later(TRY_AGAIN_MS);
    return false;
  }

  async function joinWithTheirs(problem: Problem): Promise<boolean> {
    try {
      const theirs = await client.survey(surveyId, version);
      const joined = merge(base, state.history.now, docOf(theirs));
      base = docOf(theirs);
      rev = theirs.rev;
      become({
        history: step(state.history, joined.doc, { what: 'joined', atMs: now() }),
        alsoBy: String(problem.details['by'] ?? theirs.changedBy),
        clashes: joined.clashes,
        readOnly: theirs.used,
        keeping: joined.clashes.length > 0 || theirs.used ? 'not-kept' : 'waiting',
        problem: null,
      });
      if (joined.clashes.length === 0) later(0);
      return false;
    } catch (thrown) {
      become({ keeping: 'not-kept', problem: toProblem(thrown, 'unreachable') });
      later(TRY_AGAIN_MS);
      return false;
    }
  }

  /** The server's own fields (state, who checked what) come from its answer; the words on the page stay as they are. */
  function adopt(open: OpenSurvey): void {
    rev = open.rev;
    const { now: doc } = state.history;
    const next: LoadedSurvey = {
      survey: { ...doc.survey, state: open.survey.state, easyReadChecked: open.survey.easyReadChecked },
      texts: doc.texts.map((row) => {
        const told = open.texts.find((one) => one.language === row.language);
        return told === undefined ? row : { ...row, status: told.status, checked: told.checked };
      }),
    };
    base = base === doc ? next : base;
    become({ history: { ...state.history, now: next }, readOnly: open.used || open.survey.state === 'retired' });
  }

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    edit(make, did) {
      if (state.readOnly) return;
      const history = step(state.history, make(state.history.now), { ...did, atMs: now() });
      if (history === state.history) return;
      become({ history, keeping: state.keeping === 'keeping' ? 'keeping' : 'waiting' });
      if (running === null) later(KEEP_AFTER_MS);
    },
    undo() {
      const last = state.history.past.at(-1);
      if (last === undefined || state.readOnly) return null;
      become({ history: undo(state.history), keeping: 'waiting' });
      later(KEEP_AFTER_MS);
      return last.did;
    },
    settle(clash, whose) {
      const { now: doc } = state.history;
      const clashes = state.clashes.filter((one) => one.path !== clash.path);
      const next = whose === 'mine' ? doc : takeTheirs(doc, clash);
      become({ history: step(state.history, next, { what: 'settled', atMs: now() }), clashes, keeping: 'waiting' });
      if (clashes.length === 0) later(0);
    },
    forgetOther: () => become({ alsoBy: null }),
    flush,
    async changeState(to) {
      if (!state.readOnly && !(await flush())) throw state.problem ?? new Error('not kept');
      const answer = await client.changeSurveyState(surveyId, version, rev, to);
      if (answer.open.survey.version === version) adopt(answer.open);
      return answer;
    },
    async mark(what) {
      if (!state.readOnly && !(await flush())) throw state.problem ?? new Error('not kept');
      adopt(await client.markChecked(surveyId, version, { ...what, rev }));
    },
    async remove() {
      await flush();
      await client.removeSurvey(surveyId, version, rev);
      closed = true;
      base = state.history.now;
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
