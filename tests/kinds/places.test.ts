import { describe, expect, test } from 'vitest';
import { GRADES } from '../../src/domain/place-grade.ts';
import { LISTS } from '../../src/domain/lists/lists.ts';
import { allowedAt } from '../../src/domain/place.ts';
import type { VisitStamp } from '../../src/domain/record.ts';
import { rebased } from '../../src/features/capture/rebased.ts';
import { capture as noteCapture } from '../../src/kinds/map-note/capture.tsx';
import { type MapNoteDraft, withAbout } from '../../src/kinds/map-note/draft.ts';
import { type MapNote, mapNote } from '../../src/kinds/map-note/schema.ts';
import { specimens as notes } from '../../src/kinds/map-note/specimens.ts';
import { capture as placeCapture } from '../../src/kinds/place/capture.tsx';
import { type PlaceDraft, withGradeOf } from '../../src/kinds/place/draft.ts';
import { place } from '../../src/kinds/place/schema.ts';
import { specimens as places } from '../../src/kinds/place/specimens.ts';
import type { BlankContext, CaptureView } from '../../src/kinds/views.ts';
import { anyWhere, oneOf, randomly, type Random } from '../helpers/random-where.ts';

const context = (change: Partial<BlankContext> = {}): BlankContext => ({
  language: 'en',
  groupName: '',
  workerName: 'Maria',
  today: '2026-11-03',
  now: '2026-11-03T10:00:00.000Z',
  visitStartedAt: null,
  about: null,
  answers: null,
  visitGrade: null,
  entryType: null,
  newId: () => '5f0c8a44-92d1-4d1e-9a7c-2f1be0a3c001',
  ...change,
});
const LIBRARY = { entryId: 'library', name: 'Central Library', grade: 'open' } as const;

describe('what a note or a place may hold at any moment', () => {
  /** Any change of any screen, drawn from a body that may be some changes old. */
  function anyNoteChange(random: Random, shown: MapNoteDraft): MapNoteDraft {
    switch (oneOf(random, ['where', 'grade', 'about', 'none', 'said'] as const)) {
      case 'where':
        return { ...shown, where: anyWhere(random) };
      case 'grade':
        return { ...shown, grade: oneOf(random, GRADES) };
      case 'about':
        return withAbout(shown, { ...LIBRARY, grade: oneOf(random, GRADES) }, null);
      case 'none':
        return withAbout(shown, null, oneOf(random, [null, ...GRADES]));
      case 'said':
        return { ...shown, said: 'x' };
    }
  }
  function anyPlaceChange(random: Random, shown: PlaceDraft): PlaceDraft {
    switch (oneOf(random, ['where', 'grade', 'type', 'setting', 'council'] as const)) {
      case 'where':
        return { ...shown, where: anyWhere(random) };
      case 'grade':
        return { ...shown, grade: oneOf(random, GRADES) };
      case 'type':
        return withGradeOf(shown, { type: oneOf(random, LISTS.entryTypes) });
      case 'setting':
        return withGradeOf(shown, { setting: oneOf(random, LISTS.settings) });
      case 'council':
        return { ...shown, council: 'Example Borough' };
    }
  }

  function drive<Draft extends Pick<PlaceDraft, 'where' | 'grade'>>(
    view: CaptureView<Draft>,
    anyChange: (random: Random, shown: Draft) => Draft,
    seed: number,
  ): number {
    const random = randomly(seed);
    let held = 0;
    for (let round = 0; round < 150; round += 1) {
      const bodies: Draft[] = [view.blank(context({ visitGrade: oneOf(random, [null, ...GRADES]) }))];
      for (let tap = 0; tap < 25; tap += 1) {
        const newest = bodies.at(-1) as Draft;
        // A slow map or satellite answers with what stood there some taps ago.
        const shown = bodies[Math.max(0, bodies.length - 1 - Math.floor(random() * 4))] as Draft;
        const next = rebased(shown, anyChange(random, shown), newest) as Draft;
        const kept = view.mayKeep?.(next) ?? next;
        expect(allowedAt(kept.grade ?? 'shielded', kept.where)).toBe(true);
        if (kept.where.as === 'point' || kept.where.as === 'line' || kept.where.as === 'area') held += 1;
        bodies.push(kept);
      }
    }
    return held;
  }

  test.each([1, 2, 3])('a note is never finer than its grade, whatever order the taps come in (%i)', (seed) => {
    expect(drive(noteCapture, anyNoteChange, seed)).toBeGreaterThan(100);
  });

  test.each([4, 5, 6])('nor is a place (%i)', (seed) => {
    expect(drive(placeCapture, anyPlaceChange, seed)).toBeGreaterThan(100);
  });
});

