import { render, type ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { snap } from '../../src/domain/place-grid.ts';
import { NOWHERE, type Sheet, type Where } from '../../src/domain/place.ts';
import { loadTexts } from '../../src/i18n/catalogue.ts';
import { startLanguage, useLanguage } from '../../src/i18n/use-language.ts';
import type { Bounds, MapLook, MapMark, MapPick, MapProps, MapTiles } from '../../src/map/map-props.ts';
import { SheetEditor } from '../../src/map/sheet/sheet-editor.tsx';
import { SheetView } from '../../src/map/sheet/sheet-view.tsx';
import { Screen } from '../../src/ui/screen/screen.tsx';
import { setTheme } from '../../src/ui/theme/theme.ts';
import '../../src/ui/styles/base.css';

/**
 * A map alone, without the app round it. The address says what is on it: `?language=ar&look=sun&tiles=liechtenstein`,
 * `marks=<number>`, `pick=point&grade=open`, `broken` for a
 * base map of which nothing can be read, `wait` to open only when the window hears `go`. What it gives back is kept in `window.told`.
 */
declare global {
  interface Window {
    told: { where: Where[]; opened: string[]; sheets: Sheet[]; reads: number };
  }
}

const asked = new URLSearchParams(location.search);
const language = asked.get('language') ?? 'en';
const look = (asked.get('look') ?? 'day') as MapLook;
window.told = { where: [], opened: [], sheets: [], reads: 0 };

/** `start=west,south,east,north` */
const corners = asked.get('start')?.split(',').map(Number) ?? [];
const start = corners.length === 4 ? { bounds: corners as unknown as Bounds } : null;

/** Fetched whole before the map opens, as pieces lie on a tablet; from then on nothing needs the net. */
async function tilesOf(name: string): Promise<MapTiles> {
  const bytes = await (await fetch(`/${name}.pmtiles`)).arrayBuffer();
  const part = new DataView(bytes);
  const degrees = (at: number) => part.getInt32(at, true) / 1e7;
  return {
    id: name,
    read: (offset, length) => {
      window.told.reads += 1;
      return Promise.resolve(bytes.slice(offset, offset + length));
    },
    bytes: bytes.byteLength,
    title: name,
    bounds: [degrees(102), degrees(106), degrees(110), degrees(114)],
    attribution: '© OpenStreetMap contributors',
  };
}

const TYPES: readonly MapMark['type'][] = ['venue', 'group', 'community', 'hazard', 'need', 'strength', 'service'];
const TONES = ['plain', 'faded', 'urgent'] as const;

/** `sheet`: a plan instead of a map, on a blank sheet or (`sheet=photo`) over a picture. */
function PlanPage() {
  const [value, setValue] = useState<Sheet>({ photo: null, shape: 4 / 3, marks: [] });
  const [photoUrl] = useState(() => (asked.get('sheet') === 'photo' ? drawnPhoto() : null));
  const onChange = (next: Sheet): void => {
    window.told.sheets.push(next);
    setValue(next);
  };
  return (
    <Screen>
      <h1>Plan</h1>
      <SheetEditor value={value} onChange={onChange} photoUrl={photoUrl} label="The site as we drew it" />
      <SheetView sheet={value} photoUrl={photoUrl} label="The site as we drew it" />
    </Screen>
  );
}

/** Half dark, half light: a line must be seen on both. */
function drawnPhoto(): string {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><path fill="#1a1a1a" d="M0 0h400v300H0z"/><path fill="#f0ead8" d="M200 0h200v300H200z"/></svg>`;
  return URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
}

/** Spread over Liechtenstein in the same way each time. */
function marksOf(count: number): MapMark[] {
  return Array.from({ length: count }, (_, at) => {
    const lng = 9.48 + ((at * 0.6180339) % 1) * 0.14;
    const lat = 47.06 + ((at * 0.3247179) % 1) * 0.2;
    const grade = at % 3 === 0 ? 'area' : 'open';
    return {
      id: `mark-${at}`,
      name: at % 5 === 0 ? `بيت الجيران ${at}` : `Meeting place ${at}`,
      type: TYPES[at % TYPES.length] ?? 'venue',
      tone: TONES[at % 3],
      where: at % 40 === 39 ? NOWHERE : { as: 'point', grade, points: [[...snap(grade, lng, lat)]] },
    };
  });
}

function Page({ tiles, View }: { tiles: readonly MapTiles[]; View: ComponentType<MapProps> }) {
  const t = useLanguage();
  const [value, setValue] = useState<Where>(NOWHERE);
  const [marks] = useState(() => marksOf(Number(asked.get('marks') ?? 0)));
  const as = asked.get('pick') as MapPick['as'] | null;
  const grade = (asked.get('grade') ?? 'open') as MapPick['grade'];
  const onChange = (where: Where): void => {
    window.told.where.push(where);
    setValue(where);
  };
  return (
    <Screen width="wide">
      <h1>Map</h1>
      <View
        tiles={tiles}
        look={look}
        language={t.language}
        marks={marks}
        start={start}
        label="Places round here"
        onOpenMark={(id) => window.told.opened.push(id)}
        {...(as === null ? {} : { pick: { as, grade, value, onChange } })}
      />
      <p class="after">After the map</p>
    </Screen>
  );
}

if (look === 'sun') setTheme('outdoor');
await startLanguage({ language, readingMode: look === 'easy' ? 'easy' : 'standard' });
await loadTexts(['map', 'lists', 'common']);
const tiles = await Promise.all((asked.get('tiles') ?? '').split(',').filter(Boolean).map(tilesOf));
if (asked.has('broken')) {
  const read = () => Promise.reject(new Error('a piece is missing'));
  tiles.push({
    id: 'broken',
    read,
    bytes: 5000,
    title: 'North side',
    bounds: [9.5, 47.1, 9.6, 47.2],
    attribution: 'Nobody',
  });
}
const { MapView } = await import('../../src/map/map-view.tsx');
if (asked.has('wait')) {
  // The letters of the page are there before its map, as they are in the app.
  for (const weight of [400, 700]) await document.fonts.load(`${weight} 1rem "Atkinson Hyperlegible"`);
  await new Promise<void>((go) => {
    window.addEventListener('go', () => go(), { once: true });
    document.title = 'Waiting';
  });
}
performance.mark('opening');
render(asked.has('sheet') ? <PlanPage /> : <Page tiles={tiles} View={MapView} />, document.body);
