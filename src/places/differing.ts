import { LISTS, type CodeOf } from '../domain/lists/lists.ts';
import type { PlaceFacts, PlaceStatus } from '../domain/place.ts';
import { daysBefore } from './days.ts';
import type { Known, Seen } from './history.ts';

export type FactName = keyof PlaceFacts;
export type FactValue<Name extends FactName = FactName> = NonNullable<PlaceFacts[Name]>;

/** Good to know, in the order in which a visit is planned. */
export const GOOD_TO_KNOW: readonly FactName[] = [
  'permission',
  'host',
  'whoMeets',
  'languages',
  'goodTimes',
  'timesNote',
  'access',
  'accessNote',
  'signal',
  'charging',
];

/** One way in which something was seen. Without `by`: as it stands in the directory. */
export interface View<Value> {
  readonly value: Value;
  readonly by: Seen | null;
}

/** Two people who saw it differently within these days disagree; later it has changed. */
const DIFFERING_DAYS = 90;
/** What was told longer ago no longer stands beside what the directory says. */
const TOLD_DAYS = 365;

/**
 * What is known of one thing: as the directory has it, then what was told since and differs from it, newest first, each
 * once. Nothing is chosen here: who reads it sees who said what, and when.
 */
export function factViews<Name extends FactName>(
  known: Known,
  name: Name,
  today: string,
): readonly View<FactValue<Name>>[] {
  const since = daysBefore(today, TOLD_DAYS);
  const agreed = known.entry.facts[name];
  const views: View<FactValue<Name>>[] = agreed === undefined ? [] : [{ value: agreed as FactValue<Name>, by: null }];
  for (const seen of known.observations) {
    const value = seen.facts[name] as FactValue<Name> | undefined;
    if (value === undefined || seen.on < since) continue;
    if (!views.some((view) => same(view.value, value))) views.push({ value, by: seen });
  }
  return views;
}

/** Nobody should go there by themselves, if anybody says so: the directory, or whoever told of it last. */
export function isNotForOne(known: Known, today: string): boolean {
  const [first, second] = factViews(known, 'notAlone', today);
  return first?.value === true || second?.value === true;
}

/** The photo rule to keep to: the strictest that anybody told. null: nobody said. */
export function photoRule(known: Known, today: string): CodeOf<'photoRules'> | null {
  const told = factViews(known, 'photos', today).map(({ value }) => value);
  return LISTS.photoRules.find((rule) => told.includes(rule)) ?? null;
}

export interface Difference {
  readonly what: FactName | 'status';
  /** At least two, newest first, by different people. */
  readonly views: readonly View<FactValue | PlaceStatus>[];
}

/** Where people saw the same thing differently within 90 days: each one's latest word on it, side by side. */
export function differencesOf(known: Known, today: string): readonly Difference[] {
  const since = daysBefore(today, TOLD_DAYS);
  const recent = known.observations.filter(({ on }) => on >= since);
  const names = [...new Set(recent.flatMap(({ facts }) => Object.keys(facts) as FactName[]))].sort();
  const found: Difference[] = [];
  for (const what of ['status', ...names] as const) {
    const views = latestWords(recent, (seen) => (what === 'status' ? seen.status : (seen.facts[what] ?? null)));
    if (views.length > 1) found.push({ what, views });
  }
  return found;
}

function latestWords(
  seen: readonly Seen[],
  read: (one: Seen) => FactValue | PlaceStatus | null,
): View<FactValue | PlaceStatus>[] {
  const views: View<FactValue | PlaceStatus>[] = [];
  const heard = new Set<string>();
  let from: string | null = null;
  for (const one of seen) {
    const value = read(one);
    if (value === null || heard.has(one.byName)) continue;
    from ??= daysBefore(one.on, DIFFERING_DAYS);
    if (one.on < from) break;
    heard.add(one.byName);
    if (!views.some((view) => same(view.value, value))) views.push({ value, by: one });
  }
  return views;
}

/** Lists of codes say the same in any order; words in any case. */
function same(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(plain).sort());
  if (typeof value === 'string') return value.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  if (typeof value === 'object' && value !== null)
    return JSON.stringify(
      Object.entries(value)
        .map(([key, part]) => [key, plain(part)])
        .sort(),
    );
  return JSON.stringify(value);
}
