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
