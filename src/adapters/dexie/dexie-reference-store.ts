import type * as z from 'zod/mini';
import { organisation, owed, receipt, rosterEntry, venue } from '../../domain/protocol.ts';
import type { ReferenceKind } from '../../domain/pull-row.ts';
import type { OwnTold } from '../../domain/directory.ts';
import type { ReferenceStore } from '../../ports/reference-store.ts';
import { createSignal } from '../signal.ts';
import type { Database } from './database.ts';
import { readable } from './readable-rows.ts';

/** What this tablet's own records tell lies beside what came down, and is not cleared with it. */
const OWN = 'own-told';
/** Rules that opening the app does not need. */
const places = () => import('./dexie-directory.ts');
const surveys = () => import('../../domain/survey.ts');
const baseMaps = () => import('./dexie-base-maps.ts');
const sounds = () => import('../../domain/app-sounds.ts');

/** Reference data in IndexedDB. What an older version of the app stored and this one cannot read is passed over. */
export function createDexieReferenceStore(database: Database): ReferenceStore {
  const changed = createSignal();

  async function all<Schema extends z.ZodMiniType>(kind: ReferenceKind, schema: Schema): Promise<z.output<Schema>[]> {
    const rows = await database.run((tables) => tables.reference.where('kind').equals(kind).toArray());
    return readable(rows, schema);
  }

  return {
    async apply(rows) {
      await database.run((tables) =>
        tables.transaction('rw', tables.reference, async () => {
          for (const { kind, id, value } of rows) {
            if (value === null) await tables.reference.delete([kind, id]);
            else await tables.reference.put({ kind, id, value });
          }
        }),
      );
      changed.emit();
    },
    async clear() {
      await database.run((tables) => tables.reference.where('kind').notEqual(OWN).delete());
      changed.emit();
    },
    organisation: async () => (await all('organisation', organisation))[0] ?? null,
    roster: () => all('roster', rosterEntry),
    venues: () => all('venue', venue),
    owed: () => all('owed', owed),
    receipts: () => all('receipt', receipt),
    async surveys() {
      return all('survey', (await surveys()).survey);
    },
    async surveyTexts(surveyId, version) {
      const { surveyRowId, surveyTexts } = await surveys();
      const from = `${surveyRowId(surveyId, version)}/`;
      const rows = await database.run((tables) =>
        tables.reference
          .where('[kind+id]')
          .between(['survey-texts', from], ['survey-texts', `${from}\uffff`])
          .toArray(),
      );
      return readable(rows, surveyTexts);
    },
    async appSounds() {
      return all('app-sounds', (await sounds()).appSounds);
    },
    entries: async () => (await places()).readEntries(database),
    observations: async (entryIds) => (await places()).readObservations(database, entryIds),
    baseMaps: async () => (await baseMaps()).readBaseMaps(database, false),
    mapsOff: async () => (await baseMaps()).readBaseMaps(database, true),
    async keepMapOff(mapId, off) {
      await (await baseMaps()).writeMapOff(database, mapId, off);
      changed.emit();
    },
    async own() {
      const rows = await database.run((tables) => tables.reference.where('kind').equals(OWN).toArray());
      return rows.map(({ value }) => value as OwnTold);
    },
    async keepOwn(told) {
      await database.run((tables) => tables.reference.put({ kind: OWN, id: told.entityId, value: told }));
      changed.emit();
    },
    async dropOwn(entityIds) {
      await database.run((tables) => tables.reference.bulkDelete(entityIds.map((id): [string, string] => [OWN, id])));
      changed.emit();
    },
    subscribe: changed.subscribe,
  };
}
