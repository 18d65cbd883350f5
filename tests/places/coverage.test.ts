import { describe, expect, test } from 'vitest';
import type { DirectoryEntry, Observation } from '../../src/domain/directory.ts';
import { coverageOf, type Contact } from '../../src/places/coverage.ts';
import { directoryOf } from '../../src/places/history.ts';
import { anEntry, anObservation } from '../helpers/directory.ts';

const TODAY = '2026-11-22';

const aGroup = (entryId: string, over: Partial<DirectoryEntry> = {}): DirectoryEntry =>
  anEntry(entryId, { type: 'group', grade: 'open', ...over });
const seen = (entryId: string, on: string, over: Partial<Observation> = {}): Observation =>
  anObservation(`${entryId} ${on}`, entryId, on, over);
const met = (entryId: string, day: string, over: Partial<Contact> = {}): Contact => ({
  entryId,
  day,
  part: 'weekday-morning',
  languages: ['en'],
  ...over,
});
const covered = (
  entries: readonly DirectoryEntry[],
  contacts: readonly Contact[],
  observations: readonly Observation[] = [],
  loadLimit = 4,
) => coverageOf(directoryOf(entries, observations, [], TODAY), contacts, { today: TODAY, loadLimit }).places;

describe('who was reached, and who was not', () => {
  test('what needs somebody first comes first: never met, asked too often, not seen for long, the rest', () => {
    const often = ['2026-11-01', '2026-10-20', '2026-10-10', '2026-09-30'];
    const places = covered(
      [aGroup('fine'), aGroup('fading'), aGroup('often'), aGroup('never')],
      [...often.map((day) => met('often', day)), met('fine', '2026-11-02'), met('fading', '2026-03-01')],
      [seen('fine', '2026-11-02'), seen('fading', '2026-03-01')],
    );
    expect(places.map(({ entryId }) => entryId)).toEqual(['never', 'often', 'fading', 'fine']);
    expect(places.map(({ never, tooOften, fading }) => [never, tooOften, fading])).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
      [false, false, false],
    ]);
  });

  test('needs count while nobody said that they are better', () => {
    const tap = seen('club', '2026-10-01', { kind: 'need' });
    const drain = seen('club', '2026-10-02', { kind: 'hazard' });
    const answers = { observationId: tap.observationId, now: 'better' as const };
    const open = (...notes: Observation[]) => covered([aGroup('club')], [], notes)[0]?.openNeeds;
    expect(open(tap, drain)).toBe(2);
    expect(open(tap, drain, seen('club', '2026-11-01', { answers }))).toBe(1);
  });

  test('days are counted, not talks: fifteen on one day ask a group once', () => {
    const talks = Array.from({ length: 15 }, () => met('club', '2026-11-10'));
    const [club] = covered([aGroup('club')], [...talks, met('club', '2026-11-11')]);
    expect(club).toMatchObject({ asked90: 2, tooOften: false, lastContact: '2026-11-11' });
    const [strict] = covered([aGroup('club')], [...talks, met('club', '2026-11-11')], [], 2);
    expect(strict?.tooOften).toBe(true);
  });

  test('ninety days are ninety days, and a clock that runs ahead was today', () => {
    const [club] = covered(
      [aGroup('club')],
      [met('club', '2026-08-24'), met('club', '2026-08-25'), met('club', '2027-01-01')],
    );
    expect(club).toMatchObject({ asked90: 2, lastContact: TODAY });
  });

  test('good times and languages tell on how many days of the year they were offered', () => {
    const facts = {
      goodTimes: ['weekday-morning' as const, 'weekend-evening' as const],
      languages: ['so', 'en-GB', 'pl'],
    };
    const [club] = covered(
      [aGroup('club', { facts })],
      [
        met('club', '2026-11-10', { languages: ['so', 'en'] }),
        met('club', '2026-11-10', { languages: ['so'] }),
        met('club', '2026-10-10', { part: null, languages: [] }),
        met('club', '2025-10-10', { languages: ['pl'], part: 'weekend-evening' }),
      ],
    );
    expect(club?.times).toEqual([
      { code: 'weekday-morning', days: 1 },
      { code: 'weekend-evening', days: 0 },
    ]);
    expect(club?.languages).toEqual([
      { code: 'so', days: 1 },
      { code: 'en-GB', days: 1 },
      { code: 'pl', days: 0 },
    ]);
  });

  test('where the entry does not say, the newest note that does counts', () => {
    const [club] = covered(
      [aGroup('club')],
      [],
      [
        seen('club', '2026-02-01', { facts: { languages: ['ro'] } }),
        seen('club', '2026-05-01', { facts: { languages: ['ckb'] } }),
      ],
    );
    expect(club?.languages).toEqual([{ code: 'ckb', days: 0 }]);
  });

  test('a community counts what its parts were asked; who opens its doors does not speak for it', () => {
    const places = covered(
      [
        aGroup('families', { type: 'community' }),
        aGroup('club', { links: [{ to: 'families', how: 'part-of' }] }),
        aGroup('girls', { links: [{ to: 'club', how: 'part-of' }] }),
        aGroup('elder', { type: 'gatekeeper', links: [{ to: 'families', how: 'opens-doors' }] }),
      ],
      [met('club', '2026-11-01'), met('elder', '2026-11-02'), met('girls', '2026-11-03')],
    );
    const of = (id: string) => places.find(({ entryId }) => entryId === id);
    expect(of('families')).toMatchObject({ never: false, asked90: 1, lastContact: '2026-11-01' });
    expect(of('elder')).toMatchObject({ asked90: 1 });
  });

  test('a merged entry counts for the one it is; closed ones are left out; rings of parts end', () => {
    const places = covered(
      [
        aGroup('old', { mergedInto: 'new' }),
        aGroup('new', { type: 'network', links: [{ to: 'ring', how: 'part-of' }] }),
        aGroup('ring', { type: 'network', links: [{ to: 'new', how: 'part-of' }] }),
        aGroup('shut', { closed: true }),
      ],
      [met('old', '2026-11-01'), met('nobody', '2026-11-01'), met('shut', '2026-11-01')],
    );
    expect(places.map(({ entryId, asked90 }) => [entryId, asked90]).sort()).toEqual([
      ['new', 1],
      ['ring', 1],
    ]);
  });
});
