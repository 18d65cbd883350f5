import { place } from '../place.ts';
import { box, ring, type Art, type Paint } from '../strokes.ts';

const CARAVAN: Art = [
  ['none', 'M82 68h12'],
  ['white', 'M6 34a16 16 0 0 1 16-16h40a20 20 0 0 1 20 20v32H6Z'],
  ['sea', 'M6 50h76v20H6Z'],
  ['sun', box(14, 27, 24, 16, 2)],
  ['clay', box(50, 30, 18, 40, 2)],
  ['none', 'M26 27v16M63 52h.01'],
  ['white', ring(28, 72, 9)],
];

/** A whole, cared-for caravan: 90 wide and 64 high at full scale, its wheel 81 below `y`. */
export function caravan(x: number, y: number, scale = 1, flip = false): Art {
  return place(CARAVAN, x, y, scale, flip);
}

/** A house with a door, 84 wide and 78 high at full scale; `x`, `y` the top left. */
export function house(x: number, y: number, scale = 1, wall: Paint = 'sun'): Art {
  return place(
    [
      [wall, 'M10 36L42 6l32 30v42H10Z'],
      ['clay', 'M2 38L42 0l40 38-6 7L42 13 8 45Z'],
      ['deep', box(34, 50, 16, 28, 2)],
    ],
    x,
    y,
    scale,
  );
}

/** A telephone one carries, 40 wide and 72 high at full scale. */
export function phone(x: number, y: number, scale = 1, screen: Paint = 'white'): Art {
  return place(
    [
      ['deep', box(0, 0, 40, 72, 7)],
      [screen, box(6, 9, 28, 46, 2)],
      ['white', ring(20, 64, 2.5)],
    ],
    x,
    y,
    scale,
  );
}

/** An open door: its light opening 40 by 76, its leaf on the left. */
export function openDoor(x: number, y: number): Art {
  return place(
    [
      ['sun', box(18, 0, 46, 80, 2)],
      ['sea', 'M18 0L0 8v80l18-8Z'],
      ['ink', ring(12, 46, 1.5)],
    ],
    x,
    y,
  );
}

/** A shut door with its handle, 44 by 80. */
export function shutDoor(x: number, y: number, paint: Paint = 'sea'): Art {
  return place(
    [
      [paint, box(0, 0, 46, 80, 2)],
      ['none', 'M9 10h28v24H9ZM9 44h28v26H9Z'],
      ['sun', ring(38, 40, 3)],
    ],
    x,
    y,
  );
}

/** A cup, 43 wide and 26 high at full scale; 22 higher with its steam. */
export function cup(x: number, y: number, scale = 1, paint: Paint = 'clay', steam = true): Art {
  const shape: Art = [
    ['none', 'M30 6h6a7 7 0 0 1 0 14h-6'],
    [paint, 'M0 0h32v14a12 12 0 0 1-12 12h-8A12 12 0 0 1 0 14Z'],
  ];
  return place(steam ? [...shape, ['none', 'M10-8c-5-6 5-8 0-14M22-8c-5-6 5-8 0-14']] : shape, x, y, scale);
}

/** A pencil, its point at `x`, `y`, leaning to the right. */
export function pencil(x: number, y: number, scale = 1): Art {
  return place(
    [
      ['sun', 'M0 0l5-15 26-26 10 10-26 26Z'],
      ['none', 'M5-15l10 10M25-35l10 10'],
    ],
    x,
    y,
    scale,
  );
}

/** A sheet with a folded corner, `width` by `height`. */
export function sheet(x: number, y: number, width: number, height: number, paint: Paint = 'white'): Art {
  return [
    [paint, `M${x} ${y}h${width - 14}l14 14v${height - 14}h${-width}Z`],
    ['none', `M${x + width - 14} ${y}v14h14`],
  ];
}

/** A microphone, 32 wide and 66 high at full scale; `x` its middle. */
export function microphone(x: number, y: number, scale = 1): Art {
  return place(
    [
      ['none', 'M-16 28v2a16 16 0 0 0 32 0v-2M0 46v14M-12 62h24'],
      ['sun', box(-9, 0, 18, 38, 9)],
      ['none', 'M-9 20h18'],
    ],
    x,
    y,
    scale,
  );
}

/** A bus seen from the side, 84 wide and 56 high at full scale. */
export function bus(x: number, y: number, scale = 1, flip = false): Art {
  return place(
    [
      ['clay', box(0, 0, 84, 48, 8)],
      ['white', 'M8 9h16v15H8ZM30 9h16v15H30ZM54 9h22v26H54Z'],
      ['none', 'M0 33h54'],
      ['grey', `${ring(20, 48, 8)}${ring(64, 48, 8)}`],
    ],
    x,
    y,
    scale,
    flip,
  );
}

/** A map pin with a heart in it: where care is. Its point is at `x`, `y`. */
export function pin(x: number, y: number, scale = 1): Art {
  return place(
    [
      ['sea', 'M0 0S-22-20-22-36a22 22 0 0 1 44 0C22-20 0 0 0 0Z'],
      ['clay', 'M0-22s-12-7-12-15a6.5 6.5 0 0 1 12-3a6.5 6.5 0 0 1 12 3c0 8-12 15-12 15Z'],
    ],
    x,
    y,
    scale,
  );
}

/** A heart, 28 wide at full scale; `x`, `y` its foot. */
export function heart(x: number, y: number, scale = 1, paint: Paint = 'clay'): Art {
  return place([[paint, 'M0 0S-14-9-14-18a7.5 7.5 0 0 1 14-4a7.5 7.5 0 0 1 14 4c0 9-14 18-14 18Z']], x, y, scale);
}

/** The letter H of the sign for a hospital, 16 wide and 20 high at full scale; `x`, `y` its middle. */
export function hospitalSign(x: number, y: number, scale = 1): Art {
  return place(
    [
      ['deep', box(-17, -17, 34, 34, 5)],
      ['white', 'M-9-10h6v7h6v-7h6v20h-6v-7h-6v7h-6Z'],
    ],
    x,
    y,
    scale,
  );
}
