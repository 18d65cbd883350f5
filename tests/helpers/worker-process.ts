// A second server process's worker: files what waits until its standard input closes.
// Arguments: the address of the database, the key file, the media folder.
import { openDiskBlobs } from '../../server/adapters/disk/disk-blobs.ts';
import { openPostgres } from '../../server/adapters/postgres/postgres.ts';
import { openSqlStore } from '../../server/adapters/sql/sql-store.ts';
import { openSqlite } from '../../server/adapters/sqlite/sqlite.ts';
import { startWorker } from '../../server/inbox/worker.ts';
import { openKeyring } from '../../server/keys/keyring.ts';

const [address = '', keyFile = '', media = ''] = process.argv.slice(2);
const store = await openSqlStore(address.startsWith('postgres:') ? openPostgres(address, 4) : openSqlite(address));
const worker = startWorker({
  store,
  keyring: await openKeyring(keyFile),
  blobs: await openDiskBlobs(media),
  pollMs: 5,
  onTrouble: (what, details) => process.stderr.write(`${what} ${JSON.stringify(details)}\n`),
});
process.stdout.write('ready\n');
process.stdin.resume();
process.stdin.once('end', () => {
  void worker.stop().then(() => store.close());
});
