import type { InboxItem, InboxPage } from '../../../domain/desk.ts';
import { type Problem, toProblem } from '../../../domain/problems.ts';
import type { DeskClient } from '../../../ports/desk-client.ts';
import type { InboxFilter } from '../place.ts';

export const PAGE = 100;

export interface InboxListState {
  readonly items: readonly InboxItem[];
  readonly counts: InboxPage['counts'] | null;
  /** How many have come since the list was fetched; they wait until somebody asks for them. */
  readonly fresh: number;
  readonly more: boolean;
  readonly loading: boolean;
  readonly problem: Problem | null;
}

/**
 * One filtered view of the inbox as a live list. It grows page by page and never jumps: what arrives meanwhile is only
 * counted (`fresh`), and a line that somebody changed stays where it was until the list is fetched anew.
 */
export interface InboxList {
  state(): InboxListState;
  subscribe(onChange: () => void): () => void;
  /** Fetches from the top and puts everything new in its place. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  /** Looks whether something is new, without moving anything. A look that is not answered changes nothing. */
  look(): Promise<void>;
  /** Puts a line in the place of the same entity's older one. */
  put(item: InboxItem): void;
  stop(): void;
}

export function createInboxList(client: DeskClient, filter: InboxFilter): InboxList {
  let state: InboxListState = { items: [], counts: null, fresh: 0, more: false, loading: false, problem: null };
  let next: string | null = null;
  let generation = 0;
  let growing = false;
  const stopper = new AbortController();
  const listeners = new Set<() => void>();

  function become(change: Partial<InboxListState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  const page = (before: string | null): Promise<InboxPage> =>
    client.inbox({ ...filter, limit: PAGE, ...(before === null ? {} : { before }) }, stopper.signal);

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async load() {
      const mine = ++generation;
      become({ loading: true, problem: null });
      try {
        const first = await page(null);
        if (mine !== generation) return;
        next = first.next;
        become({ items: first.items, counts: first.counts, fresh: 0, more: next !== null, loading: false });
      } catch (thrown) {
        if (mine !== generation || stopper.signal.aborted) return;
        become({ loading: false, problem: toProblem(thrown, 'unreachable') });
      }
    },
    async loadMore() {
      if (next === null || growing || state.loading) return;
      growing = true;
      const mine = generation;
      try {
        const later = await page(next);
        if (mine !== generation) return;
        next = later.next;
        const known = new Set(state.items.map((item) => item.entityId));
        const added = later.items.filter((item) => !known.has(item.entityId));
        become({ items: [...state.items, ...added], more: next !== null, problem: null });
      } catch (thrown) {
        if (mine !== generation || stopper.signal.aborted) return;
        become({ problem: toProblem(thrown, 'unreachable') });
      } finally {
        growing = false;
      }
    },
    async look() {
      if (state.loading || state.counts === null) return;
      const mine = generation;
      let top: InboxPage;
      try {
        top = await page(null);
      } catch {
        return;
      }
      if (mine !== generation) return;
      const now = new Map(top.items.map((item) => [item.entityId, item]));
      const known = new Set(state.items.map((item) => item.entityId));
      become({
        items: state.items.map((item) => now.get(item.entityId) ?? item),
        counts: top.counts,
        fresh: top.items.filter((item) => !known.has(item.entityId)).length,
      });
    },
    put(item) {
      become({ items: state.items.map((old) => (old.entityId === item.entityId ? item : old)) });
    },
    stop() {
      generation += 1;
      stopper.abort();
      listeners.clear();
    },
  };
}
