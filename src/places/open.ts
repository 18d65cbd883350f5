import type { Observation } from '../domain/directory.ts';

/** Kinds of notes that stay open until somebody says that it is better. */
const OPENING: ReadonlySet<string> = new Set(['need', 'hazard', 'barrier']);
/** Of one day the careful word holds. */
const CARE = { worse: 2, same: 1, better: 0 } as const;

/** What of a note says whether something is open. */
export type Note = Pick<Observation, 'observationId' | 'on' | 'kind' | 'answers'> & { readonly entryId: string | null };

/** How something stands that was noted as a need, a danger or in the way. */
export interface Standing<Kind extends Note> {
  /** Not better, as far as anybody said. */
  readonly open: boolean;
  /** The answer that decides; null: nobody asked again. */
  readonly last: Kind | null;
}

/**
 * How each of these stands; null for what is none of those kinds, and for an answer itself. The newest answer decides, of
 * one day the careful one, whatever order they came in; a day that has not come decides nothing for the better. Nothing is
 * taken away: who said otherwise before stands in the history.
 */
export function standings<Kind extends Note>(
  notes: readonly Kind[],
  today: string,
): (note: Note) => Standing<Kind> | null {
  const deciding = new Map<string, Kind>();
  for (const note of notes) {
    if (note.answers === undefined) continue;
    const asked = rowOf(note.entryId, note.answers.observationId);
    const before = deciding.get(asked);
    if (before === undefined || decides(note, before, today)) deciding.set(asked, note);
  }
  return (note) => {
    if (!OPENING.has(note.kind) || note.answers !== undefined) return null;
    const last = deciding.get(rowOf(note.entryId, note.observationId)) ?? null;
    return { open: last?.answers?.now !== 'better', last };
  };
}

/** Those that are open, in their order. */
export function openAmong<Kind extends Note>(notes: readonly Kind[], today: string): readonly Kind[] {
  const standingOf = standings(notes, today);
  return notes.filter((note) => standingOf(note)?.open === true);
}

/** An answer is of the same entry as what it answers: a note cannot speak for what was told of another one. */
const rowOf = (entryId: string | null, observationId: string): string => `${entryId ?? ''}/${observationId}`;

function decides(one: Note, other: Note, today: string): boolean {
  const [a, b] = [weightOf(one, today), weightOf(other, today)];
  if (a.day !== b.day) return a.day > b.day;
  if (a.care !== b.care) return a.care > b.care;
  return one.observationId > other.observationId;
}

function weightOf({ on, answers }: Note, today: string): { readonly day: string; readonly care: number } {
  const now = answers?.now ?? 'better';
  return { day: on <= today ? on : now === 'better' ? '' : today, care: CARE[now] };
}
