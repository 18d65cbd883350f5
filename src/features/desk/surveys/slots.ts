import type { Survey } from '../../../domain/survey.ts';
import { findQuestionType } from '../../../questions/registry.ts';
import { textSlots } from '../../../surveys/text-slots.ts';

/** A text of a survey: what it belongs to, its whole key, and whether a survey may go out without it. */
export interface Slot {
  /** Code of its question; null for the survey's own texts. */
  readonly question: string | null;
  /** The whole key: `title`, `D1.ask`, `D1.o.today`. */
  readonly key: string;
  /** The key within its question. */
  readonly part: string;
  readonly needed: boolean;
}

/** Every text a survey has room for, in the order in which people meet them. */
export function slotsOf(survey: Survey): readonly Slot[] {
  return textSlots(survey).map((slot) => ({
    ...slot,
    part: slot.question === null ? slot.key : slot.key.slice(slot.question.length + 1),
  }));
}

/** Settings that cannot be read (a newer version's) have no texts we know of: those there are stay untouched. */
export function typeSlots(type: string, settings: unknown): readonly { key: string; needed: boolean }[] {
  const known = findQuestionType(type);
  const read = known?.settings.safeParse(settings);
  return known === null || read?.success !== true ? [] : known.texts(read.data);
}
