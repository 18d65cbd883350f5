import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { OpenGround } from '../ground/open-ground.ts';
import type { GroundState } from '../ground/use-ground.ts';
import { whereShapes } from '../ground/shapes.ts';
import { chooseLabels, type Box } from '../labels/choose-labels.ts';
import { findLabels } from '../labels/find-labels.ts';
import type { Label } from '../labels/label.ts';
import type { MapLook, MapMark } from '../map-props.ts';
import { boundsOf, isInside, project, type View } from '../view.ts';
import { clustersAt, type Cluster } from './cluster.ts';
import { Overlay, type ShownCluster } from './overlay.tsx';
import { pinOf } from './pin.ts';

/** How far round the window marks are there already, so that a short drag shows no gaps. Pixels. */
const MARGIN = 160;
const MARK_PX = 48;
const NAME_REM = 1;

interface Chosen {
  readonly labels: readonly Label[];
  readonly clusters: readonly Cluster[];
  readonly named: ReadonlySet<string>;
}
const NOTHING: Chosen = { labels: [], clusters: [], named: new Set() };

/** Marks and names over the ground. Gives the marks that are in view, near the middle first. */
export function useOverlay(
  { ground, view, settled }: GroundState,
  props: {
    marks: readonly MapMark[];
    language: string;
    look: MapLook;
    describe: (cluster: Cluster, mark: MapMark | null) => Pick<ShownCluster, 'words' | 'number'>;
    onOpen: ((cluster: ShownCluster) => void) | null;
  },
): readonly MapMark[] {
  const { marks, language, look } = props;
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);
  const heaps = useMemo(() => heapsOf(marks), [marks]);
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  useEffect(() => {
    if (ground === null) return;
    const now = ground.view();
    const bounds = boundsOf(now, MARGIN);
    const clusters = heaps(Math.floor(now.zoom)).filter(({ at }) => isInside(at, bounds));
    const alone = clusters.flatMap(({ ids }) => (ids.length === 1 ? [byId.get(ids[0] ?? '')] : []));
    ground.draw('cells', cellsOf(alone, now.zoom));
    setChosen(choose(ground, now, { clusters, byId, language, look }));
  }, [ground, settled, heaps, language, look]);
  useLayoutEffect(() => {
    if (ground === null || view === null) return;
    const clusters = chosen.clusters.map((cluster): ShownCluster => {
      const mark = cluster.ids.length === 1 ? (byId.get(cluster.ids[0] ?? '') ?? null) : null;
      return { ...cluster, mark, ...props.describe(cluster, mark) };
    });
    const { labels, named } = chosen;
    render(
      <Overlay view={view} labels={labels} clusters={clusters} named={named} onOpen={props.onOpen} />,
      ground.over,
    );
  });
  return useMemo(() => {
    if (ground === null) return [];
    const inside = boundsOf(ground.view());
    return chosen.clusters
      .filter(({ at }) => isInside(at, inside))
      .flatMap(({ ids }) => ids.map((id) => byId.get(id)).filter((mark) => mark !== undefined));
  }, [ground, chosen, byId]);
}

/** Heaps of marks by whole zoom, each worked out once. */
function heapsOf(marks: readonly MapMark[]): (zoom: number) => readonly Cluster[] {
  const pins = marks.flatMap(({ id, where }) => {
    const at = pinOf(where);
    return at === null ? [] : [{ id, at }];
  });
  const known = new Map<number, readonly Cluster[]>();
  return (zoom) => {
    const found = known.get(zoom) ?? clustersAt(pins, zoom);
    known.set(zoom, found);
    return found;
  };
}

/** From here in a square of a kilometre can be told from a point. */
const CELLS_FROM_ZOOM = 11;

function cellsOf(marks: readonly (MapMark | undefined)[], zoom: number) {
  if (zoom < CELLS_FROM_ZOOM) return [];
  return marks.flatMap((mark) => {
    if (mark === undefined) return [];
    const { cells, drawn } = whereShapes(mark.where);
    return drawn.length > 0 ? drawn : cells;
  });
}

function choose(
  ground: OpenGround,
  view: View,
  asked: { clusters: readonly Cluster[]; byId: ReadonlyMap<string, MapMark>; language: string; look: MapLook },
): Chosen {
  const { clusters, byId, language, look } = asked;
  const remPx = Number.parseFloat(getComputedStyle(ground.over).fontSize) || 16;
  const taken = clusters.map(({ at }): Box => {
    const { x, y } = project(at, view.zoom);
    return { x: x - view.x - MARK_PX / 2, y: y - view.y - MARK_PX / 2, width: MARK_PX, height: MARK_PX };
  });
  taken.push(...controlBoxes(ground.over));
  const names = clusters.flatMap(({ ids, at }): Label[] => {
    const mark = ids.length === 1 ? byId.get(ids[0] ?? '') : undefined;
    return mark === undefined ? [] : [{ key: mark.id, text: mark.name, lang: undefined, at, rank: 'village' }];
  });
  const found = findLabels(ground.map, ground.sources(), { language, look, bounds: boundsOf(view), zoom: view.zoom });
  const below = (MARK_PX + NAME_REM * remPx) / 2 + 4;
  const { named, rest } = chooseNames(names, view, taken, { below, remPx });
  return { clusters, named, labels: chooseLabels(found, view, [...taken, ...rest], remPx) };
}

/** Buttons and credits that lie on the window: a name under them could not be read. */
function controlBoxes(over: HTMLElement): Box[] {
  const frame = over.closest('.map__window');
  if (frame === null) return [];
  const { left, top } = frame.getBoundingClientRect();
  return [...frame.querySelectorAll('.map__buttons, .map__makers, .map__arrows')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - left, y: y - top, width, height };
  });
}

/** Names stand below their marks. What they take is taken for the names on the ground. */
function chooseNames(
  names: readonly Label[],
  view: View,
  taken: readonly Box[],
  { below, remPx }: { below: number; remPx: number },
): { named: ReadonlySet<string>; rest: readonly Box[] } {
  const lowered: View = { ...view, y: view.y - below };
  const free = taken.map((box) => ({ ...box, height: box.height - 8 }));
  const kept = chooseLabels(names, lowered, free, remPx);
  const rest = kept.map(({ at, text }): Box => {
    const { x, y } = project(at, view.zoom);
    const width = Math.min(176, [...text].length * 0.56 * remPx);
    return { x: x - view.x - width / 2, y: y - view.y + below - remPx, width, height: remPx * 2 };
  });
  return { named: new Set(kept.map(({ key }) => key)), rest };
}
