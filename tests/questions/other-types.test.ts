import { describe, expect, test } from 'vitest';
import { digitsOf } from '../../src/questions/number/digits.ts';
import { number } from '../../src/questions/number/schema.ts';
import { journey } from '../../src/questions/journey/schema.ts';
import { photoOfThing } from '../../src/questions/photo-of-thing/schema.ts';
import { matching } from '../../src/questions/place/matching.ts';
import { place } from '../../src/questions/place/schema.ts';
import { shortWords } from '../../src/questions/short-words/schema.ts';
import { SCENE_REGIONS } from '../../src/questions/tap-picture/regions.ts';
import { regionsOf, tapPicture } from '../../src/questions/tap-picture/schema.ts';
import { voiceAnswer } from '../../src/questions/voice-answer/schema.ts';

describe('a number', () => {
  const settings = { min: 1, max: 12, step: 1, first: 2, unit: false };

  test('is written in the digits of many keyboards and kept in Latin ones', () => {
    expect(digitsOf('٣٤')).toBe('34');
    expect(digitsOf('۱۲')).toBe('12');
    expect(digitsOf('৭')).toBe('7');
    expect(digitsOf(' 1 200 people')).toBe('1200');
    expect(digitsOf('−5')).toBe('-5');
    expect(digitsOf('no')).toBe('');
    expect(number.value.safeParse({ number: Number(digitsOf('9'.repeat(30))) }).success).toBe(true);
  });

  test('outside its range is told with the range, and 7 of steps of 5 is a number', () => {
    expect(number.shortfall({ number: 13 }, settings)).toEqual({ reason: 'out-of-range', from: 1, to: 12 });
    expect(number.shortfall({ number: 0 }, settings)).not.toBeNull();
    expect(number.shortfall({ number: 7 }, { ...settings, step: 5 })).toBeNull();
    expect(number.number?.({ number: 7 })).toBe(7);
    expect(number.marks({ number: 7 }, settings)).toEqual([]);
  });

  test.each([
    { ...settings, min: 12 },
    { ...settings, step: 12 },
    { ...settings, first: 0 },
    { ...settings, first: 13 },
  ])('cannot be published with a range that nobody can answer: %o', (wrong) => {
    expect(number.problems(wrong)).toEqual([{ reason: 'bad-range' }]);
  });
});

test('words, pictures and voices of one answer are told apart', () => {
  const settings = { voice: true, choices: [{ code: 'nothing', picture: null }], lines: 3 };
  const value = { words: ' ', codes: ['nothing'], media: ['v1'] };
  expect(shortWords.words?.(value)).toBeNull();
  expect(shortWords.words?.({ ...value, words: 'The path is dark.' })).toBe('The path is dark.');
  expect(shortWords.media?.(value)).toEqual(['v1']);
  expect(shortWords.marks(value, settings)).toEqual([{ row: null, code: 'nothing', weight: 1 }]);
  expect(shortWords.shortfall({ ...value, codes: ['gone'] }, settings)).toEqual({ reason: 'unknown-choice' });
});

test('an empty voice answer and too many photos say what is short', () => {
  expect(voiceAnswer.shortfall({ media: [], words: ' ' }, { orWords: true })).toEqual({ reason: 'too-few', limit: 1 });
  expect(voiceAnswer.shortfall({ media: [], words: 'so' }, { orWords: true })).toBeNull();
  expect(photoOfThing.shortfall({ media: ['a', 'b', 'c'] }, { most: 2 })).toEqual({ reason: 'too-many', limit: 2 });
  expect(photoOfThing.shortfall({ media: [] }, { most: 2 })).toEqual({ reason: 'too-few', limit: 1 });
});

