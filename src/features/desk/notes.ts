/**
 * Notes that are typed and not yet saved, in memory only (they are about people). They outlive walking to another
 * record, a session that ends and signing out; each belongs to the person who typed it.
 */
export interface Notes {
  get(actorId: string, entityId: string): string | null;
  /** null forgets it: it is saved, or was thrown away on purpose. */
  set(actorId: string, entityId: string, text: string | null): void;
  readonly unsaved: number;
}

export function createNotes(): Notes {
  const kept = new Map<string, string>();
  const key = (actorId: string, entityId: string): string => `${actorId} ${entityId}`;
  return {
    get: (actorId, entityId) => kept.get(key(actorId, entityId)) ?? null,
    set(actorId, entityId, text) {
      if (text === null) kept.delete(key(actorId, entityId));
      else kept.set(key(actorId, entityId), text);
    },
    get unsaved() {
      return kept.size;
    },
  };
}
