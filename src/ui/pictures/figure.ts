import { place } from './place.ts';
import { ring, type Art, type Paint, type Skin } from './strokes.ts';

/** What is on somebody's head. */
export type Head =
  'short' | 'long' | 'bun' | 'curls' | 'bald' | 'plait' | 'headscarf' | 'turban' | 'cap' | 'helmet' | 'kufi';
/** How somebody looks; `none` leaves the face empty, `away` shows the back of the head. */
export type Mood = 'smile' | 'unsure' | 'still' | 'level' | 'sad' | 'worried' | 'stern' | 'talk' | 'none' | 'away';

/** One person of the set. `turn` is where they look: -1 to the left, 1 to the right. */
export interface Look {
  readonly skin: Skin;
  readonly top: Paint;
  readonly head?: Head;
  /** Colour of the hair or of what covers it. */
  readonly hair?: Paint;
  /** Colour of the beard, where the head is covered. */
  readonly beard?: Paint;
  readonly mood?: Mood;
  readonly turn?: -1 | 0 | 1;
  readonly wears?: readonly (
    'beard' | 'glasses' | 'collar' | 'scrubs' | 'lanyard' | 'hi-vis' | 'hearing-aid' | 'stethoscope'
  )[];
}

/** What is seen of the hair or cover behind the head, back to front. */
const BEHIND: Readonly<Partial<Record<Head, string>>> = {
  long: 'M-14.5 0a14.5 14.5 0 0 1 29 0V17c-5 4-24 4-29 0Z',
  plait: 'M6-9c14-2 12 12 9 24c2 6-1 12-5 15c-3-5-3-10-1-16Z',
  bun: ring(0, -15, 6),
  curls: 'M-13 8c-6 0-7-8-3-11c-3-6 2-12 7-11c2-6 16-6 18 0c5-1 10 5 7 11c4 3 3 11-3 11Z',
  headscarf: 'M0-17c-11 0-16 8-16 17c0 8-1 13-6 18c10 6 34 6 44 0c-5-5-6-10-6-18c0-9-5-17-16-17Z',
};
const FRINGE = 'M-13-2c-1-8 5-12 13-12s14 4 13 12c-2-1-4-3-5-5.5c-5 2.5-11 2.5-16 0c-1 2.5-3 4.5-5 5.5Z';
const COVER: Readonly<Partial<Record<Head, string>>> = {
  short: FRINGE,
  long: 'M-13 0c-1-19 27-19 26 0c-5-1-9-3-11-7c-3 4-8 6-15 7Z',
  plait: 'M-13-1c-1-18 27-18 26 0c-5-1-11-3-13-7c-2 4-6 6-13 7Z',
  bun: 'M-13-2c0-16 26-16 26 0c-4-6-22-6-26 0Z',
  curls: 'M-13-5c1-13 25-13 26 0c-3-3-23-3-26 0Z',
  turban: 'M-13.5-4c-6-12 5-17 13.5-17s19.5 5 13.5 17c-6-4-21-4-27 0Z',
  cap: 'M-13-5c0-14 26-14 26 0c5 0 8 1 10 3c-9 1-27 1-36-3Z',
  helmet: 'M-15-4c0-20 30-20 30 0h3v3h-36v-3Z',
  kufi: 'M-12-6v-9c6-3 18-3 24 0v9c-6-2-18-2-24 0Z',
};
/** Short hair from behind. */
const NAPE = 'M-13 2a13 13 0 1 1 26 0c-2 5-7 5-13 5s-11 0-13-5Z';
const FOLDS = 'M-9-7c7-1 14-4 17-10M-7-16c7 2 12 5 15 9';
const MOUTHS: Readonly<Record<Mood, string>> = {
  smile: 'M-5 5c2 4 8 4 10 0',
  still: 'M-3.5 6.5c1.5 1.5 5.5 1.5 7 0',
  level: 'M-4 7h8',
  unsure: 'M-4.5 7.5c1.5-1.8 3-1.8 4.5 0s3 1.8 4.5 0',
  sad: 'M-5 8c2-4 8-4 10 0',
  worried: 'M-4 8.5c2-3 6-3 8 0',
  stern: 'M-5 8c2-2 8-2 10 0',
  talk: 'M-3.5 5h7c0 5-7 5-7 0Z',
  none: '',
  away: '',
};
const BROWS: Readonly<Partial<Record<Mood, string>>> = {
  worried: 'M-8.5-3.5c2 0 3-.5 4.5-1.5M8.5-3.5c-2 0-3-.5-4.5-1.5',
  stern: 'M-8-5l5 2M8-5l-5 2',
  unsure: 'M-8-3.5h4.5M3.5-5c2-.8 4-.5 5 .8',
};
/** Closed eyes. */
const LIDS = 'M-7.5-.5c1 2.5 4 2.5 5 0M2.5-.5c1 2.5 4 2.5 5 0';
/** A mouth in a beard, where it is no smile. */
const BEARDED: Readonly<Partial<Record<Mood, string>>> = {
  level: 'M-4 7h8',
  unsure: 'M-4 7h8',
  sad: 'M-4 8c2-2 6-2 8 0Z',
  worried: 'M-4 8c2-2 6-2 8 0Z',
  stern: 'M-4 8c2-2 6-2 8 0Z',
};
const HEAD = ring(0, 0, 13);
const BEARD = 'M-12.6 3c0 15 25.2 15 25.2 0c-2 1.5-4.6 2-6.6 1.5c-4-1.2-8-1.2-12 0c-2 .5-4.6 0-6.6-1.5Z';

