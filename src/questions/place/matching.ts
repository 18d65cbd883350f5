import type { PlaceChoice } from '../views.ts';

/** Places whose name holds these letters, those that begin a word with them first. Marks and case do not count. */
export function matching(places: readonly PlaceChoice[], letters: string): readonly PlaceChoice[] {
  const wanted = plain(letters);
  if (wanted === '') return places;
  const found = places.filter(({ name }) => plain(name).includes(wanted));
  const begins = ({ name }: PlaceChoice): boolean => ` ${plain(name)}`.includes(` ${wanted}`);
  return [...found].sort((a, b) => Number(begins(b)) - Number(begins(a)));
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
