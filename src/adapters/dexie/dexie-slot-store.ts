import type { SlotStore } from '../../ports/slot-store.ts';
import type { Database } from './database.ts';

/** Vault slots in IndexedDB only. `keepSlotsTwice` of the tablet room adds the journal. */
export function createDexieSlotStore(database: Database): SlotStore {
  return {
    all: () => database.run((tables) => tables.slots.toArray()),
    put: async (slot) => void (await database.run((tables) => tables.slots.put({ ...slot }))),
    remove: (actorId) => database.run((tables) => tables.slots.delete(actorId)),
  };
}
