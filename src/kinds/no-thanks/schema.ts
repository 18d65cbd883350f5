import * as z from 'zod/mini';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { facet, oneOf } from '../code.ts';

/** Somebody chose not to take part. A tally with a reason if they gave one: no words, no record of a person. */
const schema = z.strictObject({
  count: z.int().check(z.positive(), z.maximum(200)),
  reason: oneOf('noThanksReasons'),
});
export type NoThanks = z.output<typeof schema>;

export const noThanks = defineKind<'no-thanks', NoThanks>({
  name: 'no-thanks',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.words,
  givesReceipt: false,
  lane: () => 'rest',
  words: () => [],
  facets: (tally) => facet('noThanksReasons', [tally.reason]),
  headline: () => '',
  listed: () => false,
});
