import type { Specimen } from '../views.ts';
import type { TapSettings, TapValue } from './schema.ts';

/** Plainly made-up touches, for the gallery and the tests. */
export const specimens: Record<string, Specimen<TapSettings, TapValue>> = {
  site: {
    settings: {
      kind: 'scene',
      scene: 'site',
      parts: ['caravans', 'trees', 'way-in', 'tap', 'bins', 'road'],
      most: 3,
    },
    value: { codes: ['road', 'bins'] },
  },
  body: {
    settings: {
      kind: 'scene',
      scene: 'body',
      parts: ['head', 'chest', 'belly', 'arms', 'hands', 'legs', 'feet', 'all-over'],
      most: 3,
    },
    value: null,
  },
  room: {
    settings: {
      kind: 'scene',
      scene: 'room',
      parts: ['lamp', 'window', 'wall', 'bed', 'heater', 'door', 'floor'],
      most: 2,
    },
    value: { codes: ['wall'] },
  },
  own: {
    settings: {
      kind: 'own',
      picture: 'set:green-place',
      cells: [
        { code: 'corner', cell: 0 },
        { code: 'gate', cell: 7 },
      ],
      most: 1,
    },
    value: { codes: ['gate'] },
  },
};
