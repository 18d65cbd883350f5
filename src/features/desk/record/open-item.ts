import type { InboxDetail } from '../../../domain/desk.ts';
import { type Problem, toProblem } from '../../../domain/problems.ts';
import type { DeskClient } from '../../../ports/desk-client.ts';
import { changeItem, type WantedChange } from './change-item.ts';

export interface OpenItemState {
  readonly detail: InboxDetail | null;
  /** Why it could not be opened or changed, until the next attempt. */
  readonly problem: Problem | null;
  readonly saving: boolean;
  /** How the item stands with somebody else's note, while a person has to choose between two. */
  readonly conflict: InboxDetail | null;
}

/** One record that is open at the desk. Changes are made one after the other, each on what the last one left. */
export interface OpenItem {
  readonly entityId: string;
  state(): OpenItemState;
  subscribe(onChange: () => void): () => void;
  load(): Promise<void>;
  /** True when the server has taken it. False leaves the reason in the state. */
  change(wanted: WantedChange): Promise<boolean>;
  /** Looks at the item as the other person left it, so that the next note is written on that. */
  settle(): void;
}

export function createOpenItem(
  client: DeskClient,
  entityId: string,
  onDetail: (detail: InboxDetail) => void,
): OpenItem {
  let state: OpenItemState = { detail: null, problem: null, saving: false, conflict: null };
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  function become(change: Partial<OpenItemState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  function take(detail: InboxDetail): void {
    become({ detail, problem: null, saving: false, conflict: null });
    onDetail(detail);
  }
  async function makeChange(wanted: WantedChange): Promise<boolean> {
    if (state.detail === null) return false;
    become({ saving: true, problem: null });
    try {
      const { kind, detail } = await changeItem(client, state.detail, wanted);
      if (kind === 'changed') take(detail);
      else become({ conflict: detail, saving: false });
      return kind === 'changed';
    } catch (thrown) {
      become({ saving: false, problem: toProblem(thrown, 'unreachable') });
      return false;
    }
  }

  return {
    entityId,
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async load() {
      become({ problem: null });
      try {
        take(await client.item(entityId));
      } catch (thrown) {
        become({ problem: toProblem(thrown, 'unreachable') });
      }
    },
    change(wanted) {
      const made = queue.then(() => makeChange(wanted));
      queue = made;
      return made;
    },
    settle() {
      if (state.conflict !== null) take(state.conflict);
    },
  };
}
