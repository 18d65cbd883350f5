import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { MAX_APP_SOUNDS, clipOf, filmOf, isHeard, markOf, type AppSounds } from '../../src/domain/app-sounds.ts';
import { SIGNED_LANGUAGES } from '../../src/domain/signed.ts';
import { TEXT_LAYERS, type Clip } from '../../src/domain/survey.ts';
import { heardTexts, loadHeardTexts, type HeardText } from '../../src/features/desk/sounds/heard-texts.ts';
import { findText } from '../../src/i18n/catalogue.ts';
import { appWords } from '../../src/sound/app-words.tsx';

/**
 * Every text that a person can hear has its place for a film, and the other way round: by one list, which the studio
 * works through and the tablet looks things up in, and by one part that shows both on every screen beside the player.
 */

const ONE_OF_A_KIND = new Set(['player:practiceListen', 'player:practiceSign', 'player:languageName']);
const isName = (place: string): boolean => place.startsWith('player:languageName.');
const read = (path: string): string => readFileSync(path, 'utf8');
const sources = globSync('src/**/*.tsx').map((path) => path.replaceAll('\\', '/'));

beforeAll(async () => {
  for (const readingMode of TEXT_LAYERS) await loadHeardTexts({ language: 'en', readingMode });
});

const places = (texts: readonly HeardText[]): readonly string[] =>
  texts.flatMap((text) => text.places).filter((place) => !ONE_OF_A_KIND.has(place) && !isName(place));
const rowOf = (language: string, mime: string): AppSounds => {
  const all = (layer: (typeof TEXT_LAYERS)[number]) =>
    Object.fromEntries(
      heardTexts(language, layer).flatMap(({ places: at, words }) =>
        at.map((place) => {
          const clip: Clip = { sha256: 'a'.repeat(64), mime, bytes: 1, durationMs: 1 };
          return [place, { ...clip, words: markOf(words) }] as const;
        }),
      ),
    );
  return { language, sounds: { standard: all('standard'), easy: all('easy') } };
};

test.each(TEXT_LAYERS)('what is to be said in %s words is to be signed, text for text', (layer) => {
  const said = places(heardTexts('en', layer));
  expect(said.length).toBeGreaterThan(layer === 'standard' ? 200 : 30);
  for (const tag of SIGNED_LANGUAGES) expect(places(heardTexts(tag, layer))).toEqual(said);
});

test('a tablet that holds them all finds a sound and a film for every one of them', () => {
  for (const tag of SIGNED_LANGUAGES) {
    const rows = [rowOf('en', 'audio/ogg'), rowOf(tag, 'video/webm')];
    for (const layer of TEXT_LAYERS) {
      for (const place of places(heardTexts('en', layer))) {
        const shown = findText('common', place, {}, { language: 'en', readingMode: layer });
        expect(clipOf(rows, place, shown)?.mime, place).toBe('audio/ogg');
        expect(filmOf(rows, place, shown, tag)?.mime, place).toBe('video/webm');
        // As the screens ask for them: by the person's language, for both at once.
        expect(appWords(rows, place, { language: tag, readingMode: layer }), place).toMatchObject({
          clip: { mime: 'audio/ogg' },
          film: { mime: 'video/webm' },
        });
      }
    }
    const count = Object.values(rows[1]?.sounds ?? {}).reduce((sum, of) => sum + Object.keys(of).length, 0);
    expect(count).toBeLessThanOrEqual(MAX_APP_SOUNDS);
  }
});

test('beside the player what is heard is seen by the same part, so that no screen has the one without the other', () => {
  const alone = sources.filter(
    (path) =>
      !path.startsWith('src/sound/') && /\/(?:listen-button|sign-slot|sign-stage|signed-words)\.tsx'/.test(read(path)),
  );
  // The player has a place for films on every screen of its own.
  expect(alone).toEqual(['src/player/screen.tsx']);
  const both = sources.filter((path) => read(path).includes('<ListenAndSign'));
  expect(both.length).toBeGreaterThan(6);
  expect(read('src/sound/listen-and-sign.tsx')).toMatch(/<ListenButton[\s\S]*<SignSlot/);
});

test('what a screen lets people hear is in the list that is recorded and signed', () => {
  const known = new Set(TEXT_LAYERS.flatMap((layer) => places(heardTexts('en', layer))));
  const asked = sources
    .filter((path) => read(path).includes('<ListenAndSign'))
    .flatMap((path) =>
      [...read(path).matchAll(/'((?:[a-z]+):(?:[A-Za-z]+\.)*[A-Za-z]+)'/g)].map(([, place]) => place ?? ''),
    )
    .filter((place) => isHeard(place.slice(0, place.indexOf(':'))));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((place) => !known.has(place) && !place.startsWith('common:'))).toEqual([]);
});

test('every screen of the player is the one that has the place for films', () => {
  const screens = sources.filter((path) => /^src\/player\/screens\/[a-z-]+-(?:screen|gate|questions)\.tsx$/.test(path));
  expect(screens.length).toBeGreaterThan(12);
  const without = screens.filter((path) => !/<(?:PlayerScreen|QuestionScreen|ConsentQuestions)\b/.test(read(path)));
  expect(without).toEqual([]);
  expect(read('src/player/screen.tsx')).toContain('<SignStage');
  // Words of the player come with their sound and their film, and never from the catalogue alone.
  const bare = sources.filter((path) => path.startsWith('src/player/screens/') && /\bt\.el\(/.test(read(path)));
  expect(bare).toEqual([]);
});
