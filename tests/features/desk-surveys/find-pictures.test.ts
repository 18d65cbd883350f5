import { expect, test } from 'vitest';
import { findPictures } from '../../../src/features/desk/surveys/find-pictures.ts';
import { PICTURE_NAMES, PICTURES } from '../../../src/ui/pictures/set.ts';

test('a picture is found by its name before others by their keywords', () => {
  expect(findPictures('doctor', null)[0]).toMatch(/doctor/);
  expect(findPictures('tap', null)[0]).toMatch(/water|tap/);
});

test('every word has to fit, beginnings count, case does not', () => {
  const both = findPictures('DOCT wait', null);
  for (const name of both) expect(findPictures('doct', null)).toContain(name);
  expect(findPictures('zzzz', null)).toEqual([]);
});

test('no words show all of the set, or all of a group in its order', () => {
  expect(findPictures('', null)).toEqual(PICTURE_NAMES);
  const faces = findPictures(' ', 'faces');
  expect(faces.length).toBeGreaterThan(5);
  expect(faces.every((name) => PICTURES[name].category === 'faces')).toBe(true);
});
