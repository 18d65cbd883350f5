import type { MapLook } from '../map-props.ts';

/** The colours of a map. Made from the colours of the app, so that a map looks like the page it stands on. */
export interface Palette {
  readonly ground: string;
  readonly built: string;
  readonly green: string;
  readonly water: string;
  readonly shore: string;
  readonly building: string;
  readonly path: string;
  readonly road: string;
  readonly roadEdge: string;
  readonly mainRoad: string;
  readonly mainRoadEdge: string;
  readonly rail: string;
  readonly border: string;
  readonly grid: string;
  readonly cell: string;
  readonly cellEdge: string;
  readonly words: string;
}

/** `read('paper')` gives `#rrggbb` or `#rgb` as it holds where the map stands. */
export function paletteOf(look: MapLook, read: (name: string) => string): Palette {
  const token = (name: string): string => long(read(name));
  const [paper, ink, petrol] = [token('paper'), token('ink'), token('petrol')];
  if (look === 'sun') {
    return {
      ground: paper,
      built: paper,
      green: paper,
      water: mix(paper, petrol, 0.14),
      shore: petrol,
      building: token('line-strong'),
      path: ink,
      road: ink,
      roadEdge: ink,
      mainRoad: ink,
      mainRoadEdge: ink,
      rail: ink,
      border: token('clay'),
      grid: token('ink-soft'),
      cell: token('saffron'),
      cellEdge: ink,
      words: ink,
    };
  }
  const strong = token('line-strong');
  return {
    ground: paper,
    built: token('sunk'),
    green: mix(token('leaf-tint'), token('leaf'), 0.08),
    water: mix(token('petrol-tint'), petrol, 0.16),
    shore: mix(token('petrol-tint'), petrol, 0.5),
    building: mix(token('sunk'), strong, 0.3),
    path: mix(paper, strong, 0.6),
    road: token('surface'),
    roadEdge: mix(token('line'), strong, 0.45),
    mainRoad: mix(token('saffron-tint'), token('saffron'), 0.25),
    mainRoadEdge: mix(token('saffron'), token('saffron-ink'), 0.45),
    rail: token('ink-soft'),
    border: mix(strong, ink, 0.3),
    grid: mix(paper, strong, 0.35),
    cell: token('saffron'),
    cellEdge: token('saffron-ink'),
    words: ink,
  };
}

/** The build writes `#ffffff` as `#fff`. */
const long = (colour: string): string => colour.replace(/^#([\da-f])([\da-f])([\da-f])$/i, '#$1$1$2$2$3$3');

/** `share` of the second colour in the first. Both `#rrggbb`. */
function mix(first: string, second: string, share: number): string {
  const channel = (at: number): string => {
    const [a, b] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
