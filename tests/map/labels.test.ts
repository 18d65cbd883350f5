import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paletteOf } from '../../src/map/ground/palette.ts';
import { baseLayers } from '../../src/map/ground/base-layers.ts';
import { styleOf } from '../../src/map/ground/style.ts';
import { chooseLabels } from '../../src/map/labels/choose-labels.ts';
import type { Label } from '../../src/map/labels/label.ts';
import { nameIn } from '../../src/map/labels/name-in.ts';
import type { MapLook } from '../../src/map/map-props.ts';
import { project, viewAround } from '../../src/map/view.ts';

describe('names on the map', () => {
  const vaduz = { name: 'Vaduz', 'name:latin': 'Vaduz', 'name:ar': 'فادوتس', 'name:pa': 'ਵਾਦੂਜ਼', 'name:pnb': 'وادوز' };

  test('in the script of the reader where the data have it, else as on the signs', () => {
    expect(nameIn('ar', vaduz)).toEqual({ text: 'فادوتس', lang: 'ar' });
    expect(nameIn('pa-Guru', vaduz)).toEqual({ text: 'ਵਾਦੂਜ਼', lang: 'pa-Guru' });
    expect(nameIn('pa-Arab', vaduz)).toEqual({ text: 'وادوز', lang: 'pa-Arab' });
    expect(nameIn('ur', vaduz)).toEqual({ text: 'Vaduz', lang: undefined });
    expect(nameIn('fa-AF', { ...vaduz, 'name:fa': 'فادوتس' })).toEqual({ text: 'فادوتس', lang: 'fa-AF' });
    expect(nameIn('en', { name_en: 'Vaduz town' })).toEqual({ text: 'Vaduz town', lang: 'en' });
  });

  test('no name, no label', () => {
    expect(nameIn('ar', {})).toBeNull();
    expect(nameIn('ar', { name: '  ', 'name:ar': 4 })).toBeNull();
  });

  const view = viewAround([9.52, 47.14], 12, 800, 600);
  const label = fc.record({
    key: fc.uuid(),
    text: fc.string({ minLength: 1, maxLength: 40 }),
    lang: fc.constantFrom(undefined, 'ar', 'en'),
    at: fc.tuple(fc.double({ min: 9.4, max: 9.65, noNaN: true }), fc.double({ min: 47.05, max: 47.25, noNaN: true })),
    rank: fc.constantFrom('city', 'village', 'road', 'thing'),
  });

  test('no name lies on another or on what must stay free, and the first has the first choice', () => {
    fc.assert(
      fc.property(fc.array(label as fc.Arbitrary<Label>, { maxLength: 60 }), (labels) => {
        const taken = [{ x: 300, y: 200, width: 100, height: 100 }];
        const shown = chooseLabels(labels, view, taken, 16);
        const middles = shown.map(({ at }) => {
          const { x, y } = project(at, view.zoom);
          return { x: x - view.x, y: y - view.y };
        });
        for (const [at, one] of middles.entries()) {
          expect(one.x < 300 || one.x > 400 || one.y < 200 || one.y > 300).toBe(true);
          for (const other of middles.slice(at + 1))
            expect(Math.abs(one.x - other.x) >= 12 || Math.abs(one.y - other.y) >= 12).toBe(true);
        }
        const [first] = labels;
        if (first === undefined) return;
        const alone = chooseLabels([first], view, taken, 16);
        expect(shown.includes(first)).toBe(alone.length === 1);
      }),
    );
  });
});

/** The colours of the app, as its style sheet gives them. */
function tokensOf(theme: 'day' | 'outdoor'): (name: string) => string {
  const css = readFileSync('src/ui/styles/tokens.css', 'utf8');
  const own = css.slice(css.indexOf(`[data-theme='outdoor']`));
  return (name) => {
    const find = (text: string): string | undefined => new RegExp(`--${name}: (#[0-9a-f]+)`).exec(text)?.[1];
    const found = (theme === 'outdoor' ? find(own) : undefined) ?? find(css);
    if (found === undefined) throw new Error(`no token ${name}`);
    return found;
  };
}

function contrast(one: string, other: string): number {
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [light(one), light(other)].toSorted((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
}

describe('how maps look', () => {
  test('in the sun every line and every word is 7:1 or more on the ground, and on water', () => {
    const sun = paletteOf('sun', tokensOf('outdoor'));
    for (const tone of [
      sun.road,
      sun.mainRoad,
      sun.path,
      sun.rail,
      sun.border,
      sun.shore,
      sun.building,
      sun.cellEdge,
    ]) {
      expect(contrast(tone, sun.ground), tone).toBeGreaterThanOrEqual(7);
    }
    expect(contrast(sun.words, sun.water)).toBeGreaterThanOrEqual(7);
  });

  test.each(['day', 'easy'] as const)('in %s words can be read on every ground, and squares stand out', (look) => {
    const palette = paletteOf(look, tokensOf('day'));
    for (const ground of [
      palette.ground,
      palette.built,
      palette.green,
      palette.water,
      palette.road,
      palette.mainRoad,
    ]) {
      expect(contrast(palette.words, ground), ground).toBeGreaterThanOrEqual(7);
    }
    expect(contrast(palette.cellEdge, palette.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.mainRoadEdge, palette.ground)).toBeGreaterThanOrEqual(3);
  });

  test('short colours are taken as they are meant', () => {
    const short = paletteOf('sun', (name) => (name === 'paper' ? '#fff' : tokensOf('outdoor')(name)));
    expect(short).toEqual(paletteOf('sun', tokensOf('outdoor')));
  });

  test('easy maps have fewer things on them than ordinary ones, and sunny ones no tinted ground', () => {
    const count = (look: MapLook) => baseLayers(['a'], paletteOf(look, tokensOf('day')), look).length;
    expect(count('easy')).toBeLessThan(count('day'));
    const sunny = baseLayers(['a'], paletteOf('sun', tokensOf('outdoor')), 'sun');
    expect(sunny.filter(({ type }) => type === 'fill').map(({ id }) => id)).toEqual(['a-water']);
  });

  test('a style asks for no letters, no pictures and no address but tiles on the device', () => {
    const tiles = { id: 'm', read: () => Promise.reject(new Error()), bytes: 1, title: '', attribution: '' };
    const archives = ['base-1', 'base-2'].map((key) => ({
      key,
      address: `tablet-map://${key}/{z}/{x}/{y}`,
      minZoom: 0,
      maxZoom: 14,
      tiles: { ...tiles, bounds: [9, 47, 10, 48] as const },
    }));
    const style = styleOf(archives, paletteOf('day', tokensOf('day')), 'day');
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const text = JSON.stringify(style);
    expect(text).not.toMatch(/https?:|icon-image|text-field/);
    expect(text.match(/tablet-map:\/\/base-[12]\//g)).toHaveLength(2);
    const ids = style.layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // The ground of the second map does not cover the roads of the first.
    expect(ids.indexOf('base-2-green')).toBeLessThan(ids.indexOf('base-1-main'));
  });
});
