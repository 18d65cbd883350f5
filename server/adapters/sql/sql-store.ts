import type { Store } from '../../ports/store.ts';
import { sqlDirectory } from './directory.ts';
import { sqlDevices } from './devices.ts';
import { sqlMaps } from './maps.ts';
import { sqlMedia } from './media.ts';
import { sqlPeople } from './people.ts';
import { sqlQueue } from './queue.ts';
import { sqlRecords } from './records.ts';
import { sqlReference } from './reference.ts';
import { migrate } from './schema.ts';
import { sqlAudit, sqlSettings } from './settings.ts';
import { sqlSounds } from './sounds.ts';
import type { Sql } from './sql.ts';
import { sqlSurveys } from './surveys.ts';

/** A store, and the database beneath it for backup and restore. */
export interface SqlStore extends Store {
  readonly sql: Sql;
}

/** Brings the database up to date and opens the store over it. Closing the store closes the database. */
export async function openSqlStore(sql: Sql, clock: () => string = () => new Date().toISOString()): Promise<SqlStore> {
  try {
    await sql.alone((tx) => migrate(tx, clock()));
  } catch (error) {
    await sql.close();
    throw error;
  }
  return {
    sql,
    queue: sqlQueue(sql, clock),
    records: sqlRecords(sql, clock),
    devices: sqlDevices(sql),
    people: sqlPeople(sql),
    media: sqlMedia(sql),
    reference: sqlReference(sql),
    surveys: sqlSurveys(sql),
    sounds: sqlSounds(sql),
    directory: sqlDirectory(sql),
    maps: sqlMaps(sql),
    settings: sqlSettings(sql),
    audit: sqlAudit(sql),
    async ping() {
      await sql.query('SELECT 1 AS one');
    },
    close: () => sql.close(),
  };
}
