import type { DeskNote, PlaceEvent } from '../domain/desk-places.ts';
import type { DirectoryEntry, Observation } from '../domain/directory.ts';
import { placeStatus } from '../domain/place.ts';
import { MOST_NEWS, MOST_NEWS_DAYS, type NewsLine, type PlaceNews } from '../domain/place-news.ts';
import { daysBefore } from './days.ts';
import { differencesOf, type Difference } from './differing.ts';
import { freshnessOf } from './freshness.ts';
import { directoryOf, type Directory, type Known } from './history.ts';

/** What the desk holds of places. */
export interface WhatIsHeld {
  readonly entries: readonly DirectoryEntry[];
  /** Everything that was noted, bare visits and what is kept for the office too. */
  readonly notes: readonly DeskNote[];
  /** What was done to entries since the day asked for, oldest first. */
  readonly events: readonly PlaceEvent[];
  /** The day on which a record came in, by its entity's id, for those that came in since the day asked for. */
  readonly cameIn: ReadonlyMap<string, string>;
}

const LAST_DAYS = 7;
type Told = Observation & Pick<DeskNote, 'entityId'>;
type Line<What extends NewsLine['what']> = Extract<NewsLine, { what: What }>;

/** From which day on news is read: never of tomorrow, and never of more than a year. */
export function newsSince(since: string | undefined, today: string): string {
  const wanted = since ?? daysBefore(today, LAST_DAYS);
  const first = daysBefore(today, MOST_NEWS_DAYS);
  return wanted > today ? today : wanted < first ? first : wanted;
}

/**
 * What changed across all places since a day, that day among them: two pictures of the directory are laid side by side, of
 * what was known the evening before and of what is known now. A note from a tablet that was away for weeks is news when it
 * comes in. How a place stands follows what the team was told, as everywhere; needs kept for the office are told too.
 */
export function newsOf(held: WhatIsHeld, since: string, today: string): PlaceNews {
  const { cameIn } = held;
  // A tablet whose clock runs ahead is heard when its note comes in, and not again on every day until then.
  const isNews = ({ on, entityId }: Pick<DeskNote, 'on' | 'entityId'>): boolean =>
    (on >= since && on <= today) || cameIn.has(entityId);
  const told = held.notes.flatMap((note): Told[] =>
    note.share === 'team' && note.entryId !== null ? [{ ...note, entryId: note.entryId }] : [],
  );
  const now = directoryOf(held.entries, told, [], today);
  const before = directoryOf(
    held.entries,
    told.filter((one) => !isNews(one)),
    [],
    daysBefore(since, 1),
  );
  const fresh = new Map<string, Told[]>();
  for (const one of told.filter(isNews)) {
    const id = now.find(one.entryId)?.entry.entryId;
    if (id !== undefined) fresh.set(id, [...(fresh.get(id) ?? []), one]);
  }
  const arrival = ({ on, entityId }: Pick<DeskNote, 'on' | 'entityId'>): string | null =>
    on >= since ? null : (cameIn.get(entityId) ?? null);

  const byId = new Map(held.entries.map((entry) => [entry.entryId, entry]));
  const done = held.events.filter(({ at }) => at.slice(0, 10) >= since);
  const lines = done.flatMap((event): NewsLine[] => {
    const line = eventLine(event, now, byId);
    return line === null ? [] : [line];
  });
  const added = new Set(lines.flatMap(({ what, entryId }) => (what === 'new' ? [entryId] : [])));
  for (const known of now.live) {
    const { entryId } = known.entry;
    const past = before.find(entryId);
    const seen = (fresh.get(entryId) ?? []).toSorted((a, b) => byText(a.on, b.on));
    lines.push(...statusLines(known, past, seen, arrival, added.has(entryId)));
    lines.push(...differingLines(known, past, today));
    if (!added.has(entryId)) lines.push(...seenLines(known, past, seen, arrival, today));
    lines.push(...fadingLines(known, past, since, today));
  }
  for (const note of held.notes) if (note.kind === 'need' && isNews(note)) lines.push(needLine(note, now, arrival));
  const said = new Map(held.notes.map((note) => [`${note.entryId}/${note.observationId}`, note]));
  for (const note of held.notes)
    if (note.answers !== undefined && isNews(note)) lines.push(...answerLines(note, said, now, arrival));
  const sorted = lines.toSorted((a, b) => byText(dayOf(b), dayOf(a)) || names.compare(a.name, b.name));
  return { since, today, lines: sorted.slice(0, MOST_NEWS), found: sorted.length };
}

type Arrival = (one: Pick<DeskNote, 'on' | 'entityId'>) => string | null;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
const dayOf = ({ on, cameIn }: NewsLine): string => cameIn ?? on;

const of = ({ entry: { entryId, name, type } }: Known) => ({ entryId, name, type });

