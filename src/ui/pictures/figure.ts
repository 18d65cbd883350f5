import { place } from './place.ts';
import { ring, type Art, type Paint, type Skin } from './strokes.ts';

/** What is on somebody's head. */
export type Head =
  'short' | 'long' | 'bun' | 'curls' | 'bald' | 'plait' | 'headscarf' | 'turban' | 'cap' | 'helmet' | 'kufi';
/** How somebody looks; `none` leaves the face empty, `away` shows the back of the head. */
export type Mood = 'smile' | 'level' | 'sad' | 'worried' | 'stern' | 'talk' | 'none' | 'away';

/** One person of the set. `turn` is where they look: -1 to the left, 1 to the right. */
export interface Look {
  readonly skin: Skin;
  readonly top: Paint;
  readonly head?: Head;
  /** Colour of the hair or of what covers it. */
  readonly hair?: Paint;
  readonly mood?: Mood;
  readonly turn?: -1 | 0 | 1;
  readonly wears?: readonly ('beard' | 'glasses' | 'collar' | 'scrubs' | 'lanyard' | 'hi-vis' | 'hearing-aid')[];
}

const HAIR_BEHIND: Readonly<Partial<Record<Head, string>>> = {
  long: 'M-12.5 0a12.5 12.5 0 0 1 25 0V13c-4 4-21 4-25 0Z',
  plait: 'M4-8c12-2 12 10 9 20c2 6-1 11-4 13c-2-4-2-9-1-13Z',
  bun: ring(0, -13, 5.5),
  curls: 'M-12 6a7 7 0 0 1-2-10a7.5 7.5 0 0 1 6-10a9 9 0 0 1 16 0a7.5 7.5 0 0 1 6 10a7 7 0 0 1-2 10Z',
  headscarf: 'M0-14.5c-9 0-14 7-14 15c0 7 0 11-5 16c8 5 30 5 38 0c-5-5-5-9-5-16c0-8-5-15-14-15Z',
};
const FRINGE = 'M-11 1a11 11 0 0 1 22-1c-4-1-6-4-7-6c-4 4-10 4-15 7Z';
const COVER: Readonly<Partial<Record<Head, string>>> = {
  short: FRINGE,
  long: FRINGE,
  plait: FRINGE,
  bun: 'M-11 0a11 11 0 0 1 22 0c-3-6-19-6-22 0Z',
  curls: 'M-11-1a11 11 0 0 1 22 0c-4-5-18-5-22 0Z',
  turban: 'M-11.5-2c-5-10 4-15 11.5-15s16.5 5 11.5 15c-5-4-18-4-23 0Z',
  cap: 'M-11-3c0-14 22-14 22 0c5 0 8 1 9 3c-8 2-24 1-31-3Z',
  helmet: 'M-13-2c0-19 26-19 26 0Z',
  kufi: 'M-10-5v-8c5-3 15-3 20 0v8c-5-2-15-2-20 0Z',
};
const MOUTHS: Readonly<Record<Mood, string>> = {
  smile: 'M-4.5 4c2 3.5 7 3.5 9 0',
  level: 'M-3.5 5.5h7',
  sad: 'M-4.5 7c2-3.5 7-3.5 9 0',
  worried: 'M-4.5 6.5c2-3 3-2 4.5-.5s3 1 4.5-1.5',
  stern: 'M-4 6.5c2-2 6-2 8 0',
  talk: 'M-2.5 5c1-2.5 4-2.5 5 0c-1 2.5-4 2.5-5 0Z',
  none: '',
  away: '',
};
const BROWS: Readonly<Partial<Record<Mood, string>>> = {
  worried: 'M-7-4.5l4-2M7-4.5l-4-2',
  stern: 'M-7.5-6l4.5 2M7.5-6l-4.5 2',
};

/** Head and shoulders. `x`, `y` is the middle of the head, which is 22 wide; the shoulders are 38 wide and end 34 below. */
export function figure(x: number, y: number, look: Look, scale = 1): Art {
  return place([...shoulders(look), ...head(look)], x, y, scale);
}

/** The head alone, for a body drawn by hand. */
export function headOf(x: number, y: number, look: Look, scale = 1): Art {
  return place(head(look), x, y, scale);
}

function shoulders({ top, wears = [] }: Look): Art {
  return [
    [wears.includes('hi-vis') ? 'lime' : top, 'M-19 34v-6a19 18 0 0 1 38 0v6Z'],
    ...(wears.includes('hi-vis') ? [['grey', 'M-13 14l5-3v23h-6ZM13 14l-5-3v23h6Z'] as const] : []),
    ...(wears.includes('scrubs') ? [['white', 'M-6 10h12l-6 9Z'] as const] : []),
    ...(wears.includes('collar') ? [['white', 'M-7 10l7 8 7-8M0 18v16'] as const] : []),
    ...(wears.includes('lanyard')
      ? [['none', 'M-6 11l6 9 6-9'] as const, ['white', 'M-4.5 20h9v11h-9Z'] as const]
      : []),
  ];
}

function head({ skin, head: kind = 'short', hair = 'brown', mood = 'smile', turn = 0, wears = [] }: Look): Art {
  const behind = HAIR_BEHIND[kind];
  const cover = COVER[kind];
  if (mood === 'away')
    return [
      ...(behind === undefined ? [] : [[hair, behind] as const]),
      [kind === 'bald' ? skin : hair, ring(0, 0, 11)],
      ...(cover === undefined || kind === 'short' || kind === 'long' ? [] : [[hair, cover] as const]),
    ];
  const looks = place(face(mood, wears), turn * 3, 0);
  return [
    ...(behind === undefined ? [] : [[hair, behind] as const]),
    [skin, kind === 'headscarf' ? 'M-9.5 0a9.5 10 0 0 1 19 0c0 13-19 13-19 0Z' : ring(0, 0, 11)],
    ...(wears.includes('beard')
      ? [
          [
            hair === 'plum' || hair === 'sea' || hair === 'sun' || hair === 'white' ? 'brown' : hair,
            'M-11 0c0 15 22 15 22 0c-2 2-4 2-6 1.5c-3-1-7-1-10 0c-2 .5-4 .5-6-1.5Z',
          ] as const,
        ]
      : []),
    ...(cover === undefined ? [] : [[hair, cover] as const]),
    ...(kind === 'turban' ? [['none', 'M-8-6c6-1 12-4 14-9M-4-15c6 3 12 6 13 11'] as const] : []),
    ...(kind === 'helmet' ? [['none', 'M-16-2h32'] as const] : []),
    ...(wears.includes('hearing-aid') ? [['sea', 'M10-4c5-2 5 8 1 8Z'] as const] : []),
    ...looks,
  ];
}

function face(mood: Mood, wears: NonNullable<Look['wears']>): Art {
  if (mood === 'none') return [];
  const mouth = MOUTHS[mood];
  const brows = BROWS[mood] ?? '';
  const bearded = wears.includes('beard');
  return [
    ['none', `M-4-1h.01M4-1h.01${brows}`],
    ...(wears.includes('glasses') ? [['none', `${ring(-4.5, -1, 4)}${ring(4.5, -1, 4)}`] as const] : []),
    bearded ? ['white', 'M-3 5.5c2 2 4 2 6 0Z'] : [mood === 'talk' ? 'ink' : 'none', mouth],
  ];
}
