/** A part of a picture that can be touched. Percentages of the drawing's width and height, from its top left corner. */
export interface Region {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const SCENES = ['body', 'room', 'site'] as const;
export type Scene = (typeof SCENES)[number];

/**
 * Where the parts of the three scenes lie, in reading order, on the drawings `scene-body`, `scene-room` and `scene-site`.
 * The words of each are in `question-tap-picture.json`, `o.<code>`. A drawing never mirrors: left stays left.
 */
export const SCENE_REGIONS: Readonly<Record<Scene, readonly Region[]>> = {
  body: [
    { code: 'head', x: 36, y: 2, w: 28, h: 17 },
    { code: 'neck', x: 40, y: 19, w: 20, h: 6 },
    { code: 'chest', x: 34, y: 25, w: 32, h: 15 },
    { code: 'arms', x: 12, y: 25, w: 21, h: 24 },
    { code: 'hands', x: 8, y: 49, w: 22, h: 12 },
    { code: 'belly', x: 34, y: 40, w: 32, h: 14 },
    { code: 'legs', x: 32, y: 56, w: 36, h: 22 },
    { code: 'feet', x: 28, y: 86, w: 44, h: 13 },
  ],
  room: [
    { code: 'ceiling', x: 0, y: 0, w: 100, h: 14 },
    { code: 'window', x: 8, y: 18, w: 28, h: 32 },
    { code: 'wall', x: 38, y: 18, w: 26, h: 26 },
    { code: 'door', x: 70, y: 20, w: 24, h: 58 },
    { code: 'heater', x: 8, y: 54, w: 26, h: 22 },
    { code: 'bed', x: 36, y: 48, w: 32, h: 30 },
    { code: 'floor', x: 0, y: 82, w: 100, h: 18 },
  ],
  site: [
    { code: 'gate', x: 0, y: 0, w: 24, h: 24 },
    { code: 'road', x: 26, y: 0, w: 74, h: 18 },
    { code: 'caravans', x: 26, y: 24, w: 48, h: 36 },
    { code: 'tap', x: 2, y: 30, w: 20, h: 24 },
    { code: 'toilets', x: 78, y: 24, w: 20, h: 30 },
    { code: 'bins', x: 2, y: 66, w: 24, h: 28 },
    { code: 'play', x: 32, y: 66, w: 34, h: 28 },
    { code: 'power', x: 76, y: 66, w: 22, h: 28 },
  ],
};

/** One of the nine equal parts of a picture the team added: 0 is top left, 8 is bottom right. */
export function cellRegion(code: string, cell: number): Region {
  const third = 100 / 3;
  return { code, x: (cell % 3) * third, y: Math.floor(cell / 3) * third, w: third, h: third };
}