/** What was done to an entry, where it is news by itself. What no longer stands by itself tells nothing of its own. */
function eventLine(
  { at, by, what, entryId, changes }: PlaceEvent,
  now: Directory,
  byId: ReadonlyMap<string, DirectoryEntry>,
): NewsLine | null {
  const known = now.find(entryId);
  const entry = byId.get(entryId);
  if (known === null || entry === undefined) return null;
  const base = { ...of(known), on: at.slice(0, 10), cameIn: null, by };
  const itself = known.entry.entryId === entryId;
  switch (what) {
    case 'arrived':
    case 'added':
    case 'imported':
    case 'brought':
      return itself ? { ...base, what: 'new', how: what } : null;
    case 'closed':
    case 'opened':
      return itself ? { ...base, what } : null;
    case 'changed': {
      const { before = null, after } = changes.find(({ field }) => field === 'status') ?? {};
      const [was, is] = [placeStatus.safeParse(before).data ?? null, placeStatus.safeParse(after).data];
      return !itself || is === undefined ? null : { ...base, what: 'status', before: was, after: is, source: null };
    }
    case 'merged':
    case 'unmerged': {
      // Both entries have the event; which of them went is told by the one that did.
      const { before, after } = changes.find(({ field }) => field === 'mergedInto') ?? {};
      const into = now.find(String((what === 'merged' ? after : before) ?? ''));
      return into === null ? null : { ...base, ...of(into), what, other: entry.name };
    }
    default:
      return null;
  }
}

/** Each time somebody told it otherwise than it was told before. With a new entry, how it stood then is no change. */
function statusLines(
  known: Known,
  past: Known | null,
  seen: readonly Told[],
  arrival: Arrival,
  isNew: boolean,
): NewsLine[] {
  const lines: Line<'status'>[] = [];
  const last = past?.observations.find(({ status }) => status !== null);
  let before = last?.status ?? known.entry.status;
  let first = isNew && before === null;
  for (const one of seen) {
    // What came in late and is older than what was known changes nothing.
    if (one.status === null || one.on < (last?.on ?? '')) continue;
    const { status: after, byName: by, source, on } = one;
    if (after !== before && !first)
      lines.push({ ...of(known), on, cameIn: arrival(one), what: 'status', before, after, by, source });
    before = after;
    first = false;
  }
  return lines;
}

function differingLines(known: Known, past: Known | null, today: string): NewsLine[] {
  // Who said it last comes first: that one of them says so again begins nothing.
  const words = ({ what, views }: Difference): string =>
    JSON.stringify([what, views.map(({ value }) => JSON.stringify(value)).sort()]);
  const stood = new Set(past === null ? [] : differencesOf(past, today).map(words));
  return differencesOf(known, today)
    .filter((one) => !stood.has(words(one)))
    .map(({ what, views }): Line<'differing'> => ({
      ...of(known),
      on: views[0]?.by?.on ?? today,
      cameIn: null,
      what: 'differing',
      field: what,
    }));
}

function seenLines(
  known: Known,
  past: Known | null,
  seen: readonly Told[],
  arrival: Arrival,
  today: string,
): NewsLine[] {
  const newest = seen.at(-1);
  if (newest === undefined) return [];
  const on = newest.on > today ? today : newest.on;
  const before = past?.lastSeen ?? null;
  const days = new Set(seen.map((one) => one.on)).size;
  const afterLong = before !== null && freshnessOf(before, seen[0]?.on ?? on) === 'fading';
  return [{ ...of(known), on, cameIn: arrival(newest), what: 'seen', days, before, afterLong }];
}

/** Six months went by in these days, and nobody told anything. */
function fadingLines(known: Known, past: Known | null, since: string, today: string): NewsLine[] {
  const { lastSeen, freshness } = known;
  if (freshness !== 'fading' || past?.freshness !== 'fresh' || lastSeen === null) return [];
  let day = today;
  while (day > since && freshnessOf(lastSeen, daysBefore(day, 1)) === 'fading') day = daysBefore(day, 1);
  return [{ ...of(known), on: day, cameIn: null, what: 'fading', lastSeen }];
}

function answerLines(
  note: DeskNote,
  said: ReadonlyMap<string, DeskNote>,
  now: Directory,
  arrival: Arrival,
): NewsLine[] {
  const known = note.entryId === null ? null : now.find(note.entryId);
  if (known === null || note.answers === undefined) return [];
  const { answers, on, byName: by, source, entityId } = note;
  const asked = said.get(`${note.entryId}/${answers.observationId}`);
  const says = asked?.what ?? '';
  // It holds the words of both: what was kept for the office since is no less kept here.
  const share = asked?.share === 'office' ? 'office' : note.share;
  return [
    { ...of(known), on, cameIn: arrival(note), what: 'answered', now: answers.now, says, by, source, share, entityId },
  ];
}

function needLine(note: DeskNote, now: Directory, arrival: Arrival): Line<'need'> {
  const known = note.entryId === null ? null : now.find(note.entryId);
  const { on, what: says, byName: by, source, share, entityId } = note;
  const about = known === null ? { entryId: null, name: note.name, type: null } : of(known);
  return { ...about, on, cameIn: arrival(note), what: 'need', says, by, source, share, entityId };
}
