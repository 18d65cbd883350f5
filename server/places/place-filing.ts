import { directoryEntry, observation } from '../../src/domain/directory.ts';
import type { Operation } from '../../src/domain/envelope.ts';
import { entryId, NOWHERE } from '../../src/domain/place.ts';
import { mapNote } from '../../src/kinds/map-note/schema.ts';
import { place } from '../../src/kinds/place/schema.ts';
import type { ReadRecord } from '../inbox/read-record.ts';
import type { PlaceFiling } from '../ports/directory-store.ts';

/** Records that mean that somebody was met, or asked, on that day. What a worker notes by themselves asks nobody. */
const ASKS: ReadonlySet<string> = new Set([
  'visit',
  'conversation',
  'survey-response',
  'quick-note',
  'immediate-need',
  'no-thanks',
]);

const LOCAL_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a record tells of places and groups, and that they were asked; null when it has nothing to do with any. */
export function placeFilingOf(
  read: ReadRecord,
  op: Pick<Operation, 'capturedAt'>,
  filedDay: string,
): PlaceFiling | null {
  const { kind, record } = read;
  const day = dayOf(record.visit?.date, filedDay);
  const told = kind.tells?.(record.body, { day, byName: record.recordedBy.displayName, visit: record.visit }) ?? null;
  // Ids in a stamp are whatever the tablet wrote there: what tablets could not read does not go down to them.
  const entry = told?.entry == null ? null : (directoryEntry.safeParse(told.entry).data ?? null);
  const seen = told?.observation == null ? null : (observation.safeParse(told.observation).data ?? null);
  const spot = spotOf(read);
  const about = spot ?? (seen === null ? null : { entryId: seen.entryId, where: NOWHERE, askedAt: null });
  const contact = contactOf(read, op, day);
  if (about === null && contact === null) return null;
  return { entry, observation: seen, about: about === null ? null : { ...about, day }, contact };
}

/** What a place or a map note is about, also where tablets are not told of it. */
function spotOf({ kind, record }: ReadRecord): Omit<NonNullable<PlaceFiling['about']>, 'day'> | null {
  if (kind.name === place.name) {
    const met = place.schema.parse(record.body);
    return { entryId: met.entryId, where: met.where, askedAt: met.grade };
  }
  if (kind.name === mapNote.name) {
    const note = mapNote.schema.parse(record.body);
    // The tablet asks before the record is finished, at the grade that it knows.
    return { entryId: note.about?.entryId ?? '', where: note.where, askedAt: note.grade };
  }
  return null;
}

function contactOf(
  { kind, record }: ReadRecord,
  { capturedAt }: Pick<Operation, 'capturedAt'>,
  day: string,
): PlaceFiling['contact'] {
  const placeId = entryId.safeParse(record.visit?.placeId);
  if (!placeId.success || !ASKS.has(kind.name)) return null;
  const spoken = [record.consent?.language, record.visit?.interpreter?.language];
  // A tally or the visit itself tells what the worker's screen spoke, not what anybody was offered.
  if (record.consent !== null) spoken.push(record.language);
  const languages = [...new Set(spoken.filter((tag): tag is string => tag !== undefined && /^[\w-]{2,35}$/.test(tag)))];
  return {
    entryId: placeId.data,
    groupName: record.visit?.groupName ?? '',
    day,
    part: partOf(record.finishedAt, capturedAt.zone, day),
    languages,
  };
}

/** Of the list `goodTimes`: weekday or weekend, morning until noon, evening from five, by the clock on the wall there. */
function partOf(finishedAt: string, zone: string, day: string): string | null {
  const at = new Date(finishedAt);
  if (Number.isNaN(at.getTime())) return null;
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  const hour = hourIn(at, zone);
  const part = hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
  return `${weekday === 0 || weekday === 6 ? 'weekend' : 'weekday'}-${part}`;
}

function hourIn(at: Date, zone: string): number {
  try {
    const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at);
    return Number(hour);
  } catch {
    // No zone of this world.
    return at.getUTCHours();
  }
}

const dayOf = (stamped: string | undefined, filedDay: string): string =>
  stamped !== undefined && LOCAL_DAY.test(stamped) && !Number.isNaN(Date.parse(stamped)) ? stamped : filedDay;
