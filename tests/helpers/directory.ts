import type { DeskNote } from '../../src/domain/desk-places.ts';
import type { DirectoryEntry, Observation } from '../../src/domain/directory.ts';

/** An entry that says nothing but its name, and what the test says of it. */
export function anEntry(entryId: string, over: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return {
    entryId,
    type: 'venue',
    name: entryId,
    alsoCalled: [],
    setting: null,
    grade: 'area',
    where: { as: 'nowhere' },
    council: '',
    status: null,
    facts: {},
    size: null,
    notes: '',
    culture: [],
    askable: [],
    links: [],
    mergedInto: null,
    closed: false,
    checked: true,
    since: '2025-01-01',
    ...over,
  };
}

/** One entry that says enough to be chosen: an open place with a setting and a council area. */
export const aLibrary = (over: Partial<DirectoryEntry> = {}): DirectoryEntry =>
  anEntry('library', {
    name: 'Central Library',
    setting: 'library',
    grade: 'open',
    council: 'Example Borough',
    ...over,
  });

export function anObservation(
  observationId: string,
  entryId: string,
  on: string,
  over: Partial<Observation> = {},
): Observation {
  return {
    observationId,
    entryId,
    on,
    kind: 'seen',
    what: '',
    themes: [],
    status: null,
    facts: {},
    link: null,
    where: { as: 'nowhere' },
    source: 'own-eyes',
    byName: 'Maria',
    ...over,
  };
}

/** What the desk is told of a hazard, about no entry unless the test says of which. */
export const aDeskNote = (over: Partial<DeskNote> = {}): DeskNote => ({
  ...anObservation(crypto.randomUUID(), '', '2026-11-01', {
    kind: 'hazard',
    what: 'The drain floods.',
    source: 'resident',
    byName: 'Bea',
  }),
  entryId: null,
  name: '',
  grade: 'open',
  share: 'team',
  entityId: crypto.randomUUID(),
  ...over,
});
