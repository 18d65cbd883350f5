import { createHash } from 'node:crypto';
import { operationBytes } from '../../../src/domain/envelope.ts';
import type { SyncDeps } from '../../../src/sync/run-context.ts';
import { ModelServer } from '../model-server.ts';
import { CALM, type Weather } from './faults.ts';
import { type Seeded, seeded } from './seeded.ts';
import { SimTablet } from './sim-tablet.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

/** What one simulated day came to. `breaches` is empty when nothing was lost, doubled, let go too early, or stuck. */
export interface Outcome {
  readonly seed: number;
  readonly breaches: readonly string[];
  readonly operations: number;
  readonly requests: number;
  readonly virtualHours: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BAD_HOURS = 4;
/** After the last fault: everything must have left within this time. */
const TO_BE_WELL_MS = 1.75 * HOUR;
const KNOWN = ['note', 'need', 'withdrawal', 'void'];

export interface SimulationOptions {
  /** Puts a broken part into every tablet: for the proof that this simulation can fail. */
  readonly spoil?: (deps: SyncDeps) => SyncDeps;
  /** Fixes parts of the day that are drawn otherwise: to see a broken part sooner. */
  readonly day?: Partial<Day>;
}

export interface Day {
  readonly weather: Weather;
  readonly restores: boolean;
  readonly wipes: boolean;
  readonly kills: boolean;
  readonly saysLater: boolean;
}

/** Plays one seed: several tablets, one server, one bad day, then calm; and checks what must hold in every case. */
export async function simulate(
  seed: number,
  { spoil = (deps) => deps, day: fixed = {} }: SimulationOptions = {},
): Promise<Outcome> {
  const chance = seeded(seed);
  const time = virtualTime();
  const breaches: string[] = [];
  const day = { ...drawDay(chance), ...fixed };
  let weather = day.weather;
  let serverUp = true;
  const server = new ModelServer(KNOWN, () => time.nowMs());
  const laterChance = chance.fork();
  if (day.saysLater) server.sayLater = () => weather !== CALM && laterChance.chance(0.2);
  const tablets = Array.from({ length: chance.between(1, 3) }, () => {
    const breach = (what: string) => void breaches.push(what);
    return new SimTablet({
      time,
      chance: chance.fork(),
      server,
      deviceId: chance.uuid(),
      weather: () => weather,
      serverUp: () => serverUp,
      breach,
      spoil,
    });
  });

  for (const tablet of tablets) void tablet.boot();
  planDay({ time, chance, day, tablets, server, setServerUp: (up) => (serverUp = up) });
  await time.runUntil(BAD_HOURS * HOUR);

  weather = CALM;
  serverUp = true;
  for (const tablet of tablets) if (!tablet.alive) void tablet.boot();
  const calmFrom = time.nowMs();
  time.at(1.25 * HOUR, () => server.takeBackup());
  await time.runUntil(calmFrom + TO_BE_WELL_MS);
  await judge(tablets, server, day, breaches);
  for (const tablet of tablets) tablet.kill();
  return {
    seed,
    breaches,
    operations: tablets.reduce((sum, tablet) => sum + tablet.saved.length, 0),
    requests: tablets.reduce((sum, tablet) => sum + tablet.requests, 0),
    virtualHours: time.nowMs() / HOUR,
  };
}

function drawDay(chance: Seeded): Day {
  const rough = chance.pick([0, 0.03, 0.1, 0.25]);
  const some = () => (chance.chance(0.6) ? rough : 0);
  return {
    weather: {
      drop: some(),
      cutAfterCommit: some(),
      late: some() / 3,
      replay: some(),
      strange: some(),
      disk: some() / 4,
      stuck: chance.chance(0.3) ? rough / 40 : 0,
    },
    restores: chance.chance(0.3),
    wipes: chance.chance(0.25),
    kills: chance.chance(0.5),
    saysLater: chance.chance(0.2),
  };
}

interface Plan {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly day: Day;
  readonly tablets: readonly SimTablet[];
  readonly server: ModelServer;
  readonly setServerUp: (up: boolean) => void;
}

/** Who does what, and when. Everything is drawn beforehand, so that one thing more does not move all the others. */
function planDay({ time, chance, day, tablets, server, setServerUp }: Plan): void {
  const sometime = () => chance.between(1_000, BAD_HOURS * HOUR - 10 * MINUTE);
  const entities: string[] = [];
  for (const tablet of tablets) {
    for (let n = chance.between(3, 14); n > 0; n -= 1) {
      const old = entities.length > 0 && chance.chance(0.25) ? chance.pick(entities) : null;
      const entityId = old ?? chance.uuid();
      entities.push(entityId);
      const kind = chance.pick(['note', 'note', 'note', 'need', 'from-the-future']);
      const photos = chance.chance(0.3) ? chance.between(1, 2) : 0;
      const at = sometime();
      const burst = chance.chance(0.1) ? chance.between(5, 40) : 1;
      for (let more = 0; more < burst; more += 1) {
        const entity = more === 0 ? entityId : chance.uuid();
        time.at(at + more, () => tablet.finish({ kind, entityId: entity, content: { words: `w${n}` }, photos }));
      }
      if (chance.chance(0.1)) {
        const by = chance.pick(tablets);
        time.at(sometime(), () => by.withdraw(entityId));
      }
    }
    if (day.kills) {
      for (let n = chance.between(1, 6); n > 0; n -= 1) {
        const at = sometime();
        time.at(at, () => tablet.kill());
        time.at(at + chance.between(1_000, 20 * MINUTE), () => void (tablet.alive || tablet.boot()));
      }
    }
    if (day.wipes && chance.chance(0.6)) {
      const at = sometime();
      time.at(at, () => void tablet.loseDatabase());
      time.at(at + chance.between(1_000, 20 * MINUTE), () => void (tablet.alive || tablet.boot()));
    }
  }
  for (let n = chance.between(0, 3); n > 0; n -= 1) {
    const at = sometime();
    time.at(at, () => setServerUp(false));
    time.at(at + chance.between(1_000, 60 * MINUTE), () => setServerUp(true));
  }
  for (let n = chance.between(0, 4); n > 0; n -= 1) time.at(sometime(), () => server.takeBackup());
  if (day.restores) for (let n = chance.between(1, 2); n > 0; n -= 1) time.at(sometime(), () => server.restore());
  const work = () => {
    server.work();
    time.at(60_000, work);
  };
  time.at(60_000, work);
}

/** What must hold once it has been calm for a while. */
async function judge(tablets: readonly SimTablet[], server: ModelServer, day: Day, breaches: string[]): Promise<void> {
  const say = (what: string) => void breaches.push(what);
  const perId = new Map<string, number>();
  for (const row of server.rows()) perId.set(row.opId, (perId.get(row.opId) ?? 0) + 1);
  for (const [index, tablet] of tablets.entries()) {
    const { waiting, waitingMedia, held } = await tablet.left();
    const name = `tablet ${index + 1}`;
    if (waiting > 0 || waitingMedia > 0) say(`${name}: stalled with ${waiting} records and ${waitingMedia} files`);
    const parkedOrOld = tablet.wipes > 0 || tablet.saved.some(({ operation }) => operation.kind === 'from-the-future');
    if (held > 0 && !parkedOrOld) say(`${name}: ${held} payloads never left`);
    const status = tablet.engine?.status();
    if (status === undefined || status.problem !== null)
      say(`${name}: ends with ${status?.problem ?? 'a dead engine'}`);
    for (const { operation, entityId, media } of tablet.saved) {
      const id = `${name} ${operation.kind} ${operation.seq} ${operation.opId}`;
      const row = server.row(operation.opId);
      if (row === undefined) {
        say(`${id}: lost`);
        continue;
      }
      const asSaved = createHash('sha256').update(operationBytes(operation)).digest('hex');
      const asVoid = createHash('sha256')
        .update(operationBytes({ ...operation, kind: 'void', media: [], sealed: null }))
        .digest('hex');
      const withdrawn = tablets.some((one) => one.withdrawnEntities.has(entityId));
      if (row.hash !== asSaved && !(withdrawn && row.hash === asVoid)) say(`${id}: changed on its way`);
      if (withdrawn && operation.kind !== 'withdrawal' && row.content !== null && row.state !== 'quarantined') {
        say(`${id}: withdrawn, and still there`);
      }
      for (const { id: mediaId } of withdrawn ? [] : media) {
        if (server.mediaState(mediaId) !== 'here') say(`${id}: file ${mediaId} never arrived whole`);
      }
      if (operation.kind === 'from-the-future' && !withdrawn && row.state !== 'quarantined') {
        say(`${id}: of an unknown kind, and not parked`);
      }
    }
  }
  for (const [opId, count] of perId) if (count !== 1) say(`${opId}: ${count} times`);
  if (server.parked().length > 0) say(`${server.parked().length} with a known id and other content`);
  if (isOrderly(day)) checkOrder(server, say);
}

/** The days on which the order of one entity's records is promised: nothing failed for its own sake, nothing came back. */
function isOrderly(day: Day): boolean {
  const { weather } = day;
  return !day.restores && !day.wipes && !day.saysLater && weather.strange === 0 && weather.drop <= 0.1;
}

function checkOrder(server: ModelServer, say: (what: string) => void): void {
  const last = new Map<string, number>();
  for (const row of [...server.rows()].sort((a, b) => a.arrival - b.arrival)) {
    if (row.kind === 'withdrawal' || row.kind === 'need' || row.kind === 'void') continue;
    const key = `${row.installId} ${row.entityId}`;
    if ((last.get(key) ?? 0) > row.seq) say(`${row.opId}: number ${row.seq} came after ${last.get(key)} of its entity`);
    last.set(key, row.seq);
  }
}
