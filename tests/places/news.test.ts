import { describe, expect, test } from 'vitest';
import type { DeskNote, PlaceEvent } from '../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../src/domain/directory.ts';
import { placeNews, type NewsLine } from '../../src/domain/place-news.ts';
import { newsOf, newsSince } from '../../src/places/news.ts';
import { aDeskNote, anEntry } from '../helpers/directory.ts';

const TODAY = '2026-11-22';
const SINCE = '2026-11-15';

const told = (entryId: string | null, on: string, over: Partial<DeskNote> = {}): DeskNote =>
  aDeskNote({ entryId, on, kind: 'seen', what: '', ...over });
const done = (
  entryId: string,
  what: PlaceEvent['what'],
  at: string,
  changes: PlaceEvent['changes'] = [],
): PlaceEvent => ({ entryId, what, at: `${at}T10:00:00.000Z`, by: 'Amina', changes });

interface Held {
  readonly notes?: readonly DeskNote[];
  readonly events?: readonly PlaceEvent[];
  readonly cameIn?: Readonly<Record<string, string>>;
}
function news(entries: readonly DirectoryEntry[], { notes = [], events = [], cameIn = {} }: Held = {}) {
  const held = { entries, notes, events, cameIn: new Map(Object.entries(cameIn)) };
  // What the server says is what the desk can read.
  return placeNews.parse(newsOf(held, SINCE, TODAY)).lines;
}
const only = <What extends NewsLine['what']>(lines: readonly NewsLine[], what: What) =>
  lines.filter((line): line is Extract<NewsLine, { what: What }> => line.what === what);

