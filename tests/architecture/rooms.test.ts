import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom. Anything not listed is forbidden. `docs/architecture.md` tells the same in prose. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain', 'npm:zod/mini', 'npm:fflate'],
  ports: ['ports', 'domain', 'npm:zod/mini'],
  ui: ['ui', 'npm:preact', 'npm:preact/hooks', 'npm:preact/compat'],
  i18n: ['i18n', 'domain', 'npm:preact', 'npm:preact/hooks', 'npm:i18next', 'npm:zod/mini', 'locales'],
  'kind-schema': ['kind-schema', 'domain', 'npm:zod/mini'],
  'kind-view': ['kind-view', 'kind-schema', 'domain', 'ui', 'i18n', 'npm:preact', 'npm:preact/hooks'],
  'question-schema': ['question-schema', 'domain', 'npm:zod/mini'],
  'question-view': ['question-view', 'question-schema', 'domain', 'ui', 'i18n', 'npm:preact', 'npm:preact/hooks'],
  survey: ['survey', 'question-schema', 'domain', 'npm:zod/mini'],
  places: ['places', 'domain', 'npm:zod/mini'],
  map: [
    'map',
    'places',
    'domain',
    'ports',
    'ui',
    'i18n',
    'trusted-types',
    'npm:preact',
    'npm:preact/hooks',
    'npm:maplibre-gl',
    'npm:maplibre-gl/dist/maplibre-gl-worker.mjs',
    'npm:pmtiles',
  ],
  sound: ['sound', 'domain', 'ports', 'ui', 'i18n', 'npm:preact', 'npm:preact/hooks'],
  player: [
    'player',
    'survey',
    'question-view',
    'question-schema',
    'sound',
    'domain',
    'ui',
    'i18n',
    'npm:preact',
    'npm:preact/hooks',
  ],
  tablet: ['tablet', 'domain', 'ports', 'sync', 'kind-schema', 'npm:zod/mini'],
  sync: ['sync', 'domain', 'ports', 'npm:zod/mini'],
  adapter: ['adapter', 'ports', 'domain', 'trusted-types', 'npm:*'],
  'trusted-types': [],
  'app-context': ['app-context', 'ports', 'domain', 'tablet', 'sync', 'npm:preact', 'npm:preact/hooks'],
  'record-parts': [
    'record-parts',
    'places',
    'map',
    'sound',
    'ui',
    'i18n',
    'domain',
    'ports',
    'tablet',
    'app-context',
    'npm:preact',
    'npm:preact/hooks',
  ],
  feature: [
    'feature',
    'record-parts',
    'kind-view',
    'kind-schema',
    'question-view',
    'question-schema',
    'survey',
    'player',
    'places',
    'map',
    'sound',
    'ui',
    'i18n',
    'domain',
    'ports',
    'tablet',
    'sync',
    'app-context',
    'npm:preact',
    'npm:preact/hooks',
    'npm:preact-iso',
    'npm:virtual:standings',
    'npm:zod/mini',
  ],
  gallery: [
    'gallery',
    'kind-view',
    'kind-schema',
    'question-view',
    'question-schema',
    'survey',
    'player',
    'places',
    'map',
    'sound',
    'ui',
    'i18n',
    'domain',
    'feature',
    'npm:preact',
    'npm:preact/hooks',
  ],
  app: ['*'],
  sw: ['sw', 'domain', 'ports', 'sync', 'adapter', 'npm:workbox-precaching', 'npm:workbox-routing'],
  server: ['server', 'domain', 'kind-schema', 'question-schema', 'survey', 'places', 'npm:*'],
};

/** Contexts that features may ask: types and hooks, no adapters. */
const APP_CONTEXTS = ['src/app/services.ts', 'src/app/session.ts'];

const QUESTION_SCHEMAS = ['schema.ts', 'registry.ts', 'definition.ts', 'choices.ts', 'regions.ts'];

