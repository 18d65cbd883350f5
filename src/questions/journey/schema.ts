import * as z from 'zod/mini';
import { choice, choiceCode, type Choice } from '../../domain/survey.ts';
import { choiceProblems, choiceTexts, has, mark } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

export const MOST_STEPS = 8;

/** How a step was, from best to worst; the stored codes never turn with the direction of reading. */
export const JOURNEY_FACES = [
  { code: 'good', picture: 'set:face3-good' },
  { code: 'ok', picture: 'set:face3-ok' },
  { code: 'not-good', picture: 'set:face3-not-good' },
] as const satisfies readonly Choice[];

const settings = z.strictObject({
  /** What happened, one scene after the other. */
  steps: z.array(choice).check(z.maxLength(MOST_STEPS)),
});
export type JourneySettings = z.output<typeof settings>;
const value = z.strictObject({
  /** By step. A step that is not here was passed over. */
  faces: z.record(choiceCode, z.enum(JOURNEY_FACES.map(({ code }) => code))),
});
export type JourneyValue = z.output<typeof value>;

/** Scenes in the order they happened, each with the face that says how it was. */
export const journey = defineQuestion({
  name: 'journey',
  settings,
  value,
  blank: () => ({
    steps: [
      { code: 'a', picture: null },
      { code: 'b', picture: null },
    ],
  }),
  choices: () => JOURNEY_FACES,
  rows: ({ steps }) => steps,
  texts: ({ steps }) => choiceTexts(steps),
  marks: ({ faces }, { steps }) =>
    steps.flatMap(({ code }) => {
      const face = faces[code];
      return face === undefined ? [] : [mark(face, code)];
    }),
  shortfall: ({ faces }, { steps }) => {
    const judged = Object.keys(faces);
    if (judged.length === 0) return { reason: 'too-few', limit: 1 };
    return judged.every((code) => has(steps, code)) ? null : { reason: 'unknown-choice' };
  },
  problems: ({ steps }) => choiceProblems(steps, 2, MOST_STEPS),
  feeling: true,
  mixable: false,
  countsHeads: false,
  seconds: ({ steps }) => 8 + steps.length * 8,
});
