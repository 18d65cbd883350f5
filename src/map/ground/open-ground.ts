import { Map as Ground, type GeoJSONSource } from 'maplibre-gl';
import { render } from 'preact';
import { viewAround, type View } from '../view.ts';
import type { Bounds, MapLook, MapTiles } from '../map-props.ts';
import { openArchives } from './archives.ts';
import { paletteOf } from './palette.ts';
import { shapesOf, type Shapes } from './shapes.ts';
import { styleOf, type OwnSource } from './style.ts';
import { allowWorker } from './worker.ts';

/** The drawn ground under a map: base maps and our own shapes. Knows nothing of marks, labels or buttons. */
export interface OpenGround {
  readonly map: Ground;
  /** Lies on the ground and takes what is put over it; fingers that slide over it move the map. */
  readonly over: HTMLElement;
  view(): View;
  at(): RestedAt;
  /** Sources of the base maps that could be read; none once the device has taken the drawing away. */
  sources(): readonly string[];
  /** Titles of base maps that are listed and could not be read. */
  unreadable(): readonly string[];
  dress(tiles: readonly MapTiles[], look: MapLook): Promise<void>;
  draw(source: OwnSource, shapes: Parameters<typeof shapesOf>[0]): void;
  close(): void;
}

export const CLOSEST_ZOOM = 17;

/** Where the middle of a map lies, and how close it is. */
export interface RestedAt {
  readonly center: [number, number];
  readonly zoom: number;
}

export interface GroundStart {
  readonly tiles: readonly MapTiles[];
  readonly look: MapLook;
  readonly bounds: Bounds | null;
  /** Where it was when it had to be closed, instead of `bounds`. */
  readonly at: RestedAt | null;
}

/**
 * Opens a map in a box of the page. Throws where the device cannot draw one (no WebGL). Nothing turns or tilts it: north
 * is up, as on a paper map.
 */
export async function openGround(box: HTMLElement, { tiles, look, bounds, at }: GroundStart): Promise<OpenGround> {
  allowWorker();
  let { archives, unreadable } = await openArchives(tiles);
  const drawn = new Map<OwnSource, Shapes>();
  const dress = () =>
    styleOf(
      archives,
      paletteOf(look, (name) => tokenOf(box, name)),
      look,
    );
  const map = new Ground({
    container: box,
    style: dress(),
    ...(at ?? (bounds === null ? { center: [0, 30], zoom: 1 } : { bounds: [...bounds] })),
    fitBoundsOptions: { padding: roomAround(box), maxZoom: 15 },
    maxZoom: CLOSEST_ZOOM,
    attributionControl: false,
    keyboard: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    boxZoom: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    clickTolerance: 8,
    collectResourceTiming: false,
    refreshExpiredTiles: false,
    validateStyle: false,
    maxTileCacheSize: 48,
  });
  map.touchZoomRotate.disableRotation();
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.removeAttribute('role');
  canvas.removeAttribute('aria-label');
  canvas.setAttribute('aria-hidden', 'true');
  const over = document.createElement('div');
  over.className = 'map__over';
  over.dir = 'ltr';
  map.getCanvasContainer().append(over);
  const source = (name: OwnSource) => map.getSource<GeoJSONSource>(name);
  // From then on the map knows no source any more, and what was about to ask for one must not fail.
  let gone = false;
  map.on('webglcontextlost', () => (gone = true));
  const redraw = (): void => {
    if (gone) return;
    for (const [name, shapes] of drawn) void source(name)?.setData(shapes);
  };
  map.on('style.load', redraw);
  return {
    map,
    over,
    view: () => {
      const { lng, lat } = map.getCenter();
      return viewAround([lng, lat], map.getZoom(), box.clientWidth, box.clientHeight);
    },
    at: () => {
      const { lng, lat } = map.getCenter();
      return { center: [lng, lat], zoom: map.getZoom() };
    },
    sources: () => (gone ? [] : archives.map(({ key }) => key)),
    unreadable: () => unreadable,
    dress: async (nextTiles, nextLook) => {
      ({ archives, unreadable } = await openArchives(nextTiles));
      if (gone) return;
      look = nextLook;
      map.setStyle(dress(), { diff: true });
      redraw();
    },
    draw: (name, shapes) => {
      drawn.set(name, shapesOf(shapes));
      redraw();
    },
    close: () => {
      gone = true;
      render(null, over);
      map.remove();
    },
  };
}

/** What is shown at first lies clear of the buttons, which stand at the end of the line of reading, and of the credits. */
export function roomAround(box: HTMLElement): { top: number; bottom: number; left: number; right: number } {
  const buttons = 88;
  // Half of a name as most are: what stands at the edge is named, and its name is not cut.
  const names = 64;
  const rightToLeft = getComputedStyle(box).direction === 'rtl';
  return { top: 36, bottom: 56, left: rightToLeft ? buttons : names, right: rightToLeft ? names : buttons };
}

function tokenOf(box: HTMLElement, name: string): string {
  return getComputedStyle(box).getPropertyValue(`--${name}`).trim();
}
