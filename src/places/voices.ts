import type { Observation } from '../domain/directory.ts';

/**
 * Whose view a note holds. `members`: people of the place spoke for themselves. `others`: somebody who opens doors, or works
 * with them, spoke for them or about them. `team`: what was seen or read. The three are never added up to one.
 */
export type Voice = 'members' | 'others' | 'team';
export const VOICES: readonly Voice[] = ['members', 'others', 'team'];

const OTHERS: ReadonlySet<string> = new Set<Observation['source']>(['community-leader', 'professional', 'partner']);

export function voiceOf({ kind, source }: Pick<Observation, 'kind' | 'source'>): Voice {
  if (kind === 'visit') return 'team';
  return source === 'resident' ? 'members' : OTHERS.has(source) ? 'others' : 'team';
}

/** How many notes there are of each, bare visits aside: that somebody came is nobody's view. */
export function voicesIn(notes: readonly Pick<Observation, 'kind' | 'source'>[]): Readonly<Record<Voice, number>> {
  const counts = { members: 0, others: 0, team: 0 };
  for (const note of notes) if (note.kind !== 'visit') counts[voiceOf(note)] += 1;
  return counts;
}
