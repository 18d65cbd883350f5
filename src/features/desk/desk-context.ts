import { createContext } from 'preact';
import { useContext, useEffect, useReducer } from 'preact/hooks';
import type { DeskStatus } from '../../domain/desk.ts';
import type { ActorId } from '../../domain/ids.ts';
import { may, type Permission, type Role } from '../../domain/roles.ts';
import type { ClipMaker } from '../../ports/clip-maker.ts';
import type { DeskClient } from '../../ports/desk-client.ts';
import type { Notes } from './notes.ts';
import type { PlaceEdit } from './places/place-edit.ts';

export interface SignedIn {
  readonly actorId: ActorId;
  readonly displayName: string;
  readonly role: Role;
}

/** What every screen of the desk may ask for, once somebody is signed in. */
export interface DeskRoom {
  readonly client: DeskClient;
  /** Where this computer can record; null where it cannot. */
  readonly clips: ClipMaker | null;
  readonly status: DeskStatus;
  readonly me: SignedIn;
  readonly notes: Notes;
  /** Changes of places that are not yet kept. */
  readonly edits: Notes<PlaceEdit>;
  readonly may: (what: Permission) => boolean;
  readonly go: (path: string, replace?: boolean) => void;
  /** Counts in the menu are fetched anew. */
  readonly countsChanged: () => void;
  readonly tellCounts: (counts: { quarantine: number }) => void;
}

const Context = createContext<DeskRoom | null>(null);
export const DeskRoomProvider = Context.Provider;

export function useDesk(): DeskRoom {
  const room = useContext(Context);
  if (room === null) throw new Error('a desk screen stands outside the desk');
  return room;
}

export const mayOf =
  (role: Role) =>
  (what: Permission): boolean =>
    may(role, what);

/** Draws again whenever a store with `subscribe` says so. */
export function useChanges(store: { subscribe(onChange: () => void): () => void }): void {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => store.subscribe(() => again(undefined)), [store]);
}
