import type { DeskStatus, SetupRequest } from '../../domain/desk.ts';
import { Problem, toProblem } from '../../domain/problems.ts';
import type { DeskClient } from '../../ports/desk-client.ts';

export interface ConnectionState {
  /** null until the server has answered for the first time. */
  readonly status: DeskStatus | null;
  /** False from the first unanswered question until the next answer. */
  readonly reachable: boolean;
  /** The session ended while somebody was at work: their screen stays as it is behind the sign-in. */
  readonly expired: boolean;
}

/**
 * The desk's one link, watched. A question that comes back "not signed in" while somebody is at work waits for them to
 * sign in again and is then asked once more, so that a session that ends in the middle of a note loses nothing. When
 * somebody else signs in instead, the waiting questions fail with `not-signed-in`: they were not that person's.
 */
export interface Connection {
  readonly client: DeskClient;
  state(): ConnectionState;
  subscribe(onChange: () => void): () => void;
  /** Asks how things stand. Never throws: an unanswered question shows in the state. */
  refresh(): Promise<void>;
  setUp(request: SetupRequest): Promise<void>;
  signIn(loginName: string, password: string): Promise<void>;
  signOut(): Promise<void>;
}

export function createConnection(raw: DeskClient): Connection {
  let state: ConnectionState = { status: null, reachable: true, expired: false };
  const listeners = new Set<() => void>();
  let waiting: Array<(samePerson: boolean) => void> = [];

  function become(next: Partial<ConnectionState>): void {
    const before = state;
    state = { ...state, ...next };
    const same =
      before.status === state.status && before.reachable === state.reachable && before.expired === state.expired;
    if (!same) for (const listener of listeners) listener();
  }

  async function watched<Value>(ask: () => Promise<Value>): Promise<Value> {
    try {
      const value = await ask();
      become({ reachable: true });
      return value;
    } catch (thrown) {
      if (thrown instanceof Problem) become({ reachable: !isSilence(thrown) });
      throw thrown;
    }
  }

  async function guarded<Value>(ask: () => Promise<Value>): Promise<Value> {
    try {
      return await watched(ask);
    } catch (thrown) {
      const somebodyWasHere = state.status?.me != null;
      if (!(thrown instanceof Problem) || thrown.code !== 'not-signed-in' || !somebodyWasHere) throw thrown;
      become({ expired: true });
      const samePerson = await new Promise<boolean>((resolve) => waiting.push(resolve));
      if (!samePerson) throw thrown;
      return await watched(ask);
    }
  }

  function enter(status: DeskStatus): void {
    const before = state.status?.me?.actorId ?? null;
    const samePerson = status.me !== null && (before === null || before === status.me.actorId);
    const resume = waiting;
    waiting = [];
    become({ status, expired: false, reachable: true });
    for (const go of resume) go(samePerson);
  }

  const client = Object.fromEntries(
    Object.entries(raw).map(([name, call]: [string, (...all: unknown[]) => Promise<unknown>]) => [
      name,
      (...all: unknown[]) => guarded(() => call(...all)),
    ]),
  ) as unknown as DeskClient;

  return {
    client,
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async refresh() {
      try {
        const status = await watched(() => raw.status());
        const ended = state.status?.me != null && status.me === null;
        if (ended) become({ expired: true });
        else enter(status);
      } catch (thrown) {
        become({ reachable: !isSilence(toProblem(thrown, 'unreachable')) });
      }
    },
    setUp: async (request) => enter(await watched(() => raw.setUp(request))),
    signIn: async (loginName, password) => enter(await watched(() => raw.signIn(loginName, password))),
    async signOut() {
      await watched(() => raw.signOut());
      if (state.status !== null) enter({ ...state.status, me: null });
    },
  };
}

/** Nobody answered, or somebody who is not our server did. */
export function isSilence(problem: Problem): boolean {
  return problem.code === 'unreachable' || problem.code === 'timed-out' || problem.code === 'nonsense-answer';
}
