import { PICTURE_NAMES, PICTURES, type PictureCategory, type PictureName } from '../../../ui/pictures/set.ts';

/** Pictures whose name or keywords hold every word, those that begin with it first. No words: all of the category. */
export function findPictures(words: string, category: PictureCategory | null): readonly PictureName[] {
  const wanted = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const scored = PICTURE_NAMES.filter((name) => category === null || PICTURES[name].category === category).map(
    (name) => ({ name, score: score(name, wanted) }),
  );
  return scored
    .filter((one) => one.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map((one) => one.name);
}

function score(name: PictureName, wanted: readonly string[]): number {
  if (wanted.length === 0) return 1;
  const own = name.split('-');
  const said = PICTURES[name].keywords.flatMap((word) => word.toLowerCase().split(/\s+/));
  const points = wanted.map((word) => Math.max(fit(word, own) * 2, fit(word, said)));
  return points.includes(0) ? 0 : points.reduce((sum, one) => sum + one, 0);
}

/** 3 for the word itself, 2 for its beginning, 1 for somewhere in it. */
function fit(word: string, among: readonly string[]): number {
  return Math.max(
    0,
    ...among.map((one) =>
      one === word ? 3 : one.startsWith(word) ? 2 : word.length > 2 && one.includes(word) ? 1 : 0,
    ),
  );
}
