import type { DirectoryEntry } from '../../src/domain/directory.ts';

/** A plainly made-up entry of the directory. */
export const anEntry = (change: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  entryId: 'library',
  type: 'venue',
  name: 'Central Library',
  alsoCalled: [],
  setting: 'library',
  grade: 'open',
  where: { as: 'nowhere' },
  council: 'Example Borough',
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
  since: '2026-03-02',
  ...change,
});
