import type { Cell, Reader, Row } from '../adapters/sql/sql.ts';
import { insertRows } from '../adapters/sql/sql.ts';

/**
 * What a backup holds of the database, with the columns that order each table. Sessions and one-time codes are left
 * out on purpose: after a restore everybody signs in again.
 */
const TABLES = {
  installs: ['install_id'],
  inbox: ['id'],
  codes: ['code_hash'],
  records: ['op_id'],
  items: ['no'],
  item_words: ['no'],
  history: ['id'],
  media: ['id'],
  media_chunks: ['media_id', 'idx'],
  media_removals: ['media_id'],
  devices: ['device_id'],
  people: ['actor_id'],
  reference: ['kind', 'id', 'device_id'],
  surveys: ['survey_id', 'version'],
  survey_texts: ['survey_id', 'version', 'language'],
  survey_assets: ['sha256'],
  survey_asset_uses: ['sha256', 'survey_id', 'version'],
  app_sounds: ['language', 'layer', 'text_key'],
  directory: ['entry_id'],
  place_notes: ['entity_id'],
  place_contacts: ['entity_id', 'entry_id'],
  directory_history: ['id'],
  base_maps: ['map_id'],
  map_pieces: ['map_id', 'idx'],
  map_sources: ['source_id'],
  counters: ['name'],
  settings: ['key'],
  audit: ['id'],
} as const satisfies Record<string, readonly string[]>;
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

const PAGE = 500;
const COUNTED = ['inbox', 'history', 'directory_history', 'audit'] as const;

/** Every row of a table, a page at a time, as the reader's snapshot sees it. */
export async function* readTable(db: Reader, table: TableName): AsyncGenerator<Row> {
  const order = TABLES[table].join(', ');
  const columns =
    table === 'item_words' && db.dialect === 'postgres'
      ? `no, array_to_string(tsvector_to_array(tokens), ' ') AS tokens`
      : '*';
  const marks = TABLES[table].map(() => '?').join(', ');
  let last: readonly Cell[] | null = null;
  for (;;) {
    const where: string = last === null ? '' : `WHERE (${order}) > (${marks})`;
    const rows: readonly Row[] = await db.query(
      `SELECT ${columns} FROM ${table} ${where} ORDER BY ${order} LIMIT ${PAGE}`,
      last ?? [],
    );
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = TABLES[table].map((column) => end[column] ?? null);
  }
}

/** Fills a table that is empty. */
export async function fillTable(tx: Reader, table: TableName, rows: AsyncIterable<Row>): Promise<void> {
  let batch: Row[] = [];
  const flush = async (): Promise<void> => {
    const [first] = batch;
    if (first === undefined) return;
    const columns = Object.keys(first).filter((column) => /^[a-z][a-z0-9_]*$/.test(column));
    if (table === 'item_words') await fillWords(tx, batch);
    else {
      const cells = batch.map((row) => columns.map((column) => row[column] ?? null));
      await insertRows(tx, table, columns, cells);
    }
    batch = [];
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === PAGE) await flush();
  }
  await flush();
}

async function fillWords(tx: Reader, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const cells = [row['no'] ?? null, row['tokens'] ?? ''];
    if (tx.dialect === 'postgres') {
      await tx.query(
        `INSERT INTO item_words (no, tokens) VALUES (?, array_to_tsvector(string_to_array(?, ' ')))`,
        cells,
      );
      continue;
    }
    await tx.query('INSERT INTO item_words (no, tokens) VALUES (?, ?)', cells);
    await tx.query('INSERT INTO item_search (rowid, tokens) VALUES (?, ?)', cells);
  }
}

/** Numbers go on after the highest that was filled in. SQLite does so by itself. */
export async function continueNumbers(tx: Reader): Promise<void> {
  if (tx.dialect !== 'postgres') return;
  for (const table of COUNTED) {
    await tx.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), greatest(1, (SELECT coalesce(max(id), 0) FROM ${table}) + 1), false)`,
    );
  }
}
