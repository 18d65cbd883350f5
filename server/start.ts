import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDiskBlobs } from './adapters/disk/disk-blobs.ts';
import { openPostgres } from './adapters/postgres/postgres.ts';
import { openS3Blobs } from './adapters/s3/s3-blobs.ts';
import { openSqlStore, type SqlStore } from './adapters/sql/sql-store.ts';
import { openSqlite } from './adapters/sqlite/sqlite.ts';
import type { Config } from './config.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createApp } from './http/app.ts';
import type { Deps } from './http/deps.ts';
import { argon2Passwords } from './http/desk/passwords.ts';
import { listen } from './http/listen.ts';
import type { Log } from './http/log.ts';
import { RateLimiter } from './http/rate-limit.ts';
import { builtVersion, isBuilt } from './http/static-files.ts';
import { startWorker } from './inbox/worker.ts';
import { createAccept } from './intake/accept.ts';
import { keepLasting } from './backup/lasting.ts';
import { startDailyBackups } from './backup/schedule.ts';
import { openKeyring } from './keys/keyring.ts';
import { createMapWork } from './maps/map-work.ts';
import { mapsFolder } from './maps/sources.ts';
import { bringVenues } from './places/bring-venues.ts';
import { settlePlaces } from './places/settle-places.ts';
import { refuseMissingKey, refuseOtherKey } from './org/key-guard.ts';
import { finishSetUp, isSetUp, setupToken } from './org/set-up.ts';
import type { Blobs } from './ports/blobs.ts';
import { installStarters } from './surveys/install-starters.ts';
import { EPOCH_SETTING } from './ports/store.ts';

/** What a killed process had begun is taken up again after this long; a batch takes well under a second. */
const LEASE_MS = 15_000;
const DIST = join(import.meta.dirname, '..', 'dist');

export interface Running {
  readonly url: string;
  /** Takes no more requests, finishes what is under way, stops the worker, closes the database. */
  stop(): Promise<void>;
}

interface How {
  readonly log: Log;
  /** A line for the person who started it. */
  readonly say: (line: string) => void;
  /** Runs once everything is open and before anybody can ask: fills the example. */
  readonly fill?: (deps: Deps) => Promise<readonly string[]>;
}

export async function openStore(config: Config): Promise<SqlStore> {
  const { database } = config;
  return openSqlStore(database.kind === 'sqlite' ? openSqlite(database.file) : openPostgres(database.url));
}

export async function openBlobs({ media }: Config): Promise<Blobs> {
  return media.kind === 'disk' ? openDiskBlobs(media.folder) : openS3Blobs(media);
}

/** Opens everything and serves until `stop`. The one place that knows which parts the server is made of. */
export async function start(config: Config, { log, say, fill }: How): Promise<Running> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const store = await openStore(config);
  try {
    await refuseMissingKey(store, config.keyFile);
    const keys = await openKeyring(config.keyFile);
    await refuseOtherKey(store, keys, config.keyFile);
    return await serve(config, keepLasting(store, config.backupDir, log), {
      log,
      say,
      keys,
      ...(fill === undefined ? {} : { fill }),
    });
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

async function serve(
  config: Config,
  store: SqlStore,
  { log, say, keys, fill }: How & { readonly keys: Deps['keys'] },
): Promise<Running> {
  const now = () => new Date();
  const blobs = await openBlobs(config);
  const dist = config.distDir ?? DIST;
  const built = await isBuilt(dist);
  let ready = true;
  let publicUrl = config.publicUrl;
  let wake = () => {};

  const deps: Deps = {
    store,
    blobs,
    keys,
    passwords: argon2Passwords(),
    limiter: new RateLimiter(Date.now, config.rateLimits),
    log,
    now,
    accept: createAccept(store),
    maps: createMapWork({ store, blobs, folder: mapsFolder(config.dataDir), log, now }),
    publicUrl: () => publicUrl,
    epoch: await store.settings.setOnce(EPOCH_SETTING, randomUUID()),
    appVersion: builtVersion(dist),
    dist: built ? dist : null,
    trustProxy: config.trustProxy,
    nudgeWorker: () => wake(),
    ready: () => ready,
  };
  await finishSetUp(deps, now().toISOString());
  await installStarters(deps, now().toISOString());
  await bringVenues(store, now().toISOString());
  await settlePlaces(store, now().toISOString());
  const lines = (await fill?.(deps)) ?? [];
  const worker = startWorker({
    store,
    keyring: keys,
    blobs,
    now,
    leaseMs: LEASE_MS,
    onTrouble: (what, details) => log.warn(`worker-${what}`, details),
  });
  wake = () => worker.wake();
  const housekeeping = startHousekeeping(store, deps.maps, log);
  const backups = config.backup ? startDailyBackups({ store, blobs, keys, folder: config.backupDir, log }) : null;

  let server;
  try {
    server = await listen(createApp(deps), config.port, config.host);
  } catch (thrown) {
    housekeeping.stop();
    await Promise.all([worker.stop(), backups?.stop(), deps.maps.maker.stop()]);
    throw thrown;
  }
  const { port, stop } = server;
  if (config.port === 0) publicUrl = publicUrl.replace(/:0$/, `:${port}`);
  log.info('listening', { port, database: config.database.kind, media: config.media.kind });
  if (config.host !== '127.0.0.1' && publicUrl.includes('//localhost')) {
    say(
      'Set PUBLIC_URL to the address that tablets use: for now the code for a new tablet points to this machine alone.',
    );
  }
  if (!built) say('The app has not been built yet: run "npm run build", then start again.');
  for (const line of lines) say(line);
  if (!(await isSetUp(store))) say(`First run: open ${publicUrl}/desk/setup#${await setupToken(store)}`);
  say(`Said & Done is ready: ${publicUrl}`);

  return {
    url: publicUrl,
    stop: async () => {
      ready = false;
      housekeeping.stop();
      await stop();
      await Promise.all([worker.stop(), backups?.stop(), deps.maps.maker.stop()]);
      await store.close();
    },
  };
}
