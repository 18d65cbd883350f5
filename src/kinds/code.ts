import * as z from 'zod/mini';
import { LISTS, type CodeOf, type ListName } from '../domain/lists/lists.ts';

/** Small building blocks that the schemas of kinds share. */

export const words = (max = 8000) => z.string().check(z.maxLength(max));
export const line = (max = 200) => z.string().check(z.maxLength(max));

/** One code of a list. */
export const oneOf = <Name extends ListName>(list: Name) =>
  z.enum(LISTS[list] as unknown as readonly [CodeOf<Name>, ...CodeOf<Name>[]]);

/** Any codes of a list. */
export const someOf = <Name extends ListName>(list: Name) => z.array(oneOf(list)).check(z.maxLength(40));

export const facet = (list: ListName, codes: readonly string[]): string[] => codes.map((code) => `${list}:${code}`);

/** First line of what was said, short enough for a list. */
export function firstWords(said: string, max = 160): string {
  const flat = said.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= max ? flat : `${flat.slice(0, max - 1)}…`;
}

const DAY_MS = 86_400_000;

/** Whether it is a calendar date that exists, YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The calendar date some days later; null when `day` is not a date. */
export function addDays(day: string, days: number): string | null {
  return isDate(day) ? new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) : null;
}
