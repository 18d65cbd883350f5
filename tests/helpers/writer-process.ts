// Pushes to a store for as long as it lives, and says on standard output which numbers were answered as stored.
// Arguments: the address of the database (a file or postgres://), an install id, the first number, how many at once.
import { writeSync } from 'node:fs';
import { openPostgres } from '../../server/adapters/postgres/postgres.ts';
import { openSqlStore } from '../../server/adapters/sql/sql-store.ts';
import { openSqlite } from '../../server/adapters/sqlite/sqlite.ts';
import { anArrival } from '../contracts/store/arrivals.ts';

const [address = '', installId = '', first = '1', atOnce = '8'] = process.argv.slice(2);
const store = await openSqlStore(address.startsWith('postgres:') ? openPostgres(address, 4) : openSqlite(address));
let next = Number(first);
for (;;) {
  const seqs = Array.from({ length: Number(atOnce) }, () => next++);
  await Promise.all(
    seqs.map(async (seq) => {
      const [verdict] = await store.queue.add([anArrival({ installId, seq })], new Date().toISOString());
      // Only what is written here was promised to the tablet.
      if (verdict === 'stored') writeSync(1, `${seq}\n`);
    }),
  );
}
