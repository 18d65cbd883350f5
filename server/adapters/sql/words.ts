import type { Reader } from './sql.ts';

const TOKEN = /^[a-z2-7]{4,32}$/;
/** More different words than anybody says in one record. */
const MAX_TOKENS = 5_000;

/** Adds an item's hashed words to the search index; what another record of the same item brought stays. */
export async function addWords(tx: Reader, no: number, tokens: readonly string[]): Promise<void> {
  const fresh = [...new Set(tokens.filter((token) => TOKEN.test(token)))].slice(0, MAX_TOKENS);
  if (fresh.length === 0) return;
  if (tx.dialect === 'postgres') {
    await tx.query(
      `INSERT INTO item_words (no, tokens) VALUES (?, array_to_tsvector(string_to_array(?, ' ')))
         ON CONFLICT (no) DO UPDATE SET tokens = item_words.tokens || excluded.tokens`,
      [no, fresh.join(' ')],
    );
    return;
  }
  const [before] = await tx.query<{ tokens: string }>('SELECT tokens FROM item_words WHERE no = ?', [no]);
  const all = [...new Set([...(before?.tokens.split(' ') ?? []), ...fresh])].join(' ');
  if (before !== undefined) await removeWords(tx, no);
  await tx.query('INSERT INTO item_words (no, tokens) VALUES (?, ?)', [no, all]);
  await tx.query('INSERT INTO item_search (rowid, tokens) VALUES (?, ?)', [no, all]);
}

/** Takes an item out of the search index; nothing of it stays in the file. */
export async function removeWords(tx: Reader, no: number): Promise<void> {
  if (tx.dialect === 'sqlite') {
    await tx.query(
      `INSERT INTO item_search (item_search, rowid, tokens) SELECT 'delete', no, tokens FROM item_words WHERE no = ?`,
      [no],
    );
  }
  await tx.query('DELETE FROM item_words WHERE no = ?', [no]);
}

/** FROM and WHERE of a search: items in which all of these are found. The value goes first. */
export function searchClause(
  dialect: Reader['dialect'],
  tokens: readonly string[],
): { from: string; where: string; number: string; value: string } {
  const valid = tokens.filter((token) => TOKEN.test(token));
  // What cannot be a token is in no item.
  const all = valid.length === tokens.length ? valid : ['none'];
  return dialect === 'sqlite'
    ? {
        from: 'item_search s CROSS JOIN items i ON i.no = s.rowid',
        where: 's.item_search MATCH ?',
        number: 's.rowid',
        value: all.join(' AND '),
      }
    : {
        from: 'item_words s JOIN items i ON i.no = s.no',
        where: 's.tokens @@ ?::tsquery',
        number: 'i.no',
        value: all.join(' & '),
      };
}
