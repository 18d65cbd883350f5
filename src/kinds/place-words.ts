import type { LooksLike } from '../domain/looks-personal.ts';
import type { PlaceFacts } from '../domain/place.ts';
import type { PlaceGrade } from '../domain/record.ts';
import type { FreeWords, PlaceWords } from './views.ts';

/** A postcode is a dozen doors, and a position one: both say more than an area, a position more than an open square. */
export function tooFineFor(grade: PlaceGrade | undefined): readonly LooksLike[] {
  return grade === 'open' ? ['position'] : ['position', 'postcode'];
}

/** One text of a record. */
export function textOf<Body, Key extends string>(
  body: Body & { readonly [Name in Key]: string },
  key: Key,
  most: number,
): FreeWords<Body> {
  return { words: body[key], most, with: (words) => ({ ...body, [key]: words }) };
}

/** As long as `placeFacts` has them. */
const FACTS = [
  ['whoMeets', 200],
  ['host', 120],
  ['timesNote', 200],
  ['accessNote', 200],
  ['sensitivities', 600],
] as const;

/** What is good to know of a place, where it is said in words. */
export function textsOfFacts<Body extends { readonly facts: PlaceFacts }>(body: Body): PlaceWords<Body>['words'] {
  const { facts } = body;
  const { permission } = facts;
  return [
    ...FACTS.map(([key, most]) => ({
      words: facts[key] ?? '',
      most,
      with: (words: string) => ({ ...body, facts: { ...facts, [key]: words } }),
    })),
    {
      words: permission?.note ?? '',
      most: 200,
      with: (note) =>
        permission === undefined ? body : { ...body, facts: { ...facts, permission: { ...permission, note } } },
    },
  ];
}
