import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { addDays, facet, firstWords, isDate, line, oneOf, words } from '../code.ts';

/** Something a person needs now. Asked, and acted on, before anything the organisation wants to know. */
const schema = z.strictObject({
  need: oneOf('needs'),
  what: words(2000),
  urgency: oneOf('urgencies'),
  whoActs: oneOf('whoActs'),
  /** Name or role of whoever acts, where it is not the worker. */
  whoDetail: line(120),
  /** Local calendar date, YYYY-MM-DD. */
  byWhen: line(10),
  reach: oneOf('reach'),
  /** The agreed way to reach them, in words: a number, a person, a place. Empty when nothing was agreed. */
  reachDetail: line(200),
});
export type ImmediateNeed = z.output<typeof schema>;

/** Where no date was agreed, the urgency sets one. */
const DAYS_TO_ACT = { today: 0, 'this-week': 7, soon: 28 } as const;

export const immediateNeed = defineKind<'immediate-need', ImmediateNeed>({
  name: 'immediate-need',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.need,
  givesReceipt: true,
  lane: (need) => (need.urgency === 'today' ? 'urgent' : 'needs'),
  words: (need) => [need.what, need.whoDetail],
  facets: (need) => [...facet('needs', [need.need]), ...facet('urgencies', [need.urgency])],
  headline: (need) => firstWords(need.what),
  withoutContact: (need) => ({ ...need, reachDetail: '' }),
  dueOn: (need, day) => (isDate(need.byWhen) ? need.byWhen : addDays(day, DAYS_TO_ACT[need.urgency])),
});