/** Head and shoulders. `x`, `y` is the middle of the head, which is 26 wide; the shoulders are 42 wide and end 36 below. */
export function figure(x: number, y: number, look: Look, scale = 1): Art {
  return place([...shoulders(look), ...head(look)], x, y, scale);
}

/** The head alone, for a body drawn by hand. */
export function headOf(x: number, y: number, look: Look, scale = 1): Art {
  return place(head(look), x, y, scale);
}

function shoulders({ top, wears = [] }: Look): Art {
  const vest = wears.includes('hi-vis');
  const parts: Art[] = [[[vest ? 'lime' : top, 'M-21 36v-7a21 18 0 0 1 42 0v7Z']]];
  if (vest) parts.push([['grey', 'M-14 16l5-3v23h-7ZM14 16l-5-3v23h7Z']]);
  if (wears.includes('scrubs')) parts.push([['white', 'M-7 11h14l-7 10Z']]);
  if (wears.includes('collar')) parts.push([['white', 'M-8 11l8 9 8-9M0 20v16']]);
  if (wears.includes('lanyard'))
    parts.push([
      ['none', 'M-7 12l7 10 7-10'],
      ['white', 'M-5 22h10v11h-10Z'],
    ]);
  if (wears.includes('stethoscope'))
    parts.push([
      ['none', 'M-8 12c-3 12 2 12 1 18M8 12c3 8 2 8 1 10'],
      ['sun', ring(9, 26, 3.5)],
    ]);
  return parts.flat();
}

/** Somebody from head to foot: `x`, `y` is the middle of the head; 34 wide and 88 below it at full scale. */
export function standing(
  x: number,
  y: number,
  look: Look & { readonly legs?: Paint; readonly dress?: true },
  scale = 0.8,
): Art {
  const body: Art = look.dress
    ? [
        ['none', 'M-6 74v14h-5M6 74v14h5'],
        [look.top, 'M-8 12h16c9 2 11 8 12 16l4 50h-48l4-50c1-8 3-14 12-16Z'],
      ]
    : [
        [look.legs ?? 'deep', 'M-13 46h26l-1 42h-10l-2-30-2 30h-10Z'],
        [look.wears?.includes('hi-vis') ? 'lime' : look.top, 'M-18 56V30a18 19 0 0 1 36 0v26Z'],
      ];
  const arms: Art = [['none', look.dress ? 'M-9 28l-2 22M9 28l2 22' : 'M-10 32v24M10 32v24']];
  return place([...body, ...arms, ...head(look)], x, y, scale);
}

function head(look: Look): Art {
  const { skin, head: kind = 'short', hair = 'brown', mood = 'smile', turn = 0, wears = [] } = look;
  const [behind, cover] = [BEHIND[kind], COVER[kind]];
  const parts: Art[] = [];
  if (behind !== undefined) parts.push([[hair, behind]]);
  if (mood === 'away') {
    parts.push([[skin, HEAD]]);
    if (kind !== 'bald') parts.push([[hair, kind === 'headscarf' || kind === 'long' ? HEAD : NAPE]]);
    if (kind === 'turban' || kind === 'cap' || kind === 'helmet') parts.push([[hair, cover ?? HEAD]]);
    return parts.flat();
  }
  parts.push([[skin, kind === 'headscarf' ? `M${turn * 3 - 10.5} 0a10.5 11 0 0 1 21 0c0 15-21 15-21 0Z` : HEAD]]);
  if (wears.includes('beard')) parts.push([[look.beard ?? hair, BEARD]]);
  if (cover !== undefined) parts.push([[hair, cover]]);
  if (kind === 'turban') parts.push([['none', FOLDS]]);
  if (wears.includes('hearing-aid')) parts.push([['sea', 'M12-3c6-2 6 9 1 9Z']]);
  parts.push(place(face(mood, wears), turn * 4, 1));
  return parts.flat();
}

function face(mood: Mood, wears: NonNullable<Look['wears']>): Art {
  if (mood === 'none') return [];
  const parts: Art[] = [[mood === 'still' ? ['fine', LIDS] : ['none', 'M-5 0h.01M5 0h.01']]];
  if (BROWS[mood] !== undefined) parts.push([['fine', BROWS[mood]]]);
  if (wears.includes('glasses')) parts.push([['fine', `${ring(-5.5, 0, 4.5)}${ring(5.5, 0, 4.5)}`]]);
  if (wears.includes('beard')) parts.push([['lips', BEARDED[mood] ?? 'M-4.5 6c1 4 8 4 9 0Z']]);
  else parts.push([[mood === 'talk' ? 'mouth' : 'fine', MOUTHS[mood]]]);
  return parts.flat();
}
