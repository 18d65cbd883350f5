import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isArea, type Bounds, type MapArea } from '../../src/domain/desk-maps.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { Config } from '../config.ts';
import type { MapRow } from '../ports/map-store.ts';
import type { Blobs } from '../ports/blobs.ts';
import type { Store } from '../ports/store.ts';
import { openBlobs, openStore } from '../start.ts';
import { openFile } from './byte-source.ts';
import { checkRoom, keepMap, removeMap } from './keep-map.ts';
import { readMap } from './map-reader.ts';
import { newMap } from './new-map.ts';
import { copySource, mapsFolder } from './sources.ts';
import { MapTrouble } from './trouble.ts';

type Say = (line: string) => void;

const USE = `Use:
  npm run map -- add FILE --title TITLE                      a whole PMTiles file, for tablets
  npm run map -- cut FILE --bounds W,S,E,N --title TITLE     an area of a larger file, for tablets
  npm run map -- keep FILE --title TITLE                     a larger file, from which the desk cuts areas
  npm run map -- list
  npm run map -- offer ID | take-back ID | remove ID
More: --max-zoom 14 (for cut), --credit '© OpenStreetMap contributors' (where the file names nobody),
--hold (do not offer it to tablets yet). The file may lie anywhere on this machine.`;

const DEFAULT_MAX_ZOOM = 14;
const SHORTEST_ID = 4;

/** A command that cannot be followed: `message` is for the person at the keyboard. */
class CommandTrouble extends Error {
  override readonly name = 'CommandTrouble';
}

interface Parts {
  readonly store: Pick<Store, 'maps' | 'audit'>;
  readonly blobs: Blobs;
  readonly folder: string;
  readonly say: Say;
  readonly now: string;
}

/** `map …`: base maps from the keyboard. The server may go on running. Returns the exit code. */
export async function mapCommand(config: Config, args: readonly string[], say: Say): Promise<number> {
  const asked = understand(args);
  if (asked === null) {
    say(USE);
    return 2;
  }
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const store = await openStore(config);
  try {
    const blobs = await openBlobs(config);
    const parts = { store, blobs, folder: mapsFolder(config.dataDir), say, now: new Date().toISOString() };
    await follow(asked, parts);
    return 0;
  } catch (thrown) {
    const sentence = sentenceOf(thrown);
    if (sentence === null) throw thrown;
    say(sentence);
    return 1;
  } finally {
    await store.close();
  }
}

function sentenceOf(thrown: unknown): string | null {
  if (thrown instanceof MapTrouble || thrown instanceof CommandTrouble) return thrown.message;
  if (thrown instanceof Problem && thrown.code === 'disk-low') {
    return 'There is too little room on this machine. Make room for the map and 200 MB more, then try again.';
  }
  return null;
}

type Asked =
  | { readonly what: 'list' }
  | { readonly what: 'offer' | 'take-back' | 'remove'; readonly id: string }
  | {
      readonly what: 'add' | 'cut' | 'keep';
      readonly file: string;
      readonly title: string;
      readonly credit: string;
      readonly area: MapArea | null;
      readonly hold: boolean;
    };

function understand(args: readonly string[]): Asked | null {
  const options = {
    title: { type: 'string' },
    credit: { type: 'string' },
    bounds: { type: 'string' },
    'max-zoom': { type: 'string' },
    hold: { type: 'boolean' },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: joined(args), options, allowPositionals: true });
  } catch {
    return null;
  }
  const [what, subject, ...more] = parsed.positionals;
  const {
    title = '',
    credit = '',
    bounds,
    'max-zoom': maxZoom = String(DEFAULT_MAX_ZOOM),
    hold = false,
  } = parsed.values;
  if (more.length > 0) return null;
  if (what === 'list') return subject === undefined ? { what } : null;
  if (subject === undefined) return null;
  if (what === 'offer' || what === 'take-back' || what === 'remove') return { what, id: subject };
  if (what !== 'add' && what !== 'cut' && what !== 'keep') return null;
  if (title.trim() === '' || title.length > 120 || credit.length > 400) return null;
  const area = bounds === undefined ? null : { bounds: readBounds(bounds), maxZoom: readZoom(maxZoom) };
  if ((what === 'cut') !== (area !== null)) return null;
  return { what, file: subject, title: title.trim(), credit: credit.trim(), area, hold };
}

