import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { bareLine } from '../../../../src/adapters/memory/places-client.ts';
import type { PlaceLine } from '../../../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../../../src/domain/directory.ts';
import { anEntry } from '../../../helpers/directory.ts';
import { spotAt } from '../../../helpers/told-places.ts';
import { openPlaces } from './open-places.tsx';

const line = (entryId: string, over: Partial<DirectoryEntry> = {}, known: Partial<PlaceLine> = {}): PlaceLine =>
  bareLine(anEntry(entryId, { grade: 'open', council: 'Example Borough', ...over }), known);
const ELM = line('elm', { name: 'Elm Tree', grade: 'shielded', where: { as: 'council', council: 'Bristol' } });
const HALL = line('hall', { name: 'Harbour hall', where: spotAt('open') });

const open = (path: string, { lines = [ELM, HALL], who = 'amina' }: { lines?: PlaceLine[]; who?: string } = {}) =>
  openPlaces(path, { lines, notes: [] }, { who });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

// The room is fetched once, so that no test waits for it.
beforeAll(
  () =>
    Promise.all([
      import('../../../../src/features/desk/places/places-room.tsx'),
      import('../../../../src/features/desk/places/files-page.tsx'),
    ]),
  60_000,
);
afterEach(cleanup);

describe('files', () => {
  /** What is handed to the person as a file, once it is. */
  const saved = (): (() => Promise<string>) => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    return async () => {
      await waitFor(() => expect(made).toHaveBeenCalled());
      const [file] = made.mock.calls[0] ?? [];
      if (!(file instanceof Blob)) throw new Error('no file was made');
      return file.text();
    };
  };
  afterEach(() => void vi.restoreAllMocks());
  const choose = async (text: string) => {
    const input = await screen.findByLabelText('Choose a file');
    fireEvent.change(input, { target: { files: [new File([text], 'places.csv', { type: 'text/csv' })] } });
  };

  test('a long file goes up in parts, and every row is answered for', async () => {
    const desk = open('/files');
    await choose(['name,type', ...Array.from({ length: 1201 }, (_, at) => `Place ${at},venue`)].join('\n'));
    await screen.findByText('1,201 can be added, 0 are there already, 0 cannot be taken.');
    // The server takes no more than 2,000 rows at once; ours go up 500 by 500.
    expect(desk.asked.filter((name) => name === 'importPlaces')).toHaveLength(3);
    expect(desk.state.places.lines).toHaveLength(2);
    await press('Add 1,201');
    await screen.findByText('1,201 were added, 0 were there already, 0 were not taken.');
    expect(desk.state.places.lines).toHaveLength(1203);
  });

  test('wards with thousands of corners, islands and holes are taken, and each row says what was left out', async () => {
    open('/files');
    const ring = (corners: number, lng: number) => {
      const spots = Array.from({ length: corners }, (_, at) => {
        const turn = (at / corners) * 2 * Math.PI;
        const far = 0.1 + 0.01 * Math.sin(at / 9);
        return [lng + far * Math.cos(turn), 51 + far * Math.sin(turn)];
      });
      return [...spots, spots[0]];
    };
    const geometry = { type: 'MultiPolygon', coordinates: [[ring(4, -3)], [ring(1500, -2), ring(3, -2)]] };
    const ward = { type: 'Feature', geometry, properties: { name: 'The ward', grade: 'area' } };
    await choose(JSON.stringify({ type: 'FeatureCollection', features: [ward] }));
    await screen.findByText('1 can be added, 0 are there already, 0 cannot be taken.');
    screen.getByText('It has 2 parts. The largest was taken.');
    screen.getByText('Holes in its outline were left out: 1.');
    screen.getByText(/^Its outline was made simpler: 1,500 corners to \d\d\.$/);
  });

  test('of many rows those that stay out are told first, and the list that is kept has what the screen has not', async () => {
    const save = saved();
    open('/files');
    const rows = Array.from({ length: 250 }, (_, at) => `Place ${at},venue`);
    await choose(['name,type', ...rows, 'Nobody knows what,spaceship'].join('\n'));
    await screen.findByText('250 can be added, 0 are there already, 1 cannot be taken.');
    const first = screen.getByText('Line 252', { exact: false }).closest('li');
    expect(first?.textContent).toContain('This row cannot be taken.');
    expect(first).toBe(first?.parentElement?.firstElementChild);
    screen.getByText('51 more rows are in the list you can keep.');
    await press('Keep a list of what was not taken');
    const list = await save();
    const lines = list.trim().split('\r\n');
    // The heading, the one that stays out, and those that are not on the screen.
    expect(lines).toHaveLength(53);
    expect(lines[1]).toMatch(/^252,Nobody knows what,.*This row cannot be taken/);
    expect(lines.at(-1)).toMatch(/^251,Place 249,.*it is hidden/);
  });

  test('rows that were all taken with something to be told can be kept as a list too', async () => {
    open('/files');
    await choose(['name,type', ...Array.from({ length: 202 }, (_, at) => `Place ${at},venue`)].join('\n'));
    await screen.findByText('2 more rows are in the list you can keep.');
    screen.getByRole('button', { name: 'Keep a list of what was not taken' });
  });

  test('a file of places says how each stands now, as the list does', async () => {
    const save = saved();
    const lines = [line('club', { name: 'Club', status: 'new' }, { status: 'growing', statusOn: '2026-11-14' }), HALL];
    open('/files', { lines });
    const take = await screen.findByRole('button', { name: 'As GeoJSON' });
    await waitFor(() => expect(take.getAttribute('aria-disabled')).not.toBe('true'));
    fireEvent.click(take);
    const file = JSON.parse(await save()) as {
      features: { properties: { name: string; status: string | null } }[];
    };
    expect(file.features.map(({ properties: { name, status } }) => [name, status])).toEqual([
      ['Club', 'growing'],
      ['Harbour hall', null],
    ]);
  });

  test('a file that is none says what to do', async () => {
    open('/files');
    await choose('title only\n');
    expect((await screen.findByRole('alert')).textContent).toContain('no column called name');
  });

  test('whoever may neither bring in nor take out is told whom to ask', async () => {
    open('/files', { who: 'ben' });
    await screen.findByText('Your account cannot bring places in or take them out. Ask a lead.');
    expect(screen.queryByText('Choose a file')).toBeNull();
  });
});
