import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { firstWords, isDate, line, words } from '../code.ts';

/** Something the worker said would happen: owed to this group until it is closed. */
const schema = z.strictObject({
  what: words(1000),
  toGroup: line(120),
  owner: line(120),
  /** Local calendar date, YYYY-MM-DD, or empty where no date was promised. */
  byWhen: line(10),
});
export type PromiseMade = z.output<typeof schema>;

export const promise = defineKind<'promise', PromiseMade>({
  name: 'promise',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.words,
  givesReceipt: false,
  lane: () => 'promises',
  words: (made) => [made.what, made.toGroup, made.owner],
  facets: () => [],
  headline: (made) => firstWords(made.what),
  dueOn: (made) => (isDate(made.byWhen) ? made.byWhen : null),
  owes: (made) => ({ what: made.what, toGroup: made.toGroup, dueOn: isDate(made.byWhen) ? made.byWhen : null }),
});
