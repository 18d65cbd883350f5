/**
 * What is typed and not yet saved, such as notes, in memory only (it is about people). It outlives walking to another
 * record, a session that ends and signing out; each belongs to the person who typed it.
 */
export interface Notes<Typed = string> {
  get(actorId: string, entityId: string): Typed | null;
  /** null forgets it: it is saved, or was thrown away on purpose. */
  set(actorId: string, entityId: string, typed: Typed | null): void;
  readonly unsaved: number;
}

export function createNotes<Typed = string>(): Notes<Typed> {
  const kept = new Map<string, Typed>();
  const key = (actorId: string, entityId: string): string => `${actorId} ${entityId}`;
  return {
    get: (actorId, entityId) => kept.get(key(actorId, entityId)) ?? null,
    set(actorId, entityId, typed) {
      if (typed === null) kept.delete(key(actorId, entityId));
      else kept.set(key(actorId, entityId), typed);
    },
    get unsaved() {
      return kept.size;
    },
  };
}
