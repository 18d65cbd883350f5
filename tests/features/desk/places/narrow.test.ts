import { describe, expect, test } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import type { DeskNote, PlaceLine } from '../../../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../../../src/domain/directory.ts';
import { marksOf, markOpens } from '../../../../src/features/desk/places/marks-of.ts';
import {
  EVERYTHING,
  listed,
  looseNotes,
  narrowed,
  notedIn,
  notesThatFit,
  type PlaceFilter,
} from '../../../../src/features/desk/places/narrow.ts';
import { standings } from '../../../../src/places/open.ts';
import { aDeskNote, anEntry } from '../../../helpers/directory.ts';
import { spotAt } from '../../../helpers/told-places.ts';

const TODAY = '2026-11-22';
const line = (entryId: string, over: Partial<DirectoryEntry> = {}, known: Partial<PlaceLine> = {}): PlaceLine =>
  bareLine(anEntry(entryId, { grade: 'open', ...over }), known);
const note = (over: Partial<DeskNote> = {}): DeskNote => aDeskNote({ themes: ['housing'], ...over });
const found = (lines: PlaceLine[], filter: Partial<PlaceFilter>, notes: DeskNote[] = []): string[] => {
  const all = { ...EVERYTHING, ...filter };
  const fitting = notesThatFit(notes, all);
  return narrowed(listed(lines), all, notedIn(fitting, all), 4).map(({ entry }) => entry.entryId);
};

describe('narrowing the directory', () => {
  test('a group brings along what it is linked to, whichever end says so, and what was merged', () => {
    const lines = [
      line('sisters', { type: 'group', links: [{ to: 'old-hall', how: 'meets-at' }] }),
      line('hall'),
      line('old-hall', { mergedInto: 'hall' }),
      line('idris', { type: 'gatekeeper', links: [{ to: 'sisters', how: 'opens-doors' }] }),
      line('library'),
    ];
    expect(found(lines, { group: 'sisters' })).toEqual(['hall', 'idris', 'sisters']);
    expect(found(lines, { words: 'old' })).toEqual(['hall']);
  });

  test('notes of a kind and a theme narrow it to what they are about; by how it stands; closed ones by themselves', () => {
    const lines = [
      line('a', {}, { freshness: 'fading' }),
      line('b', { checked: false }, { asked90: 4, contactDays: 4 }),
      line('c', { closed: true }, { openNeeds: 1 }),
      line('d', {}, { contactDays: 1, openNeeds: 2 }),
    ];
    const notes = [note({ entryId: 'a' }), note({ entryId: 'b', kind: 'need', themes: [] })];
    expect(found(lines, { kind: 'hazard' }, notes)).toEqual(['a']);
    expect(found(lines, { theme: 'housing', kind: 'need' }, notes)).toEqual([]);
    expect(found(lines, { age: 'fading' })).toEqual(['a']);
    expect(found(lines, { age: 'never' })).toEqual(['a']);
    expect(found(lines, { age: 'often' })).toEqual(['b']);
    expect(found(lines, { age: 'open' })).toEqual(['d']);
    expect(found(lines, { age: 'new' })).toEqual(['b']);
    expect(found(lines, { age: 'closed' })).toEqual(['c']);
  });

  test('what was noted of no entry is found by its words, while nothing is asked that only entries have', () => {
    const notes = [note(), note({ entryId: 'a' }), note({ kind: 'visit' })];
    expect(looseNotes(notes, { ...EVERYTHING, words: 'DRAIN' })).toEqual([notes[0]]);
    expect(looseNotes(notes, { ...EVERYTHING, words: 'lamp' })).toEqual([]);
    expect(looseNotes(notes, { ...EVERYTHING, type: 'venue' })).toEqual([]);
  });

  test('ten thousand entries and as many notes are searched while somebody types', () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => line(`place-${at}`, { where: spotAt('open') }));
    let reads = 0;
    const notes = lines.map(({ entry }) =>
      Object.defineProperty(note({ where: spotAt('open') }), 'entryId', {
        enumerable: true,
        get: () => {
          reads += 1;
          return entry.entryId;
        },
      }),
    );
    const list = listed(lines);
    const searches = ['p', 'pl', 'place-77', 'place-7777'];
    for (const words of searches) {
      const filter: PlaceFilter = { ...EVERYTHING, words, kind: 'hazard' };
      const fitting = notesThatFit(notes, filter);
      marksOf(narrowed(list, filter, notedIn(fitting, filter), 4), fitting, standings(notes, TODAY));
    }
    // A few looks at each note for each letter, not one for every entry. Counted, as a clock tells how busy a machine is.
    expect(reads).toBeGreaterThan(notes.length);
    expect(reads / notes.length / searches.length).toBeLessThan(12);
  });
});

describe('marks on the map', () => {
  test('nothing of a hidden place stands on the map, whatever its rows say', () => {
    const hidden = line('refuge', { grade: 'shielded', where: spotAt('open') });
    const notes = [
      note({ entryId: 'refuge', where: spotAt('open') }),
      note({ grade: 'shielded', where: spotAt('area') }),
    ];
    expect(marksOf([hidden], notes, standings(notes, TODAY))).toEqual([]);
  });

  test('a danger fades when it is better now, and stands out again when somebody says otherwise', () => {
    const drain = note({ entryId: 'hall', where: spotAt('area') });
    const answer = (on: string, now: 'better' | 'worse') =>
      note({ entryId: 'hall', kind: 'seen', on, answers: { observationId: drain.observationId, now } });
    const toneOf = (...answers: DeskNote[]) => {
      const notes = [drain, ...answers];
      return marksOf([line('hall')], notes, standings(notes, TODAY)).map(({ tone }) => tone);
    };
    const better = answer('2026-11-05', 'better');
    expect(toneOf()).toEqual(['urgent']);
    expect(toneOf(better)).toEqual(['faded']);
    expect(toneOf(better, answer('2026-11-06', 'worse'))).toEqual(['urgent']);
  });

  test('a mark leads to its entry, or to the record of a note that is about none', () => {
    const loose = note({ where: spotAt('open') });
    const marks = marksOf(
      [line('hall', { where: spotAt('open') })],
      [note({ entryId: 'hall', where: spotAt('area') }), loose],
      standings([], TODAY),
    );
    expect(marks.map(({ id }) => markOpens(id))).toEqual([
      { entryId: 'hall' },
      { entryId: 'hall' },
      { entityId: loose.entityId },
    ]);
  });
});
