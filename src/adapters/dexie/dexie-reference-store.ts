import type * as z from 'zod/mini';
import { organisation, owed, receipt, rosterEntry, venue } from '../../domain/protocol.ts';
import type { ReferenceKind } from '../../domain/pull-row.ts';
import type { OwnTold } from '../../domain/directory.ts';
import type { ReferenceStore } from '../../ports/reference-store.ts';
import { createSignal } from '../signal.ts';
import type { Database } from './database.ts';

/** What this tablet's own records tell lies beside what came down, and is not cleared with it. */
const OWN = 'own-told';
/** Rules that opening the app does not need. */
const places = () => import('../../domain/directory.ts');
const surveys = () => import('../../domain/survey.ts');
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
    async entries() {
      return all('directory', (await places()).directoryEntry);
    },
    async observations(entryIds) {
      const { observation } = await places();
      if (entryIds === undefined) {
        const rows = await database.run((tables) => tables.reference.where('kind').equals('observation').toArray());
        return readableInTurns(rows, observation);
      }
      const rows = await database.run((tables) =>
        Promise.all(
          entryIds.map((entryId) =>
            tables.reference
              .where('[kind+id]')
              .between(['observation', `${entryId}/`], ['observation', `${entryId}/\uffff`])
              .toArray(),
          ),
        ),
      );
      return readable(rows.flat(), observation);
    },
    async baseMaps() {
      return all('base-map', (await places()).baseMap);
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

function readable<Schema extends z.ZodMiniType>(
  rows: readonly { value: unknown }[],
  schema: Schema,
): z.output<Schema>[] {
  return rows.flatMap(({ value }) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Thousands of rows keep a slow tablet busy: between turns it answers to touches. */
const TURN = 500;

async function readableInTurns<Schema extends z.ZodMiniType>(
  rows: readonly { value: unknown }[],
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const found: z.output<Schema>[] = [];
  for (let from = 0; from < rows.length; from += TURN) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    found.push(...readable(rows.slice(from, from + TURN), schema));
  }
  return found;
}
