import { observationRowId, type DirectoryEntry, type Observation, type OwnTold } from '../domain/directory.ts';
import type { PlaceLink, PlaceStatus } from '../domain/place.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import { isAskedOften, timesAsked } from './load.ts';
import { soleHomes } from './meetings.ts';

/** What was seen or told on one day. */
export interface Seen extends Observation {
  /** Told by a record of this tablet that has not come back from the server. */
  readonly onlyHere: boolean;
}

/** One entry with all that was ever told of it, and of every entry that turned out to be the same. */
export interface Known {
  readonly entry: DirectoryEntry;
  /** Its own id first, then the merged ones, in order. */
  readonly ids: readonly string[];
  /** Every name it goes by, its own first. */
  readonly names: readonly string[];
  /** The entry itself has not come back from the server. */
  readonly onlyHere: boolean;
  /** To what it is linked, as the entries and the observations tell it: perhaps twice, perhaps to what is not here. */
  readonly links: readonly PlaceLink[];
  /** Newest first; of one day in the order of their ids. */
  readonly observations: readonly Seen[];
  /** Local calendar date of the newest observation or such a visit, never after today. */
  readonly lastSeen: string | null;
  readonly freshness: Freshness;
  /** As last observed; where nobody said, as it was written down. */
  readonly status: PlaceStatus | null;
  /** When that was so. */
  readonly statusOn: string | null;
  /** Visits ever, those to the place where it alone meets among them. None: never contacted, whatever was told of it. */
  readonly visits: number;
  /** On how many of the last 90 days somebody came. */
  readonly visits90: number;
  /** So often that the team is warned. */
  readonly askedOften: boolean;
}

export interface Directory {
  /** Everything that stands for itself and is not closed, by name. */
  readonly live: readonly Known[];
  /** No longer there, or no longer visited. */
  readonly closed: readonly Known[];
  /** Also by the id of an entry that was merged into another. */
  find(id: string): Known | null;
}

/**
 * The directory as people see it. The rows may come in any order, twice, with entries merged in circles or into what is
 * not here: every tablet that holds the same rows shows the same. Observations of an entry that is not here are passed
 * over. Of an entry that came down and is told here too, the one that came down counts, with all that staff added; of an
 * observation the one told here, which may correct the other and is dropped when it has come back.
 */
