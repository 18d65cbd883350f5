import type { Owed } from '../domain/protocol.ts';
import { fold } from './fold.ts';
import type { Known } from './history.ts';

/** What is still owed there, the earliest due first: by the group's name, or the place's where no group was named. */
export function owedAt(owed: readonly Owed[], { names }: Known): readonly Owed[] {
  const known = new Set(names.map(plain));
  return owed
    .filter(({ groupName, placeName }) => known.has(plain(groupName.trim() === '' ? placeName : groupName)))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

const plain = (name: string): string => fold(name).trim();
