import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { mapCommand } from '../../../server/maps/command.ts';
import { openStore } from '../../../server/start.ts';
import { aMap, BRISTOL, LIECHTENSTEIN } from '../../helpers/maps/a-map.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'said-map-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const config = () => readConfig({ DATA_DIR: folder });
async function map(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await mapCommand(config(), args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}
const maps = async () => {
  const store = await openStore(config());
  try {
    return [
      await store.maps.list(),
      await store.maps.sources(),
      await store.reference.since(0, 'a tablet', 50),
    ] as const;
  } finally {
    await store.close();
  }
};

test('a whole file is offered at once; the same with --hold waits to be offered, and can be taken back and removed', async () => {
  expect(await map('add', BRISTOL, '--title', 'Corner')).toMatchObject({ code: 0 });
  const held = await map('add', BRISTOL, '--title', 'Later', '--hold');
  expect(held.said).toContain('not on tablets yet');
  const states = async () => (await maps())[0].map(({ title, state }) => `${title} ${state}`).sort();
  expect(await states()).toEqual(['Corner offered', 'Later kept']);
  const id = /offer ([0-9a-f]{8})/.exec(held.said)?.[1] ?? '';
  expect((await map('offer', id)).said).toBe('"Later" is offered to tablets.');
  expect(await states()).toEqual(['Corner offered', 'Later offered']);
  expect((await maps())[2].rows.filter(({ value }) => value !== null)).toHaveLength(2);
  await map('take-back', id);
  expect(await states()).toEqual(['Corner offered', 'Later kept']);
  expect((await map('list')).said).toContain(`${id}  Later  0.0 MB  kept`);
  await map('remove', id);
  expect(await states()).toEqual(['Corner offered']);
  expect(await map('offer', id)).toMatchObject({ code: 1, said: expect.stringContaining('No map is known') });
});

test('an area west of Greenwich, whose numbers begin with a minus', async () => {
  const cut = await map(
    'cut',
    BRISTOL,
    '--bounds',
    '-2.5962,51.4547,-2.5943,51.4562',
    '--title',
    'x',
    '--max-zoom',
    '13',
  );
  expect(cut.code).toBe(0);
  const [[made]] = await maps();
  expect(made).toMatchObject({ maxZoom: 13, state: 'offered', attribution: '© OpenStreetMap contributors' });
});

test('a larger file is kept to cut areas from, and no tablet hears of it', async () => {
  expect((await map('keep', LIECHTENSTEIN, '--title', 'FL')).said).toContain('"FL" (0.9 MB) is kept');
  const [none, [source], { rows }] = await maps();
  expect([none, source?.title, rows]).toEqual([[], 'FL', []]);
});

test('credit is asked for where the file gives none', async () => {
  const file = join(folder, 'nobody.pmtiles');
  const about = { vector_layers: [{ id: 'transportation' }] };
  await writeFile(file, aMap([{ z: 0, x: 0, y: 0, content: 'earth' }], { about }));
  expect(await map('add', file, '--title', 'x')).toMatchObject({ code: 1, said: expect.stringContaining('--credit') });
  expect((await map('add', file, '--title', 'x', '--credit', '© Somebody')).code).toBe(0);
  expect((await maps())[0]).toMatchObject([{ attribution: '© Somebody' }]);
});

test.each([
  [['add', '/nowhere.pmtiles', '--title', 'x'], 1, 'There is no file /nowhere.pmtiles.'],
  [['add', tmpdir(), '--title', 'x'], 1, 'cannot be read'],
  [['add', import.meta.filename, '--title', 'x'], 1, 'This is not a PMTiles file'],
  [['cut', LIECHTENSTEIN, '--bounds', '1,2,3,4', '--title', 'x'], 1, 'nothing in this area'],
  [['cut', LIECHTENSTEIN, '--bounds', '9.6,47,9.5,47.2', '--title', 'x'], 1, 'The bounds must be'],
  [['cut', LIECHTENSTEIN, '--bounds', 'here', '--title', 'x'], 1, 'The bounds must be'],
  [['cut', LIECHTENSTEIN, '--title', 'x'], 2, 'Use:'],
  [['add', LIECHTENSTEIN], 2, 'Use:'],
  [['add', LIECHTENSTEIN, '--title', 'x', '--bounds', '1,2,3,4'], 2, 'Use:'],
  [['add', LIECHTENSTEIN, '--title', 'x', '--loud'], 2, 'Use:'],
  [['remove', 'abc'], 1, 'No map is known as "abc"'],
  [[], 2, 'Use:'],
])('%j ends with a plain sentence', async (args, code, said) => {
  const answer = await map(...args);
  expect(answer.code).toBe(code);
  expect(answer.said).toContain(said);
  expect((await maps())[0]).toEqual([]);
});