export function directoryOf(...told: Parameters<typeof directoryInSteps>): Directory {
  const steps = directoryInSteps(...told);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, in small steps: a slow tablet that has thousands of rows answers to touches between them. */
export function* directoryInSteps(
  entries: readonly DirectoryEntry[],
  observations: readonly Observation[],
  own: readonly OwnTold[],
  today: string,
  /** From so many days of the last 90 on, it is asked too often. */
  often?: number,
): Generator<void, Directory> {
  const byId = new Map<string, DirectoryEntry>();
  const cameDown = new Set(entries.map(({ entryId }) => entryId));
  for (const entry of [...own.flatMap(({ entry }) => (entry === null ? [] : [entry])), ...entries])
    byId.set(entry.entryId, entry);

  const standsFor = survivors(byId);
  const groups = new Map<string, string[]>();
  for (const [id, survivor] of standsFor) {
    const group = groups.get(survivor);
    if (group === undefined) groups.set(survivor, [id]);
    else group.push(id);
  }
  const seen = yield* seenBy(observations, own, standsFor);

  const told = new Map<string, Stands>();
  for (const [id, ids] of groups) {
    const entry = byId.get(id);
    if (entry === undefined) continue;
    const merged = ids.filter((one) => one !== id).sort();
    told.set(id, {
      entry,
      merged: merged.flatMap((one) => byId.get(one) ?? []),
      seen: seen.get(id) ?? [],
      onlyHere: !cameDown.has(id),
    });
  }
  const homes = soleHomes(
    [...told].map(([id, { entry, merged, seen }]) => ({
      id,
      type: entry.type,
      closed: entry.closed,
      at: linksOf([entry, ...merged], seen)
        .filter(({ how }) => how === 'meets-at')
        .map(({ to }) => standsFor.get(to) ?? ''),
    })),
  );
  const known = new Map<string, Known>();
  for (const [id, stands] of told) {
    const visitsAtHome = (told.get(homes.get(id) ?? '')?.seen ?? []).filter(({ kind }) => kind === 'visit');
    known.set(id, knownOf(stands, visitsAtHome, today, often));
    if (known.size % STEP === 0) yield;
  }
  const sorted = [...known.values()].sort(byName);
  return {
    live: sorted.filter(({ entry }) => !entry.closed),
    closed: sorted.filter(({ entry }) => entry.closed),
    find: (id) => known.get(standsFor.get(id) ?? '') ?? null,
  };
}

/** So many rows in one step. */
const STEP = 100;

/** One entry that stands for itself and for those that were merged into it. */
interface Stands {
  readonly entry: DirectoryEntry;
  readonly merged: readonly DirectoryEntry[];
  readonly seen: readonly Seen[];
  readonly onlyHere: boolean;
}

const linksOf = (entries: readonly DirectoryEntry[], seen: readonly Seen[]): readonly PlaceLink[] => [
  ...entries.flatMap(({ links }) => links),
  ...seen.flatMap(({ link }) => link ?? []),
];

function knownOf(stands: Stands, visitsAtHome: readonly Seen[], today: string, often: number | undefined): Known {
  const { entry, merged, onlyHere } = stands;
  const observations = stands.seen.toSorted(newestFirst);
  const visits = [...observations.filter(({ kind }) => kind === 'visit'), ...visitsAtHome];
  const newest = [...observations.slice(0, 1), ...visitsAtHome].reduce((last, { on }) => (on > last ? on : last), '');
  const lastSeen = newest === '' ? null : newest > today ? today : newest;
  const told = observations.find(({ status }) => status !== null);
  const all = [entry, ...merged];
  const names = all.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
  const visits90 = timesAsked(visits, today);
  return {
    entry,
    ids: all.map(({ entryId }) => entryId),
    names: [...new Set(names)],
    onlyHere,
    links: linksOf(all, observations),
    observations,
    lastSeen,
    freshness: freshnessOf(lastSeen, today),
    status: told?.status ?? entry.status,
    statusOn: told?.on ?? (entry.status === null ? null : entry.since),
    visits: visits.length,
    visits90,
    askedOften: isAskedOften(visits90, often),
  };
}

/** Which entry each one counts as: the end of its line of merges, as far as it is here; of a circle, its least id. */
function survivors(byId: ReadonlyMap<string, DirectoryEntry>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [start, { mergedInto }] of byId) {
    if (mergedInto === null) {
      found.set(start, start);
      continue;
    }
    const path: string[] = [];
    const onPath = new Set<string>();
    let at = start;
    let end: string | undefined;
    while (end === undefined) {
      end = found.get(at);
      if (end !== undefined) break;
      if (onPath.has(at)) {
        end = path.slice(path.indexOf(at)).reduce((least, id) => (id < least ? id : least));
        break;
      }
      path.push(at);
      onPath.add(at);
      const next = byId.get(at)?.mergedInto ?? null;
      if (next === null || !byId.has(next)) end = at;
      else at = next;
    }
    for (const id of path) found.set(id, end);
  }
  return found;
}

function* seenBy(
  observations: readonly Observation[],
  own: readonly OwnTold[],
  standsFor: ReadonlyMap<string, string>,
): Generator<void, Map<string, Seen[]>> {
  const here = own.flatMap(({ observation }) => (observation === null ? [] : [observation]));
  const toldHere = new Set(here.map(({ observationId }) => observationId));
  const once = new Map<string, Seen>();
  for (const one of here) once.set(observationRowId(one), { ...one, onlyHere: true });
  for (const [at, one] of observations.entries()) {
    if (!toldHere.has(one.observationId)) once.set(observationRowId(one), { ...one, onlyHere: false });
    if (at % STEP === 0) yield;
  }
  const seen = new Map<string, Seen[]>();
  for (const one of once.values()) {
    const survivor = standsFor.get(one.entryId);
    if (survivor === undefined) continue;
    const list = seen.get(survivor);
    if (list === undefined) seen.set(survivor, [one]);
    else list.push(one);
  }
  return seen;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function newestFirst(a: Seen, b: Seen): number {
  return byText(b.on, a.on) || byText(observationRowId(a), observationRowId(b));
}

const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

function byName(a: Known, b: Known): number {
  return names.compare(a.entry.name, b.entry.name) || byText(a.entry.entryId, b.entry.entryId);
}