/** West of Greenwich a value begins with a minus, which would be taken for an option. */
function joined(args: readonly string[]): string[] {
  const all: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [one = '', next] = [args[i], args[i + 1]];
    if (one === '--bounds' && next !== undefined) {
      all.push(`${one}=${next}`);
      i += 1;
    } else all.push(one);
  }
  return all;
}

/** What is not an area is refused later, with a sentence of its own. */
function readBounds(text: string): Bounds {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  return numbers.length === 4 ? [west, south, east, north] : [NaN, NaN, NaN, NaN];
}

const readZoom = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : DEFAULT_MAX_ZOOM);

async function follow(asked: Asked, parts: Parts): Promise<void> {
  switch (asked.what) {
    case 'list':
      return list(parts);
    case 'offer':
    case 'take-back':
    case 'remove':
      return change(asked.what, asked.id, parts);
    case 'keep': {
      const row = await readable(asked.file, () => copySource({ ...parts }, asked.file, asked, parts.now));
      await audit(parts, 'map-source-added', row.title);
      parts.say(`"${row.title}" (${megabytes(row.bytes)}) is kept. The desk can now cut areas from it.`);
      return;
    }
    default:
      return readable(asked.file, () => make(asked, parts));
  }
}

async function make(asked: Extract<Asked, { file: string }>, parts: Parts): Promise<void> {
  if (asked.area !== null && !isArea(asked.area.bounds)) throw new MapTrouble('not-an-area');
  const source = await openFile(asked.file);
  try {
    const { map, estimate } = await newMap(await readMap(source), asked);
    parts.say(`Making "${asked.title}": ${megabytes(estimate.bytes)}, ${estimate.tiles} tiles …`);
    await checkRoom(parts.blobs, map.facts.bytes);
    await parts.store.maps.begin({ mapId: map.mapId, ...map.facts }, '', parts.now);
    await keepMap({ ...parts, now: () => new Date() }, map);
    await audit(parts, 'map-made', `${asked.title} ${estimate.bytes}`);
    if (asked.hold) {
      parts.say(`It is kept, and not on tablets yet. To offer it: npm run map -- offer ${map.mapId.slice(0, 8)}`);
      return;
    }
    await parts.store.maps.offer(map.mapId, true, parts.now);
    await audit(parts, 'map-offered', asked.title);
    parts.say(`It is offered: each tablet fetches ${megabytes(estimate.bytes)} after its next sync.`);
  } finally {
    await source.close();
  }
}

async function list({ store, say }: Parts): Promise<void> {
  const maps = await store.maps.list();
  const sources = await store.maps.sources();
  if (maps.length + sources.length === 0) say('There are no maps yet.');
  for (const { mapId, title, bytes, state } of maps) {
    say(`${mapId.slice(0, 8)}  ${title}  ${megabytes(bytes)}  ${state === 'offered' ? 'offered to tablets' : state}`);
  }
  for (const { title, bytes } of sources) say(`          ${title}  ${megabytes(bytes)}  kept to cut areas from`);
}

async function change(what: 'offer' | 'take-back' | 'remove', id: string, parts: Parts): Promise<void> {
  const { mapId, title, state } = await find(id, parts);
  if (what === 'remove') {
    await removeMap(parts, mapId, parts.now);
    await audit(parts, 'map-removed', title);
    parts.say(`"${title}" is gone. Tablets let go of it at their next sync.`);
    return;
  }
  if (state === 'making') throw new CommandTrouble(`"${title}" is still being made. Try again when it is whole.`);
  await parts.store.maps.offer(mapId, what === 'offer', parts.now);
  await audit(parts, what === 'offer' ? 'map-offered' : 'map-taken-back', title);
  parts.say(
    what === 'offer' ? `"${title}" is offered to tablets.` : `Tablets let go of "${title}" at their next sync.`,
  );
}

/** The beginning of an id is enough, as `list` shows it. */
async function find(id: string, { store }: Parts): Promise<MapRow> {
  const found = (await store.maps.list()).filter(({ mapId }) => id.length >= SHORTEST_ID && mapId.startsWith(id));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new CommandTrouble(`No map is known as "${id}". "npm run map -- list" shows them.`);
  }
  return only;
}

async function readable<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    if (code === 'ENOENT') throw new CommandTrouble(`There is no file ${file}.`, { cause: thrown });
    if (code === 'EACCES' || code === 'EISDIR') throw new CommandTrouble(`${file} cannot be read.`, { cause: thrown });
    throw thrown;
  }
}

const audit = ({ store, now }: Parts, what: string, about: string): Promise<void> =>
  store.audit.add({ at: now, byName: '', what, about });

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
