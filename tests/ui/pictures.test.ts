import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LISTS } from '../../src/domain/lists/lists.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { SHAPES } from '../../src/ui/icon/shapes.ts';
import { BETTER_PICTURES } from '../../src/ui/pictures/better-now.ts';
import { ENTRY_PICTURES } from '../../src/ui/pictures/entry-types.ts';
import { FEELING_PICTURES } from '../../src/ui/pictures/feelings.ts';
import { KIND_PICTURES } from '../../src/ui/pictures/kinds.ts';
import { NEED_PICTURES } from '../../src/ui/pictures/needs.ts';
import { NOTE_PICTURES } from '../../src/ui/pictures/note-kinds.ts';
import { SCENES } from '../../src/ui/pictures/scenes.ts';
import { THEME_PICTURES } from '../../src/ui/pictures/themes.ts';
import { URGENCY_PICTURES } from '../../src/ui/pictures/urgencies.ts';
import { VOICE_PICTURES } from '../../src/ui/pictures/voices.ts';

test.each([
  [LISTS.feelings, FEELING_PICTURES],
  [LISTS.voices, VOICE_PICTURES],
  [LISTS.urgencies, URGENCY_PICTURES],
  [LISTS.themes, THEME_PICTURES],
  [LISTS.needs, NEED_PICTURES],
  [LISTS.noteKinds, NOTE_PICTURES],
  [LISTS.entryTypes, ENTRY_PICTURES],
  [LISTS.betterNow, BETTER_PICTURES],
])('every code has a picture and no picture is left over', (codes, pictures) => {
  expect(Object.keys(pictures).sort()).toEqual([...codes].sort());
});

test('every kind of record has a picture', () => {
  expect(Object.keys(KINDS).filter((kind) => !Object.hasOwn(KIND_PICTURES, kind))).toEqual([]);
});

test('two feelings or two scenes never look the same', () => {
  for (const pictures of [FEELING_PICTURES, SCENES, KIND_PICTURES, NOTE_PICTURES, ENTRY_PICTURES, BETTER_PICTURES]) {
    const drawn = Object.values(pictures).map((art) => JSON.stringify(art));
    expect(new Set(drawn).size).toBe(drawn.length);
  }
});

test('every shape is a path that begins somewhere and has no broken number', () => {
  const paths = [
    ...Object.values(SHAPES),
    ...[
      FEELING_PICTURES,
      VOICE_PICTURES,
      URGENCY_PICTURES,
      KIND_PICTURES,
      NOTE_PICTURES,
      ENTRY_PICTURES,
      BETTER_PICTURES,
      SCENES,
    ].flatMap((pictures) => Object.values(pictures).flatMap((art) => art.map(([, d]) => d))),
  ];
  expect(paths.filter((d) => !/^[Mm][\d\s.,MmLlHhVvCcSsQqTtAaZz-]+$/.test(d))).toEqual([]);
});

test('styles name the start and the end, never left and right', () => {
  const sided = globSync('src/**/*.css').flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:^|[\s;{])((?:margin|padding|border)-(?:left|right)|(?:left|right|text-align)\s*:\s*(?:left|right|\d)[^;]*|float:\s*(?:left|right))/g,
      ),
    ].map((match) => `${file}: ${match[1]}`),
  );
  expect(sided).toEqual([]);
});