describe('a picture to touch', () => {
  test('has its parts on the drawing, none too thin to be touched, and no two with one code', () => {
    const codes = Object.values(SCENE_REGIONS)
      .flat()
      .map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, areas } of Object.values(SCENE_REGIONS).flat()) {
      for (const { x, y, w, h } of areas) {
        expect(Math.min(x, y), code).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + w, y + h), code).toBeLessThanOrEqual(100);
        expect(Math.min(w, h), code).toBeGreaterThanOrEqual(8);
      }
    }
  });

  test('has no two parts of a scene where one touch would mean both', () => {
    for (const [scene, regions] of Object.entries(SCENE_REGIONS)) {
      const areas = regions.flatMap(({ code, areas: all }) => all.map((one) => ({ code, ...one })));
      const touching = areas.flatMap((a, at) =>
        areas
          .slice(at + 1)
          .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
          .map((b) => `${scene}: ${a.code} and ${b.code}`),
      );
      expect(touching).toEqual([]);
    }
  });

  test('of a team is cut into nine parts, in reading order, and needs its picture', () => {
    const cells = [
      { code: 'gate', cell: 7 },
      { code: 'corner', cell: 0 },
    ];
    const own = { kind: 'own' as const, picture: 'set:scene-site', cells, most: 2 };
    expect(regionsOf(own).map(({ code }) => code)).toEqual(['corner', 'gate']);
    expect(regionsOf(own)[1]?.areas[0]?.x).toBeCloseTo(33.3, 1);
    expect(regionsOf(own)[1]?.areas[0]?.y).toBeCloseTo(66.7, 1);
    expect(tapPicture.problems(own)).toEqual([]);
    expect(tapPicture.problems({ ...own, picture: null })).toEqual([{ reason: 'no-picture' }]);
    expect(tapPicture.problems({ ...own, cells: cells.slice(1), most: 1 })).toEqual([{ reason: 'too-few-choices' }]);
    expect(tapPicture.problems({ ...own, most: 3 })).toEqual([{ reason: 'limit-too-high' }]);
  });

  test('takes only parts that are offered, and no more than were asked for', () => {
    const site = { kind: 'scene' as const, scene: 'site' as const, parts: ['tap', 'bins', 'road'], most: 2 };
    expect(tapPicture.shortfall({ codes: ['tap', 'bins'] }, site)).toBeNull();
    expect(tapPicture.shortfall({ codes: ['trees'] }, site)).toEqual({ reason: 'unknown-choice' });
    expect(tapPicture.shortfall({ codes: ['tap', 'bins', 'road'] }, site)).toEqual({ reason: 'too-many', limit: 2 });
    expect(tapPicture.texts(site)).toEqual([]);
  });
});

test('a place is found by any part of its name, whatever its marks, words first', () => {
  const places = [
    { id: 'a', name: 'Upper Hall' },
    { id: 'b', name: 'Centre café' },
    { id: 'c', name: 'Hallam Green' },
    { id: 'd', name: 'Whitehall' },
  ];
  expect(matching(places, ' CAFE').map(({ id }) => id)).toEqual(['b']);
  expect(matching(places, 'hall').map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  expect(matching(places, '')).toBe(places);
  expect(matching(places, 'zz')).toEqual([]);
});

test('a place is counted as one of the list or elsewhere, and holds an id alone', () => {
  const marks = (of: string | null) => place.marks({ place: of }, { elsewhere: true }).map(({ code }) => code);
  expect([marks('venue-7'), marks(null)]).toEqual([['listed'], ['elsewhere']]);
  expect(place.shortfall({ place: null }, { elsewhere: false })).toEqual({ reason: 'unknown-choice' });
  expect(place.value.safeParse({ place: 'venue-7', lat: 51.5 }).success).toBe(false);
});

test('a journey counts a face for each step it has, and none for steps that were passed over', () => {
  const settings = { steps: ['phone', 'wait', 'doctor'].map((code) => ({ code, picture: null })) };
  const value = { faces: { doctor: 'good' as const, phone: 'not-good' as const } };
  expect(journey.marks(value, settings)).toEqual([
    { row: 'phone', code: 'not-good', weight: 1 },
    { row: 'doctor', code: 'good', weight: 1 },
  ]);
  expect(journey.shortfall(value, settings)).toBeNull();
  expect(journey.shortfall({ faces: {} }, settings)).toEqual({ reason: 'too-few', limit: 1 });
  expect(journey.shortfall({ faces: { gone: 'ok' } }, settings)).toEqual({ reason: 'unknown-choice' });
  expect(journey.feeling).toBe(true);
});
