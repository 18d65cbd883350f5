/** A rectangle on a drawing: percentages of its width and height, from its top left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A part of a picture that can be touched, in one place or several (both arms), or in none: only in the list beside it. */
export interface Region {
  readonly code: string;
  readonly areas: readonly Area[];
}

export const SCENES = ['body', 'room', 'site'] as const;
export type Scene = (typeof SCENES)[number];

const area = (x: number, y: number, w: number, h: number): Area => ({ x, y, w, h });

/**
 * Where the parts of the three scenes lie, in reading order, on the drawings `scene-body`, `scene-room` and `scene-site`.
 * The words of each are in `question-tap-picture.json`, `fixed.<code>`. A drawing never mirrors: left stays left.
 */
export const SCENE_REGIONS: Readonly<Record<Scene, readonly Region[]>> = {
  body: [
    { code: 'head', areas: [area(31, 2, 38, 22)] },
    { code: 'chest', areas: [area(31, 25, 38, 16)] },
    { code: 'belly', areas: [area(31, 41, 38, 14)] },
    { code: 'arms', areas: [area(11, 28, 19, 19), area(70, 28, 19, 19)] },
    { code: 'hands', areas: [area(9, 47, 20, 17), area(71, 47, 20, 17)] },
    { code: 'legs', areas: [area(30, 55, 40, 31)] },
    { code: 'feet', areas: [area(26, 86, 48, 13)] },
    { code: 'all-over', areas: [] },
  ],
  room: [
    { code: 'lamp', areas: [area(6, 2, 21, 23)] },
    { code: 'window', areas: [area(38, 10, 26, 33)] },
    { code: 'wall', areas: [area(3, 26, 34, 24)] },
    { code: 'bed', areas: [area(3, 51, 39, 40)] },
    { code: 'heater', areas: [area(43, 54, 23, 36)] },
    { code: 'door', areas: [area(69, 15, 25, 76)] },
    { code: 'floor', areas: [area(2, 91, 96, 8)] },
  ],
  site: [
    { code: 'caravans', areas: [area(3, 4, 37, 33), area(60, 4, 37, 33), area(3, 38, 28, 26)] },
    { code: 'trees', areas: [area(41, 4, 18, 32)] },
    { code: 'way-in', areas: [area(42, 40, 15, 31)] },
    { code: 'tap', areas: [area(59, 41, 18, 29)] },
    { code: 'bins', areas: [area(79, 44, 18, 26)] },
    { code: 'road', areas: [area(2, 72, 96, 20)] },
  ],
};

/** One of the nine equal parts of a picture the team added: 0 is top left, 8 is bottom right. */
export function cellRegion(code: string, cell: number): Region {
  const third = 100 / 3;
  return { code, areas: [area((cell % 3) * third, Math.floor(cell / 3) * third, third, third)] };
}
