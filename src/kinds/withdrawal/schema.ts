import * as z from 'zod/mini';
import { entityId } from '../../domain/ids.ts';
import { defineKind, SEND_ORDER } from '../../domain/kind.ts';
import { line } from '../code.ts';

/** "Stop using my words." Goes first and outranks everything, before and after the record it is about arrives. */
const schema = z.strictObject({
  /** Receipt code of what is withdrawn: eight signs. Empty when `entity` says it. */
  code: line(8),
  /** What is withdrawn, where the person picked it on the tablet that recorded it and had no code. */
  entity: z.optional(entityId),
  /** All of it, or only the way to reach the person. */
  scope: z.enum(['words', 'contact']),
});
export type Withdrawal = z.output<typeof schema>;

export const withdrawal = defineKind<'withdrawal', Withdrawal>({
  name: 'withdrawal',
  schemaVersion: 1,
  schema,
  upgrades: {},
  sendOrder: SEND_ORDER.withdrawal,
  givesReceipt: false,
  lane: () => 'rest',
  words: () => [],
  facets: () => [],
  headline: () => '',
  listed: () => false,
});