describe('what changed in the directory since a day', () => {
  test('nothing noted, nothing done: nothing to say', () => {
    expect(news([anEntry('hall', { status: 'growing' })], { notes: [told('hall', '2026-11-14')] })).toEqual([]);
  });

  test('what is new says how it came, and is not said to be seen again', () => {
    const lines = news([anEntry('hall', { since: '2026-11-16' }), anEntry('old')], {
      notes: [told('hall', '2026-11-16', { status: 'new' })],
      events: [done('hall', 'arrived', '2026-11-17'), done('old', 'imported', '2026-11-14')],
    });
    expect(lines).toMatchObject([{ what: 'new', entryId: 'hall', how: 'arrived', on: '2026-11-17', by: 'Amina' }]);
    expect(lines).toHaveLength(1);
  });

  test('what was seen is one line for a place, with how long nobody had seen it', () => {
    const lines = news([anEntry('hall'), anEntry('camp'), anEntry('club')], {
      notes: [
        told('hall', '2026-11-16', { kind: 'visit' }),
        told('hall', '2026-11-16'),
        told('hall', '2026-11-20'),
        told('hall', '2026-11-01'),
        told('camp', '2026-11-18'),
        told('camp', '2026-05-17'),
        told('club', '2026-11-19'),
      ],
    });
    expect(
      only(lines, 'seen').map(({ entryId, on, days, before, afterLong }) => [entryId, on, days, before, afterLong]),
    ).toEqual([
      ['hall', '2026-11-20', 2, '2026-11-01', false],
      ['club', '2026-11-19', 1, null, false],
      ['camp', '2026-11-18', 1, '2026-05-17', true],
    ]);
  });

  test('each change of how it stands, from what was told before it, and none where it was told the same', () => {
    const lines = news([anEntry('hall', { status: 'steady' }), anEntry('same')], {
      notes: [
        told('hall', '2026-10-01', { status: 'growing' }),
        told('hall', '2026-11-16', { status: 'growing' }),
        told('hall', '2026-11-17', { status: 'moving', byName: 'Omar' }),
        told('hall', '2026-11-19', { status: 'weak', source: 'resident' }),
        told('same', '2026-11-16', { status: 'new' }),
      ],
      events: [done('same', 'changed', '2026-11-18', [{ field: 'status', before: 'new', after: 'growing' }])],
    });
    expect(only(lines, 'status').map(({ entryId, before, after, on, by }) => [entryId, before, after, on, by])).toEqual(
      [
        ['hall', 'moving', 'weak', '2026-11-19', 'Bea'],
        ['same', 'new', 'growing', '2026-11-18', 'Amina'],
        ['hall', 'growing', 'moving', '2026-11-17', 'Omar'],
        ['same', null, 'new', '2026-11-16', 'Bea'],
      ],
    );
  });

  test('a tablet that was away: what it brings is news when it comes in, and changes nothing that was told after it', () => {
    const late = told('hall', '2026-10-20', { kind: 'need', what: 'A tap', status: 'weak' });
    const lines = news([anEntry('hall')], {
      notes: [late, told('hall', '2026-11-01', { status: 'growing' })],
      cameIn: { [late.entityId]: '2026-11-18' },
    });
    expect(only(lines, 'need')).toMatchObject([{ on: '2026-10-20', cameIn: '2026-11-18', says: 'A tap' }]);
    expect(only(lines, 'status')).toEqual([]);
    expect(only(lines, 'seen')).toMatchObject([{ on: '2026-10-20', before: '2026-11-01', afterLong: false }]);
  });

  test('needs of spots that are no entry, and those kept for the office, which tell nothing else', () => {
    const need = { kind: 'need' as const, what: 'No light on the path.' };
    const lines = news([anEntry('hall')], {
      notes: [
        told(null, '2026-11-16', need),
        told('hall', '2026-11-17', { ...need, share: 'office', status: 'weak' }),
        told('hall', '2026-11-10', need),
      ],
    });
    expect(lines.map(({ what, entryId }) => [what, entryId])).toEqual([
      ['need', 'hall'],
      ['need', null],
    ]);
    expect(only(lines, 'need')[0]).toMatchObject({ share: 'office', by: 'Bea', source: 'resident' });
  });

  test('what is better, the same or worse now, about what was noted whenever', () => {
    const tap = told('hall', '2026-02-01', { kind: 'need', what: 'A tap' });
    const says = (of: string) => ({ answers: { observationId: of, now: 'better' as const }, byName: 'Omar' });
    const lines = news([anEntry('hall')], {
      notes: [tap, told('hall', '2026-11-18', says(tap.observationId)), told('hall', '2026-11-17', says('taken-back'))],
    });
    expect(only(lines, 'answered')).toMatchObject([
      { entryId: 'hall', now: 'better', says: 'A tap', by: 'Omar', on: '2026-11-18' },
      { entryId: 'hall', now: 'better', says: '', on: '2026-11-17' },
    ]);
    expect(only(lines, 'need')).toEqual([]);
  });

  test('where people began to see it differently, and not where they did before', () => {
    const says = (byName: string, on: string, signal: 'none' | 'good') =>
      told('hall', on, { byName, facts: { signal } });
    const apart = (notes: readonly DeskNote[]) => only(news([anEntry('hall')], { notes }), 'differing');
    expect(apart([says('Bea', '2026-11-01', 'none'), says('Omar', '2026-11-18', 'good')])).toMatchObject([
      { entryId: 'hall', field: 'signal', on: '2026-11-18' },
    ]);
    expect(
      apart([says('Bea', '2026-11-01', 'none'), says('Omar', '2026-11-02', 'good'), told('hall', '2026-11-18')]),
    ).toEqual([]);
  });

  test('two who saw it differently before, and say so again, are no news', () => {
    const says = (byName: string, on: string, signal: 'none' | 'good') =>
      told('hall', on, { byName, facts: { signal } });
    const notes = [says('Bea', '2026-11-01', 'none'), says('Omar', '2026-11-02', 'good')];
    const again = says('Bea', '2026-11-18', 'none');
    expect(only(news([anEntry('hall')], { notes: [...notes, again] }), 'differing')).toEqual([]);
  });

  test('a day that has not come yet is news when it comes in, and when it comes, and not all the days between', () => {
    const ahead = told('hall', '2027-03-01', { kind: 'need', what: 'A tap', status: 'weak' });
    const held = { notes: [ahead, told('hall', '2026-11-01', { status: 'steady' })] };
    expect(news([anEntry('hall')], held)).toEqual([]);
    const lines = news([anEntry('hall')], { ...held, cameIn: { [ahead.entityId]: '2026-11-18' } });
    expect(lines.map(({ what }) => what).toSorted()).toEqual(['need', 'seen', 'status']);
  });

  test('an answer that holds words kept for the office says so, whoever may read the answer', () => {
    const tap = told('hall', '2026-02-01', { kind: 'need', what: 'A tap', share: 'office' });
    const better = { answers: { observationId: tap.observationId, now: 'better' as const } };
    const lines = news([anEntry('hall')], { notes: [tap, told('hall', '2026-11-18', better)] });
    expect(only(lines, 'answered')).toMatchObject([{ says: 'A tap', share: 'office' }]);
  });

  test('merged, taken apart, closed and opened are said once, of the entry that goes on', () => {
    const lines = news(
      [
        anEntry('old', { name: 'Old hall', mergedInto: 'hall' }),
        anEntry('hall'),
        anEntry('two'),
        anEntry('shut', { closed: true }),
      ],
      {
        notes: [told('old', '2026-11-19')],
        events: [
          done('old', 'merged', '2026-11-16', [{ field: 'mergedInto', before: null, after: 'hall' }]),
          done('hall', 'merged', '2026-11-16', [{ field: 'grade', before: 'open', after: 'area' }]),
          done('two', 'unmerged', '2026-11-17', [{ field: 'mergedInto', before: 'hall', after: null }]),
          done('shut', 'closed', '2026-11-18'),
        ],
      },
    );
    expect(lines.map((line) => [line.what, line.entryId, 'other' in line ? line.other : ''])).toEqual([
      ['seen', 'hall', ''],
      ['closed', 'shut', ''],
      ['unmerged', 'hall', 'two'],
      ['merged', 'hall', 'Old hall'],
    ]);
  });

  test('six months without a word are told on the day they are full, once', () => {
    const lines = news([anEntry('camp'), anEntry('long'), anEntry('never'), anEntry('fresh')], {
      notes: [told('camp', '2026-05-18'), told('long', '2026-05-01'), told('fresh', '2026-05-22')],
    });
    expect(lines).toEqual([
      expect.objectContaining({ what: 'fading', entryId: 'camp', on: '2026-11-19', lastSeen: '2026-05-18' }),
    ]);
  });

  test('the last week unless somebody asks, never tomorrow, never more than a year', () => {
    expect(newsSince(undefined, TODAY)).toBe(SINCE);
    expect(newsSince('2027-01-01', TODAY)).toBe(TODAY);
    expect(newsSince('1999-01-01', TODAY)).toBe('2025-11-21');
  });
});
