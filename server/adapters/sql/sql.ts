/** What may stand in a cell. Booleans are 0 and 1, times are ISO 8601 text. */
export type Cell = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Cell>>;

/**
 * The little that the two databases must have in common. Statements are written once, with `?` for each value.
 * `work` in a transaction may wait for its own `tx` only (it holds a lock meanwhile), and may be run again after a
 * conflict, so it must have no effect outside.
 */
export interface Sql extends Reader {
  /** Resolves only after the commit is flushed. */
  transaction<T>(work: (tx: Reader) => Promise<T>): Promise<T>;
  /** Reads everything as it stood at one moment, however long that takes, without holding writers up. */
  snapshot<T>(work: (tx: Reader) => Promise<T>): Promise<T>;
  /** Runs `work` alone among all processes on this database: for migrations. */
  alone<T>(work: (tx: Reader) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Reader {
  readonly dialect: 'sqlite' | 'postgres';
  /** Outside a transaction: for reading only, and sees only what is committed. */
  query<R = Row>(text: string, values?: readonly Cell[]): Promise<readonly R[]>;
}

/** Few sizes, so that few statements have to be prepared; together they make up any number. */
const SIZES = [100, 20, 5, 1] as const;

const placeholders = new Map<string, string>();
function groups(columns: number, rows: number): string {
  const key = `${columns}/${rows}`;
  const known = placeholders.get(key);
  if (known !== undefined) return known;
  const one = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const all = Array.from({ length: rows }, () => one).join(', ');
  placeholders.set(key, all);
  return all;
}

/** Inserts many rows with few statements. `suffix` is what stands after VALUES: ON CONFLICT, RETURNING. */
export async function insertRows<R = Row>(
  tx: Reader,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  suffix = '',
): Promise<readonly R[]> {
  const returned: R[] = [];
  let at = 0;
  for (const size of SIZES) {
    while (rows.length - at >= size) {
      const part = rows.slice(at, at + size);
      const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${groups(columns.length, size)} ${suffix}`;
      returned.push(...(await tx.query<R>(text, part.flat())));
      at += size;
    }
  }
  return returned;
}

/** `?, ?, ?` for a list of values, in as few lengths as possible: `padded` repeats the last value, which changes nothing. */
export function anyOf(values: readonly string[]): { marks: string; padded: readonly string[] } {
  const size = [1, 5, 20, 100, 500].find((n) => n >= values.length) ?? values.length;
  const padded = Array.from({ length: size }, (_, i) => values[Math.min(i, values.length - 1)] ?? '');
  return { marks: padded.map(() => '?').join(', '), padded };
}
