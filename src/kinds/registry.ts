import type { KindDefinition } from '../domain/kind.ts';
import { conversation } from './conversation/schema.ts';
import { immediateNeed } from './immediate-need/schema.ts';
import { mapNote } from './map-note/schema.ts';
import { noThanks } from './no-thanks/schema.ts';
import { place } from './place/schema.ts';
import { promise } from './promise/schema.ts';
import { quickNote } from './quick-note/schema.ts';
import { surveyAnswers } from './survey-response/schema.ts';
import { visit } from './visit/schema.ts';
import { withdrawal } from './withdrawal/schema.ts';

/** Every record kind, one line each. Screens are found in the same folders by `views.ts`. */
export const KINDS = {
  conversation,
  'immediate-need': immediateNeed,
  'map-note': mapNote,
  'no-thanks': noThanks,
  place,
  promise,
  'quick-note': quickNote,
  'survey-response': surveyAnswers,
  visit,
  withdrawal,
} as const;

export type KindName = keyof typeof KINDS;

/** The definition of a kind by the name on an envelope, or null for a kind this version does not know. */
export function findKind(name: string): KindDefinition<string, unknown> | null {
  return Object.hasOwn(KINDS, name) ? (KINDS[name as KindName] as KindDefinition<string, unknown>) : null;
}
