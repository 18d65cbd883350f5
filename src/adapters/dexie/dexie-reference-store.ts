import type * as z from 'zod/mini';
import { organisation, owed, receipt, rosterEntry, venue, type ReferenceKind } from '../../domain/protocol.ts';
import { appSounds } from '../../domain/app-sounds.ts';
import { survey, surveyRowId, surveyTexts } from '../../domain/survey.ts';
import type { ReferenceStore } from '../../ports/reference-store.ts';
import { createSignal } from '../signal.ts';
import type { Database } from './database.ts';

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
      await database.run((tables) => tables.reference.clear());
      changed.emit();
    },
    organisation: async () => (await all('organisation', organisation))[0] ?? null,
    roster: () => all('roster', rosterEntry),
    venues: () => all('venue', venue),
    owed: () => all('owed', owed),
    receipts: () => all('receipt', receipt),
    surveys: () => all('survey', survey),
    async surveyTexts(surveyId, version) {
      const from = `${surveyRowId(surveyId, version)}/`;
      const rows = await database.run((tables) =>
        tables.reference
          .where('[kind+id]')
          .between(['survey-texts', from], ['survey-texts', `${from}\uffff`])
          .toArray(),
      );
      return readable(rows, surveyTexts);
    },
    appSounds: () => all('app-sounds', appSounds),
    subscribe: changed.subscribe,
  };
}

function readable<Schema extends z.ZodMiniType>(
  rows: readonly { value: unknown }[],
  schema: Schema,
): z.output<Schema>[] {
  return rows.flatMap(({ value }) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
