import type * as z from 'zod/mini';
import type { Told } from './directory.ts';
import type { VisitStamp } from './record.ts';

/** The order of sending: what may not wait goes first. Lower goes earlier. */
export const SEND_ORDER = { withdrawal: 0, safeguarding: 1, need: 2, words: 3, map: 4 } as const;
export type SendOrder = (typeof SEND_ORDER)[keyof typeof SEND_ORDER];

/** Where staff find it in the inbox. */
export const LANES = ['urgent', 'needs', 'promises', 'rest'] as const;
export type Lane = (typeof LANES)[number];

/** Brings a body of one schema version up to the next: `upgrades[1]` takes version 1 to version 2. */
export type Upgrades = Readonly<Record<number, (older: unknown) => unknown>>;

/** All that the tablet and the server need to know of a record kind. Screens are in the same folder, found by name. */
export interface KindDefinition<Name extends string = string, Body = unknown> {
  readonly name: Name;
  readonly schemaVersion: number;
  readonly schema: z.ZodMiniType<Body>;
  readonly upgrades: Upgrades;
  readonly sendOrder: SendOrder;
  /** Whether the person gets a receipt code, and so can withdraw. */
  readonly givesReceipt: boolean;
  lane(body: Body): Lane;
  /** All words worth searching for, in any language. */
  words(body: Body): readonly string[];
  /** Codes from lists that staff filter by, as `list:code`. */
  facets(body: Body): readonly string[];
  /** One line for a list of records: the person's own words where there are any. At most 160 characters. */
  headline(body: Body): string;
  /** The same body with no way to reach the person: what is left after a withdrawal of the contact alone. */
  withoutContact?(body: Body): Body;
  /** Whether it is a line of the inbox. Absent: always. What is not listed is still filed and counted. */
  listed?(body: Body): boolean;
  /** Local calendar date by which somebody must act, or null. `day` is the date it was recorded, YYYY-MM-DD. */
  dueOn?(body: Body, day: string): string | null;
  /** What this record tells the whole team of places and groups; absent or null: nothing. `day` is YYYY-MM-DD. */
  tells?(
    body: Body,
    from: { readonly day: string; readonly byName: string; readonly visit: VisitStamp | null },
  ): Told | null;
  /** What this record leaves owed to a group, until the item is done. */
  owes?(body: Body): { readonly what: string; readonly toGroup: string; readonly dueOn: string | null } | null;
}

export function defineKind<const Name extends string, Body>(
  definition: KindDefinition<Name, Body>,
): KindDefinition<Name, Body> {
  return definition;
}