describe('a note', () => {
  test('on whether something is better now names it, asks what is new of nothing, and tells it to all tablets', () => {
    const blank = noteCapture.blank(context({ about: LIBRARY, answers: 'tap' }));
    expect(blank).toMatchObject({ kind: 'seen', about: { entryId: 'library' }, answers: { observationId: 'tap' } });
    const asked = noteCapture.steps.filter(({ when }) => when?.(blank) !== false);
    expect(asked.map(({ id }) => id)).toEqual(['better', 'said', 'source', 'photo', 'share']);
    expect(asked[0]?.ready?.(blank)).toBe(false);
    expect(mapNote.schema.safeParse(blank).success).toBe(false);
    const body = mapNote.schema.parse({ ...blank, answers: { observationId: 'tap', now: 'better' } });
    const from = { day: '2026-11-03', byName: 'Maria', visit: null };
    expect(mapNote.tells?.(body, from)?.observation).toMatchObject({
      kind: 'seen',
      answers: { observationId: 'tap', now: 'better' },
    });
    expect(mapNote.tells?.({ ...body, share: 'office' }, from)).toBeNull();
  });

  test('about no place answers nothing, and one made before there were answers still opens', () => {
    expect(noteCapture.blank(context({ answers: 'tap' }))).not.toHaveProperty('answers');
    const old = notes['quick'] as MapNote;
    expect(mapNote.schema.parse(old)).toEqual(old);
    const told = mapNote.tells?.(old, { day: '2026-11-03', byName: 'Maria', visit: null });
    expect(told?.observation).not.toHaveProperty('answers');
  });

  test('begins at the place of the visit, with its grade; without a visit there is neither', () => {
    expect(noteCapture.blank(context({ about: LIBRARY, visitGrade: 'shielded' }))).toMatchObject({
      about: { entryId: 'library', name: 'Central Library' },
      grade: 'open',
      where: { as: 'nowhere' },
      source: 'not-said',
    });
    expect(noteCapture.blank(context({ visitGrade: 'area' }))).toMatchObject({ about: null, grade: 'area' });
    expect(noteCapture.blank(context())).not.toHaveProperty('grade');
  });

  test('asks whether words may be written down only where they are somebody else’s', () => {
    const { share: _share, ...note } = notes['quick'] as MapNoteDraft;
    const asks = (source: MapNoteDraft['source']) => noteCapture.asks?.({ ...note, share: 'team', source });
    expect(asks('own-eyes')).toEqual([]);
    expect(asks('not-said')).toEqual([]);
    expect(asks('document')).toEqual([]);
    for (const source of ['resident', 'community-leader', 'professional', 'partner'] as const)
      expect(asks(source)).toContain('use');
  });

  test('a link from a spot that is no place does not stay', () => {
    const full = notes['full'] as MapNoteDraft;
    expect(full.link).not.toBeNull();
    expect(noteCapture.mayKeep?.(withAbout(full, null, 'open'))).toMatchObject({ about: null, link: null });
  });

  test('tells the team what was seen, where the worker lets it', () => {
    const from = { day: '2026-11-03', byName: 'Maria', visit: null };
    const note = mapNote.schema.parse(notes['full']);
    expect(mapNote.tells?.(note, from)).toMatchObject({
      entry: null,
      observation: { entryId: 'example-library', on: '2026-11-03', byName: 'Maria', what: note.said },
    });
    expect(mapNote.tells?.({ ...note, share: 'office' }, from)).toBeNull();
  });
});

describe('a place', () => {
  const stamp = {} as VisitStamp;

  test('takes its grade from its setting, and a person stays off the map', () => {
    const blank = placeCapture.blank(context());
    expect(blank).not.toHaveProperty('grade');
    expect(withGradeOf(blank, { type: 'venue' })).not.toHaveProperty('grade');
    expect(withGradeOf({ ...blank, type: 'venue' }, { setting: 'hostel' })).toMatchObject({ grade: 'shielded' });
    expect(withGradeOf({ ...blank, type: 'venue' }, { setting: 'library' })).toMatchObject({ grade: 'open' });
    expect(withGradeOf(blank, { type: 'gatekeeper' })).toMatchObject({ grade: 'shielded' });
  });

  test('begins as what was asked for', () => {
    expect(placeCapture.blank(context({ entryType: 'group' }))).toMatchObject({ type: 'group' });
  });

  test('only somebody who opens doors is asked: a building is not a person', () => {
    const person = places['person'] as PlaceDraft;
    expect(placeCapture.asks?.(person)).toContain('use');
    expect(placeCapture.asks?.(places['venue'] as PlaceDraft)).toEqual([]);
  });

  test('the council area said instead of a position stands in its own place too', () => {
    const blank = { ...placeCapture.blank(context()), grade: 'shielded' as const };
    const said = placeCapture.mayKeep?.({ ...blank, where: { as: 'council', council: 'Example Borough' } });
    expect(said).toMatchObject({ council: 'Example Borough' });
  });

  test('tells the team of an entry that nobody has checked yet', () => {
    const told = place.tells?.(place.schema.parse(places['hidden']), { day: '2026-11-03', byName: 'M', visit: stamp });
    expect(told?.entry).toMatchObject({
      entryId: 'example-meadow',
      checked: false,
      since: '2026-11-03',
      name: 'Bluebell',
    });
    expect(JSON.stringify(told)).not.toMatch(/points/);
  });
});
