import type { Coverage, CoverageLine } from '../domain/desk-places.ts';
import type { CodeOf } from '../domain/lists/lists.ts';
import type { PlaceFacts } from '../domain/place.ts';
import { daysBefore } from './days.ts';
import type { Directory, Known } from './history.ts';
import { isAskedOften, LOAD_DAYS } from './load.ts';
import { tiesOf } from './network.ts';
import { openCounts } from './open-counts.ts';
import type { Note } from './open.ts';

/** That an entry was met or asked on one day: no person, no word. */
export interface Contact {
  readonly entryId: string;
  /** Local calendar date. */
  readonly day: string;
  /** Code of the list `goodTimes`, or null where nobody knows. */
  readonly part: string | null;
  /** BCP 47 tags in which people were spoken with. */
  readonly languages: readonly string[];
}

/** A good time, or a language, counts as offered when it was within a year. */
const OFFERED_DAYS = 365;

/**
 * Who was reached and who was not: never contacted, not seen for long, asked too often, and at which times and in which
 * languages nobody came. Days are counted, not records: fifteen talks on one day ask a group once. A community or a
 * network counts what its parts were asked; the people who open its doors do not speak for it. What needs somebody first
 * comes first. `office`: what is kept for the office, which the directory was not made of; it counts for what is open alone.
 */
export function coverageOf(
  directory: Directory,
  contacts: readonly Contact[],
  {
    today,
    loadLimit,
    office = [],
  }: { readonly today: string; readonly loadLimit: number; readonly office?: readonly Note[] },
): Coverage {
  const own = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const entryId = directory.find(contact.entryId)?.entry.entryId;
    if (entryId === undefined) continue;
    // A tablet whose clock runs ahead met them today at the latest.
    const day = contact.day > today ? today : contact.day;
    const known = own.get(entryId);
    if (known === undefined) own.set(entryId, [{ ...contact, day }]);
    else known.push({ ...contact, day });
  }
  const parts = partsOf(directory);
  const openAt = openCounts(directory, office, today);
  const places = directory.live.map((known) => {
    const counted = [...withParts(known.entry.entryId, parts)].flatMap((id) => own.get(id) ?? []);
    return { ...lineOf(known, counted, today, loadLimit), openNeeds: openAt(known) };
  });
  return { places: places.sort(byNeed), loadLimit, today };
}

function lineOf(
  known: Known,
  contacts: readonly Contact[],
  today: string,
  loadLimit: number,
): Omit<CoverageLine, 'openNeeds'> {
  const { entryId, name, type } = known.entry;
  const days = new Set(contacts.map(({ day }) => day));
  const asked90 = daysSince(days, daysBefore(today, LOAD_DAYS));
  const year = contacts.filter(({ day }) => day > daysBefore(today, OFFERED_DAYS));
  const daysWith = (holds: (contact: Contact) => boolean): number =>
    new Set(year.filter(holds).map(({ day }) => day)).size;
  return {
    entryId,
    name,
    type,
    never: days.size === 0 && known.visits === 0,
    fading: known.freshness === 'fading',
    lastContact: [...days].reduce<string | null>((last, day) => (last === null || day > last ? day : last), null),
    lastSeen: known.lastSeen,
    asked90,
    tooOften: isAskedOften(asked90, loadLimit),
    times: factOf(known, 'goodTimes').map((code: CodeOf<'goodTimes'>) => ({
      code,
      days: daysWith(({ part }) => part === code),
    })),
    languages: factOf(known, 'languages').map((code) => ({
      code,
      days: daysWith(({ languages }) => languages.some((tag) => primary(tag) === primary(code))),
    })),
  };
}

/** As the entry has it; where it does not say, as somebody last noted. */
function factOf<Name extends 'goodTimes' | 'languages'>(known: Known, name: Name): NonNullable<PlaceFacts[Name]> {
  const told =
    known.entry.facts[name] ?? known.observations.find(({ facts }) => facts[name] !== undefined)?.facts[name];
  return [...new Set<string>(told ?? [])] as NonNullable<PlaceFacts[Name]>;
}

/** What belongs to a community or a network. */
export function partsOf(directory: Directory): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const { from, to, how } of tiesOf(directory)) {
    if (how !== 'part-of' || (to.entry.type !== 'community' && to.entry.type !== 'network')) continue;
    parts.set(to.entry.entryId, [...(parts.get(to.entry.entryId) ?? []), from.entry.entryId]);
  }
  return parts;
}

/** It, and what belongs to it, by whatever way. */
export function withParts(
  entryId: string,
  parts: ReadonlyMap<string, readonly string[]>,
  seen: Set<string> = new Set(),
): ReadonlySet<string> {
  if (seen.has(entryId)) return seen;
  seen.add(entryId);
  for (const part of parts.get(entryId) ?? []) withParts(part, parts, seen);
  return seen;
}

const daysSince = (days: ReadonlySet<string>, since: string): number => [...days].filter((day) => day > since).length;
const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Never met, then asked too often, then not seen for long, then by how long ago they were met. */
function byNeed(a: CoverageLine, b: CoverageLine): number {
  const need = (line: CoverageLine): number => (line.never ? 0 : line.tooOften ? 1 : line.fading ? 2 : 3);
  const last = (line: CoverageLine): string => line.lastContact ?? '';
  return need(a) - need(b) || last(a).localeCompare(last(b)) || a.name.localeCompare(b.name);
}
