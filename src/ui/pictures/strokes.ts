/** Flat colours of the pictures; `none` is a line only, `fine` a thinner one for faces, `mouth` and
 * `lips` are such with a dark or a light filling, `ink` is a filled dark shape. `amount` is what is filled
 * where that is the meaning: it stays in every light. Set in `picture.css`. */
export type Paint =
  | 'none'
  | 'fine'
  | 'mouth'
  | 'lips'
  | 'white'
  | 'sun'
  | 'sea'
  | 'clay'
  | 'leaf'
  | 'plum'
  | 'grey'
  | 'brown'
  | 'lime'
  | 'amount'
  | 'deep'
  | 'ink'
  | 'face'
  | Skin;

/** From light to dark. No role has one of them as its own. */
export type Skin = 'skin-1' | 'skin-4' | 'skin-2' | 'skin-3';

/** A picture on a 96 by 96 grid: shapes from back to front, each with a 3 px round outline. */
export type Art = readonly (readonly [Paint, string])[];

/** A circle. */
export function ring(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

/** A rectangle with round corners. */
export function box(x: number, y: number, width: number, height: number, round = 4): string {
  const [w, h] = [width - 2 * round, height - 2 * round];
  const corner = (dx: number, dy: number): string => `a${round} ${round} 0 0 1 ${dx} ${dy}`;
  return `M${x + round} ${y}h${w}${corner(round, round)}v${h}${corner(-round, round)}h${-w}${corner(-round, -round)}v${-h}${corner(round, -round)}Z`;
}

/** Head and shoulders; `x` is the middle, `y` the middle of the head. 40 wide, 45 high. */
export function person(x: number, y: number, skin: Paint, clothes: Paint): Art {
  return [
    [clothes, `M${x - 19} ${y + 34}v-5a19 19 0 0 1 38 0v5Z`],
    [skin, ring(x, y, 11)],
  ];
}

/** A speech shape whose tail points down at the left or the right. */
export function bubble(x: number, y: number, width: number, height: number, tail: 'left' | 'right', paint: Paint): Art {
  const right = x + width;
  const bottom = y + height;
  const foot =
    tail === 'left' ? `H${x + 24}l-12 11v-11h-4a8 8 0 0 1 -8 -8` : `H${right - 12}v11l-12 -11H${x + 8}a8 8 0 0 1 -8 -8`;
  const end = tail === 'left' ? right - 8 : right - 8;
  return [[paint, `M${x + 8} ${y}H${end}a8 8 0 0 1 8 8V${bottom - 8}a8 8 0 0 1 -8 8${foot}V${y + 8}a8 8 0 0 1 8 -8Z`]];
}
