import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** Modules that a tablet never opens with no signal: their chunks are left out of the field pack. */
const ONLINE_ONLY = [
  /\/src\/adapters\/http\/desk-client\.ts$/,
  /\/src\/features\/desk\//,
  /\/src\/gallery\//,
  /\/locales\/[^/]+\/[^/]+\/(?:desk|gallery)[^/]*\.json$/,
];

const ENTRY = '/src/main.tsx';

/** What draws maps, with all that only it brings along: a pack of its own, for tablets that have a map. */
const MAP = '/src/map/map-view.tsx';

/** How many builds' hashed files stay on the server, so that a page opened before an update still finds its chunks. */
const BUILDS_KEPT = 3;

const OWN_FILES = ['assets', 'builds.json', 'field-pack.json', 'sw.js'];

interface Build {
  readonly version: string;
  readonly assets: readonly string[];
}

/**
 * After the app is built: keeps the hashed files of the builds before (`builds.json`), hashes every file a tablet needs
 * (`field-pack.json`, the proof behind "Ready without signal"), and builds the service worker with that list in it.
 */
export function fieldPack(): Plugin {
  let outDir = 'dist';
  let rootDir = '.';
  let tabletFiles = new Set<string>();
  let mapFiles = new Set<string>();
  let assets: string[] = [];
  return {
    name: 'said-and-done:field-pack',
    apply: 'build',
    config: () => ({ build: { emptyOutDir: false } }),
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      rootDir = config.root;
    },
    writeBundle(_options, bundle) {
      tabletFiles = reachable(bundle, (chunk) => holds(chunk, MAP));
      mapFiles = new Set([...reachable(bundle)].filter((file) => !tabletFiles.has(file)));
      assets = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
    },
    async closeBundle() {
      if (assets.length === 0) return;
      const publicFiles = globSync('**/*', { cwd: join(rootDir, 'public'), withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(rootDir, 'public').length + 1));
      const wanted = [...new Set(['index.html', ...publicFiles, ...tabletFiles])].sort();
      clearLeftovers(outDir, wanted);
      const hashed = (names: Iterable<string>) =>
        [...names].map((file) => {
          const bytes = readFileSync(join(outDir, file));
          return { url: `/${file}`, sha256: sha256(bytes), bytes: bytes.length };
        });
      const files = hashed(wanted);
      const map = hashed([...mapFiles].sort());
      const version = sha256(JSON.stringify([files, map])).slice(0, 16);
      const pack = JSON.stringify({ version, files, map });
      writeFileSync(join(outDir, 'field-pack.json'), pack);
      keepBuilds(outDir, { version, assets });
      const engine = map.map(({ url }) => url);
      await buildServiceWorker(rootDir, outDir, { version, engine }, [
        ...files.map(({ url, sha256: hash }) => ({
          url,
          revision: url.startsWith('/assets/') ? null : hash.slice(0, 16),
        })),
        { url: '/field-pack.json', revision: version },
      ]);
    },
  };
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/**
 * Every file the tablet's screens can come to ask for, following static and lazy imports from the entry, but for those
 * that are `apart`.
 */
function reachable(
  bundle: Rolldown.OutputBundle,
  apart: (chunk: Rolldown.OutputChunk) => boolean = () => false,
): Set<string> {
  const found = new Set<string>();
  const others = Object.values(bundle).filter((output) => output.type === 'asset' && !output.fileName.endsWith('.css'));
  const visit = (file: string) => {
    const output = bundle[file];
    if (output === undefined || found.has(file) || (output.type === 'chunk' && apart(output))) return;
    found.add(file);
    // Fonts, pictures and the code of workers are named in the text of what uses them.
    const text = textOf(output);
    for (const other of others) if (text.includes(basename(other.fileName))) visit(other.fileName);
    if (output.type !== 'chunk') return;
    for (const next of output.imports) visit(next);
    for (const next of output.dynamicImports) if (!isOnlineOnly(bundle[next])) visit(next);
    for (const css of output.viteMetadata?.importedCss ?? []) visit(css);
  };
  for (const [file, output] of Object.entries(bundle)) if (output.type === 'chunk' && holdsEntry(output)) visit(file);
  if (found.size === 0) throw new Error(`the field pack is empty: no chunk holds ${ENTRY}`);
  for (const file of found) if (file.endsWith('.woff') || file.endsWith('.map')) found.delete(file);
  return found;
}

/** Rolldown calls a chunk an entry only where it chose the chunk itself, and not where a group did. */
function holdsEntry(chunk: Rolldown.OutputChunk): boolean {
  return chunk.isEntry || holds(chunk, ENTRY);
}

const holds = (chunk: Rolldown.OutputChunk, end: string): boolean =>
  chunk.moduleIds.some((module) => module.endsWith(end));

function textOf(output: Rolldown.OutputAsset | Rolldown.OutputChunk): string {
  if (output.type === 'chunk') return output.code;
  if (!/\.(?:css|js)$/.test(output.fileName)) return '';
  return typeof output.source === 'string' ? output.source : new TextDecoder().decode(output.source);
}

function isOnlineOnly(output: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): boolean {
  if (output?.type !== 'chunk') return false;
  return (
    output.moduleIds.length > 0 &&
    output.moduleIds.every((module) => ONLINE_ONLY.some((pattern) => pattern.test(module)))
  );
}

/** Removes what an older build left beside the assets. Only after this build is written: a failed one leaves the old. */
function clearLeftovers(outDir: string, wanted: readonly string[]): void {
  const keep = new Set([...wanted.map((file) => file.split('/')[0]), ...OWN_FILES]);
  for (const entry of globSync('*', { cwd: outDir })) {
    if (!keep.has(entry)) rmSync(join(outDir, entry), { recursive: true, force: true });
  }
}

/** Writes this build down and removes hashed files that none of the last builds names. */
function keepBuilds(outDir: string, now: Build): void {
  const list = join(outDir, 'builds.json');
  const before = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Build[]) : [];
  const builds = [now, ...before.filter((build) => build.version !== now.version)].slice(0, BUILDS_KEPT);
  const wanted = new Set(builds.flatMap((build) => build.assets));
  mkdirSync(join(outDir, 'assets'), { recursive: true });
  for (const file of globSync('assets/*', { cwd: outDir })) if (!wanted.has(file)) rmSync(join(outDir, file));
  writeFileSync(list, JSON.stringify(builds));
}

async function buildServiceWorker(
  root: string,
  outDir: string,
  { version, engine }: { readonly version: string; readonly engine: readonly string[] },
  manifest: readonly { url: string; revision: string | null }[],
): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      'self.__WB_MANIFEST': JSON.stringify(manifest),
      __PACK_VERSION__: JSON.stringify(version),
      __MAP_ENGINE__: JSON.stringify(engine),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: {
        input: join(root, 'sw', 'sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
      },
    },
  });
}
