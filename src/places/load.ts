import type { Observation } from '../domain/directory.ts';
import { daysBefore } from './days.ts';

/**
 * People who are asked again and again stop answering: from so many times in so many days on, the team is warned. An
 * organisation may set another number.
 */
export const LOAD_DAYS = 90;
export const OFTEN = 4;

/**
 * On how many days somebody came in the last 90, today among them. Days, not visits: a team that comes with three tablets
 * has come once. A visit of a tablet whose clock runs ahead was made today at the latest.
 */
export function timesAsked(
  observations: readonly Pick<Observation, 'kind' | 'on'>[],
  today: string,
  days = LOAD_DAYS,
): number {
  if (observations.length === 0) return 0;
  const since = daysBefore(today, days);
  const visits = observations.filter(({ kind, on }) => kind === 'visit' && on > since);
  return new Set(visits.map(({ on }) => (on > today ? today : on))).size;
}

export const isAskedOften = (times: number, often = OFTEN): boolean => times >= often;
