import * as z from 'zod/mini';
import { choiceCode, pictureRef, type Choice } from '../../domain/survey.ts';
import { choiceProblems, choiceTexts, has, mark } from '../choices.ts';
import { defineQuestion, type SettingsProblem } from '../definition.ts';
import { cellRegion, SCENE_REGIONS, SCENES, type Region } from './regions.ts';

const most = z.int().check(z.minimum(1), z.maximum(9));
const settings = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scene'),
    scene: z.enum(SCENES),
    /** Codes of the parts that may be touched, of those the scene has. */
    parts: z.array(choiceCode).check(z.maxLength(9)),
    most,
  }),
  z.strictObject({
    kind: z.literal('own'),
    picture: z.nullable(pictureRef),
    /** Some of the nine equal parts of the picture, each with a name of its own. */
    cells: z
      .array(z.strictObject({ code: choiceCode, cell: z.int().check(z.minimum(0), z.maximum(8)) }))
      .check(z.maxLength(9)),
    most,
  }),
]);
export type TapSettings = z.output<typeof settings>;
const value = z.strictObject({ codes: z.array(choiceCode).check(z.maxLength(9)) });
export type TapValue = z.output<typeof value>;

/** The parts that may be touched, in reading order, with where they lie. */
export function regionsOf(asked: TapSettings): readonly Region[] {
  if (asked.kind === 'scene') return SCENE_REGIONS[asked.scene].filter(({ code }) => asked.parts.includes(code));
  return [...asked.cells].sort((a, b) => a.cell - b.cell).map(({ code, cell }) => cellRegion(code, cell));
}

const partsOf = (asked: TapSettings): Choice[] => regionsOf(asked).map(({ code }) => ({ code, picture: null }));

function problemsOf(asked: TapSettings): SettingsProblem[] {
  const parts = asked.kind === 'own' ? asked.cells.map(({ code }) => ({ code, picture: null })) : partsOf(asked);
  return [
    ...choiceProblems(parts, 2, 9),
    ...(asked.most > parts.length ? [{ reason: 'limit-too-high' } as const] : []),
    ...(asked.kind === 'own' && asked.picture === null ? [{ reason: 'no-picture' } as const] : []),
  ];
}

/** Touch parts of a picture: where it hurts, what is broken, which corner is not safe. */
export const tapPicture = defineQuestion({
  name: 'tap-picture',
  settings,
  value,
  blank: (): TapSettings => ({
    kind: 'scene',
    scene: 'site',
    parts: SCENE_REGIONS.site.map(({ code }) => code),
    most: 3,
  }),
  choices: partsOf,
  texts: (asked) => (asked.kind === 'own' ? choiceTexts(partsOf(asked)) : []),
  marks: ({ codes }) => codes.map((code) => mark(code)),
  shortfall: ({ codes }, asked) => {
    if (codes.length === 0) return { reason: 'too-few', limit: 1 };
    if (!codes.every((code) => has(partsOf(asked), code))) return { reason: 'unknown-choice' };
    return codes.length > asked.most ? { reason: 'too-many', limit: asked.most } : null;
  },
  problems: problemsOf,
  feeling: false,
  mixable: false,
  countsHeads: true,
  seconds: () => 25,
});
