import { keptAt } from '../../domain/place-grade.ts';
import { NOWHERE, type BetterNow } from '../../domain/place.ts';
import type { BlankContext } from '../views.ts';
import type { MapNote } from './schema.ts';

/** A note that is being made: what it is may still be to come, and so may the grade where it is about no place. */
export type MapNoteDraft = Omit<MapNote, 'kind' | 'grade' | 'answers'> &
  Partial<Pick<MapNote, 'kind' | 'grade'>> & {
    answers?: (Pick<BetterNow, 'observationId'> & Partial<BetterNow>) | undefined;
  };

/** Whether it tells of something noted before: then nobody asks what it is, nor of which place. */
export const isAnswer = ({ answers }: MapNoteDraft): boolean => answers !== undefined;

export function blankNote(context: BlankContext): MapNoteDraft {
  const { about, answers } = context;
  return {
    observationId: context.newId(),
    about: null,
    themes: [],
    said: '',
    status: null,
    facts: {},
    link: null,
    source: 'not-said',
    where: NOWHERE,
    sheet: null,
    share: 'team',
    ...(context.visitGrade === null ? {} : { grade: context.visitGrade }),
    ...(about === null ? {} : { about: { entryId: about.entryId, name: about.name }, grade: about.grade }),
    ...(about === null || answers === null ? {} : { kind: 'seen', answers: { observationId: answers } }),
  };
}

/** Nothing finer than its grade, and no link from a spot that is no place. */
export function mayKeep(note: MapNoteDraft): MapNoteDraft {
  const where = keptAt(note.grade, note.where);
  const link = note.about === null ? null : note.link;
  return where === note.where && link === note.link ? note : { ...note, where, link };
}

/** Another place, or none: the grade is that of the place, and where it stood belonged to the one before. */
export function withAbout(
  note: MapNoteDraft,
  entry: { entryId: string; name: string; grade: MapNote['grade'] } | null,
  visitGrade: MapNote['grade'] | null,
): MapNoteDraft {
  const { grade: _before, ...rest } = note;
  const grade = entry?.grade ?? visitGrade;
  return {
    ...rest,
    about: entry === null ? null : { entryId: entry.entryId, name: entry.name },
    where: NOWHERE,
    ...(grade === null ? {} : { grade }),
  };
}