function roomOf(file: string): string | null {
  const parts = file.split('/');
  if (parts[0] === 'locales') return 'locales';
  if (parts[0] === 'sw' || parts[0] === 'server') return parts[0];
  if (parts[0] !== 'src') return null;
  if (file === 'src/main.tsx') return 'app';
  if (file === 'src/app/trusted-types.ts') return 'trusted-types';
  if (APP_CONTEXTS.includes(file)) return 'app-context';
  switch (parts[1]) {
    case 'kinds':
      return ['schema.ts', 'registry.ts', 'code.ts'].includes(parts.at(-1) ?? '') ? 'kind-schema' : 'kind-view';
    case 'questions':
      return QUESTION_SCHEMAS.includes(parts.at(-1) ?? '') ? 'question-schema' : 'question-view';
    case 'surveys':
      return 'survey';
    case 'adapters':
      return 'adapter';
    case 'features':
      return 'feature';
    default:
      return parts[1] ?? null;
  }
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

interface Edge {
  readonly from: string;
  readonly to: string;
  /** Gone when the types are: it brings no code along. Screens that come when asked for count the same. */
  readonly typeOnly: boolean;
}

function edges(): Edge[] {
  const files = globSync(['src/**/*.{ts,tsx}', 'sw/**/*.ts', 'server/**/*.ts']);
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
    return [...source.matchAll(IMPORT)].map((match) => {
      const name = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\?.*$/, '');
      const to = name.startsWith('.') ? relative('.', join(dirname(file), name)) : `npm:${name}`;
      const typeOnly = /^\s*(?:import|export)\s+type\b/.test(match[0]) || match[3] !== undefined;
      return { from: file, to, typeOnly };
    });
  });
}

/** Each circle of imports, once. */
function findCycles(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'open') found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const next of needs.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of needs.keys()) visit(file, []);
  return found;
}

function forbidden({ from, to }: Pick<Edge, 'from' | 'to'>): string | null {
  const room = roomOf(from);
  if (room === null) return null;
  const allowed = MAY_IMPORT[room];
  if (allowed === undefined) return `${from}: the room "${room}" is not in the list`;
  if (allowed.includes('*')) return null;
  const file = to.startsWith('npm:') ? null : to;
  if (file !== null && (file.endsWith('.css') || file.endsWith('.json') || file.endsWith('.woff2'))) return null;
  const target = file === null ? to : roomOf(file);
  if (file === null) {
    const known = allowed.includes(to) || allowed.includes('npm:*');
    return known ? null : `${from} imports ${to.slice(4)}`;
  }
  if (target === null || !allowed.includes(target)) return `${from} imports ${to}`;
  const folderOf = (path: string) => path.split('/').slice(0, 3).join('/');
  const keepsApart =
    room === 'feature' || (room === 'kind-schema' && from.endsWith('schema.ts')) || room === 'kind-view';
  const sameRoom = target === room || (room.startsWith('kind') && target.startsWith('kind'));
  const shared = to.split('/').length <= 3;
  if (keepsApart && sameRoom && !shared && folderOf(from) !== folderOf(to)) {
    const composes = from === 'src/kinds/registry.ts' || from === 'src/kinds/views.ts';
    return composes ? null : `${from} reaches into ${to}`;
  }
  return null;
}

describe('the rooms of the house', () => {
  const all = edges();

  test('the check sees the imports of every room', () => {
    expect(all.length).toBeGreaterThan(100);
    for (const room of ['domain', 'ports', 'kind-schema', 'server']) {
      expect(
        all.some((edge) => roomOf(edge.from) === room),
        room,
      ).toBe(true);
    }
  });

  test('no room imports what it may not', () => {
    expect(all.map(forbidden).filter((found) => found !== null)).toEqual([]);
  });

  test('the check itself finds a forbidden import', () => {
    expect(forbidden({ from: 'src/domain/a.ts', to: 'src/adapters/dexie/b.ts' })).not.toBeNull();
    expect(forbidden({ from: 'src/features/home/a.tsx', to: 'src/features/drafts/b.tsx' })).not.toBeNull();
    expect(forbidden({ from: 'src/kinds/promise/schema.ts', to: 'src/kinds/visit/schema.ts' })).not.toBeNull();
    expect(forbidden({ from: 'server/http/a.ts', to: 'src/ui/button/button.tsx' })).not.toBeNull();
    expect(forbidden({ from: 'src/features/home/a.tsx', to: 'src/ui/button/button.tsx' })).toBeNull();
  });

  test('no file needs itself by way of others', () => {
    const needs = new Map<string, string[]>();
    for (const { from, to } of all.filter((edge) => !edge.typeOnly)) needs.set(from, [...(needs.get(from) ?? []), to]);
    expect(findCycles(needs)).toEqual([]);
    expect(
      findCycles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b -> c -> b']);
  });

  test('no file only hands on what others export', () => {
    const barrels = globSync(['src/**/index.{ts,tsx}', 'server/**/index.ts', 'sw/**/index.ts']);
    expect(barrels).toEqual([]);
  });
});
