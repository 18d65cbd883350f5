import { ring, type Art, type Paint, type Skin } from '../strokes.ts';
import { place } from '../place.ts';

const TICK = 'M-22 1l7-7 9 9 17-20 8 7-24 29Z';
const CROSS = 'M-20-12l8-8 12 12 12-12 8 8-12 12 12 12-8 8-12-12-12 12-8-8 12-12Z';
const QUESTION = 'M-9-10a9.5 9.5 0 1 1 14 8c-4 2-5 4-5 8';

/** A tick as a shape, about 44 wide; `x`, `y` its middle. */
export function tick(x: number, y: number, scale = 1, paint: Paint = 'white'): Art {
  return place([[paint, TICK]], x, y, scale);
}

/** A cross as a shape, 40 wide. */
export function cross(x: number, y: number, scale = 1, paint: Paint = 'white'): Art {
  return place([[paint, CROSS]], x, y, scale);
}

/** A question mark, 19 wide and 36 high. */
export function question(x: number, y: number, scale = 1): Art {
  return [...place([['none', QUESTION]], x, y, scale), ['ink', ring(x, y + 14 * scale, 2)]];
}

/** A clock's face; the hand goes round `minutes` of an hour and leaves a filled slice behind. */
export function clock(x: number, y: number, radius: number, minutes = 0): Art {
  const turn = (minutes / 60) * 2 * Math.PI;
  const end = [Math.sin(turn) * radius, -Math.cos(turn) * radius].map((part) => Math.round(part * 10) / 10);
  const [dx = 0, dy = 0] = end;
  const wedge = `M${x} ${y}V${y - radius}A${radius} ${radius} 0 ${minutes > 30 ? 1 : 0} 1 ${x + dx} ${y + dy}Z`;
  return [
    ['white', ring(x, y, radius)],
    ...(minutes > 0 ? [['amount', wedge] as const] : []),
    ...(minutes > 0 ? [] : [['none', `M${x} ${y - radius * 0.55}V${y}l${radius * 0.4} ${radius * 0.3}`] as const]),
    ['ink', ring(x, y, 1)],
  ];
}

/** A plain chair seen from the side, its seat towards the right; 26 wide, 42 high, `x`, `y` the top of its back. */
export function chair(x: number, y: number, paint: Paint = 'sea', flip = false): Art {
  return place(
    [
      ['none', 'M2 24v20M24 26v18'],
      [paint, 'M-1 0h6v20h19a3 3 0 0 1 3 3v3H-1Z'],
    ],
    x,
    y,
    1,
    flip,
  );
}

/** A hand laid on what is below it, coming from the right: 70 wide, 32 high; `x`, `y` the top of its sleeve's end. */
export function restingHand(x: number, y: number, skin: Skin, sleeve: Paint, scale = 1, flip = false): Art {
  return place(
    [
      [skin, 'M-12 6c-10-3-20-2-28 4L-70 24a6 6 0 0 0 3 11l27-3h20c7 0 11-4 14-8Z'],
      ['none', 'M-44 20l-14 6'],
      [sleeve, 'M-18 0H0V32H-18Z'],
    ],
    x,
    y,
    scale,
    flip,
  );
}
