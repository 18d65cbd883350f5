import { gradeForSetting } from '../../../src/domain/place-grade.ts';
import { describe, expect, test } from 'vitest';
import { LISTS } from '../../../src/domain/lists/lists.ts';
import { visitStamp } from '../../../src/domain/record.ts';
import { blankVisit, clockIsFar, stampOf, visitGaps } from '../../../src/features/visits/visit-form.ts';

const ID = '0190f5a0-0000-7000-8000-000000000001';
const VENUE = {
  venueId: 'v1',
  placeName: 'Long Lane site',
  groupName: 'Long Lane families',
  setting: 'traveller-site',
  grade: 'shielded' as const,
  notes: '',
  about: [],
};
const blank = blankVisit('2026-11-22', 'Maria Example');

describe('starting a visit', () => {
  test('says what is missing in the order of the screen', () => {
    expect(visitGaps(blank)).toEqual(['needsPlace']);
    const typed = { ...blank, venueId: 'other', placeName: '  ', interpreter: 'professional', date: '' };
    expect(visitGaps(typed)).toEqual(['needsPlace', 'needsSetting', 'needsDate', 'needsLanguage']);
    expect(visitGaps({ ...blank, venueId: 'v1' })).toEqual([]);
    expect(visitGaps({ ...blank, venueId: 'v1', interpreted: true })).toEqual(['needsInterpreter']);
  });

  test('a place of the list brings its own name, setting and grade, whatever was typed before', () => {
    const form = { ...blank, venueId: 'v1', placeName: 'typed', setting: 'library', grade: 'open' as const };
    const stamp = visitStamp.parse(stampOf(form, [VENUE], ID));
    expect(stamp).toMatchObject({ placeName: 'Long Lane site', setting: 'traveller-site', grade: 'shielded' });
    expect(stamp.team).toEqual(['Maria Example']);
    expect(stamp.interpreter).toBeNull();
  });

  test('a place of the directory goes into every record of the visit; one that is typed has none', () => {
    const places = [{ ...VENUE, placeId: 'v1' }];
    expect(stampOf({ ...blank, venueId: 'v1' }, places, ID).placeId).toBe('v1');
    expect(stampOf({ ...blank, venueId: 'v1' }, [VENUE], ID)).not.toHaveProperty('placeId');
    expect(stampOf({ ...blank, venueId: 'other', placeName: 'A yard' }, places, ID)).not.toHaveProperty('placeId');
  });

  test('an interpreter counts as present at consent only after a yes', () => {
    const form = { ...blank, venueId: 'v1', interpreter: 'professional', interpreterLanguage: ' Romanian ' };
    expect(stampOf(form, [VENUE], ID).interpreter).toEqual({
      type: 'professional',
      language: 'Romanian',
      atConsent: false,
    });
  });

  test('places where being seen can do harm are hidden unless somebody chooses otherwise', () => {
    for (const setting of ['traveller-site', 'roadside', 'hostel', 'womens-group']) {
      expect(gradeForSetting(setting)).toBe('shielded');
    }
    expect(gradeForSetting('library')).toBe('open');
    expect(LISTS.settings.every((setting) => ['open', 'area', 'shielded'].includes(gradeForSetting(setting)))).toBe(
      true,
    );
  });

  test('asks about the date when the clocks are more than a day apart, either way', () => {
    const wall = Date.parse('2026-11-22T10:00:00Z');
    expect(clockIsFar(wall, '2026-11-21T11:00:00Z')).toBe(false);
    expect(clockIsFar(wall, '2026-11-20T09:00:00Z')).toBe(true);
    expect(clockIsFar(wall, '2028-01-01T00:00:00Z')).toBe(true);
    expect(clockIsFar(wall, null)).toBe(false);
  });
});
