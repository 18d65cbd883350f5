import { expect, test } from 'vitest';
import { sha256Hex } from '../../src/domain/bytes.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { PackFiles } from '../../src/ports/pack-files.ts';
import { keepEngine, lackingEngine } from '../../src/sync/keep-engine.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** An app whose version has two files that draw maps, on a tablet that holds what `here` says. */
async function anApp(here: Record<string, string> = {}) {
  const server = new Map([
    ['/assets/map.js', 'draws'],
    ['/assets/worker.js', 'works'],
  ]);
  const kept = new Map(Object.entries(here));
  const asked: string[] = [];
  const map = await Promise.all(
    [...server].map(async ([url, text]) => ({ url, sha256: await sha256Hex(bytes(text)), bytes: text.length })),
  );
  const state = { fails: null as Problem | null };
  const files: PackFiles = {
    pack: async () => ({ version: '1', files: [], map }),
    copies: async (url) => (kept.has(url) ? [bytes(kept.get(url) ?? '')] : []),
    fetch: async (url) => {
      asked.push(url);
      if (state.fails !== null) throw state.fails;
      return bytes(server.get(url) ?? '');
    },
    put: async ({ url }, content) => void kept.set(url, new TextDecoder().decode(content)),
  };
  return { files, kept, asked, server, state };
}

test('what draws maps is fetched once, and not again', async () => {
  const app = await anApp();
  expect(await lackingEngine(app.files)).toHaveLength(2);
  expect(await keepEngine(app.files)).toBeNull();
  expect(app.kept.size).toBe(2);
  expect(await keepEngine(app.files)).toBeNull();
  expect(app.asked).toHaveLength(2);
});

test('a damaged file is fetched again; one that the server changed is never kept under the old name', async () => {
  const app = await anApp({ '/assets/map.js': 'dr?ws', '/assets/worker.js': 'works' });
  expect((await lackingEngine(app.files)).map(({ url }) => url)).toEqual(['/assets/map.js']);
  app.server.set('/assets/map.js', 'of another version');
  expect(await keepEngine(app.files)).toBeNull();
  expect(app.kept.get('/assets/map.js')).toBe('dr?ws');
  app.server.set('/assets/map.js', 'draws');
  await keepEngine(app.files);
  expect(await lackingEngine(app.files)).toEqual([]);
});

test('a lost connection or a full tablet ends it, and says so; a file that is gone does not', async () => {
  const app = await anApp();
  app.state.fails = new Problem('unreachable');
  expect((await keepEngine(app.files))?.code).toBe('unreachable');
  expect(app.asked).toHaveLength(1);
  app.state.fails = new Problem('not-found');
  expect(await keepEngine(app.files)).toBeNull();
  expect(app.kept.size).toBe(0);
});
