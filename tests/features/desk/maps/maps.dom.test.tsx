import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MapLine, SourceLine } from '../../../../src/domain/desk-maps.ts';
import { Desk } from '../../../../src/features/desk/desk.tsx';
import { anOrganisation } from '../memory-organisation.ts';

const SOURCE: SourceLine = {
  sourceId: '11111111-1111-4111-8111-111111111111',
  title: 'Somerset',
  bounds: [-3, 51, -2, 52],
  minZoom: 0,
  maxZoom: 14,
  bytes: 80_000_000,
  attribution: '© OpenStreetMap contributors',
  addedAt: '2026-11-20T09:00:00.000Z',
  addedBy: 'Amina',
  here: true,
};
const MAP: MapLine = {
  mapId: '22222222-2222-4222-8222-222222222222',
  title: 'Riverside',
  bounds: [-2.6, 51.4, -2.5, 51.5],
  minZoom: 0,
  maxZoom: 14,
  bytes: 8_000_000,
  attribution: '© OpenStreetMap contributors',
  state: 'offered',
  made: 8_000_000,
  madeAt: '2026-11-21T09:00:00.000Z',
  madeBy: 'Amina',
  wholeOn: ['Bus', 'Library'],
};

function open(over: { maps?: MapLine[]; sources?: SourceLine[]; who?: string } = {}) {
  const desk = anOrganisation([]);
  Object.assign(desk.state.maps, { maps: over.maps ?? [MAP], sources: over.sources ?? [SOURCE], tablets: 3 });
  desk.enter(over.who ?? 'amina');
  window.history.replaceState(null, '', '/desk/maps');
  render(
    <LocationProvider>
      <Desk client={desk.client} />
    </LocationProvider>,
  );
  return desk;
}
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const mapItem = async () => (await screen.findByRole('heading', { name: 'Riverside' })).closest('li')!;

// Drawing maps is a lot of code: fetched once, so that no test waits for it.
beforeAll(() => import('../../../../src/features/desk/maps/make-map.tsx'), 60_000);
beforeAll(() => import('../../../../src/features/desk/maps/maps-page.tsx'), 60_000);
afterEach(cleanup);

test('a map says its size, whom it is owed to, and which tablets hold all of it', async () => {
  open();
  const item = within(await mapItem());
  expect(item.getByText('8 MB')).toBeTruthy();
  expect(item.getByText('Offered to tablets')).toBeTruthy();
  expect(item.getByText(/2 of 3 tablets have all of it/).textContent).toContain('Bus · Library');
  expect(item.getByText(/© OpenStreetMap contributors/)).toBeTruthy();
});

test('taking a map back and removing it are asked first, and can be left', async () => {
  const desk = open();
  const item = within(await mapItem());
  fireEvent.click(item.getByRole('button', { name: 'Take it back from tablets' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Leave it as it is' }));
  expect(desk.state.maps.maps[0]?.state).toBe('offered');
  fireEvent.click(item.getByRole('button', { name: 'Take it back from tablets' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  await screen.findByText('Not on tablets');
  fireEvent.click(screen.getByRole('button', { name: 'Offer it to tablets' }));
  await screen.findByText('Offered to tablets');
  fireEvent.click(screen.getByRole('button', { name: 'Remove this map' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove it' }));
  await screen.findByText('There is no map yet');
  expect(desk.state.maps.maps).toEqual([]);
});

test('a file that a restore did not bring back says so, and makes no maps', async () => {
  open({ sources: [{ ...SOURCE, here: false }] });
  await screen.findByText(/The file itself is not on this server/);
  expect(screen.queryByRole('button', { name: 'Make a map of it' })).toBeNull();
});

test('a map that could not be made is told of, one that was removed on purpose is not', async () => {
  const making = { ...MAP, state: 'making' as const, made: 2_000_000 };
  const other = { ...making, mapId: '33333333-3333-4333-8333-333333333333', title: 'Hills' };
  const desk = open({ maps: [making, other] });
  await screen.findAllByText('2 MB of 8 MB are made.');
  const hills = (await screen.findByRole('heading', { name: 'Hills' })).closest('li')!;
  fireEvent.click(within(hills).getByRole('button', { name: 'Remove this map' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove it' }));
  await waitFor(() => expect(desk.state.maps.maps).toHaveLength(1));
  desk.state.maps.maps = [];
  await screen.findByText(/“Riverside” could not be made/);
  expect(screen.queryByText(/“Hills” could not/)).toBeNull();
});

describe('making a map', () => {
  test('by numbers alone: the size comes before it is made, and it is made as it was measured', async () => {
    const desk = open({ maps: [] });
    fireEvent.click(await screen.findByRole('button', { name: 'Make a map of it' }));
    await screen.findByText('Choose an area to see how large its map is.');
    const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Make the map' });
    expect(go.disabled || go.getAttribute('aria-disabled') === 'true').toBe(true);
    await type('West', '-2.6');
    await type('South', '51.4');
    await type('East', '-2.5');
    await type('North', '51.5');
    await screen.findByText('800 kB. On a slow connection a tablet needs about a minute.');
    await type('Name of the map', 'Riverside');
    fireEvent.click(go);
    await screen.findByText('Choose whether tablets get it at once.');
    expect(desk.state.maps.maps).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    fireEvent.click(go);
    await mapItem();
    expect(desk.state.maps.maps[0]).toMatchObject({
      title: 'Riverside',
      bounds: [-2.6, 51.4, -2.5, 51.5],
      maxZoom: 14,
      bytes: 800_000,
      state: 'offered',
    });
  });

  test('an area outside of the file is refused in words, and nothing can be made', async () => {
    const desk = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Make a map of it' }));
    for (const [edge, value] of Object.entries({ West: '10', South: '51', East: '11', North: '52' })) {
      await type(edge, value);
    }
    await screen.findByText('The file has nothing in this area. Choose an area inside it.');
    fireEvent.click(screen.getByRole('button', { name: 'Make the map' }));
    expect(desk.asked).not.toContain('makeMap');
  });

  test('the whole of a file', async () => {
    const desk = open({ maps: [] });
    fireEvent.click(await screen.findByRole('button', { name: 'Make a map of it' }));
    fireEvent.change(await screen.findByLabelText('How much of the file'), { target: { value: 'whole' } });
    await screen.findByText('80 MB. On a slow connection a tablet needs about 11 minutes.');
    fireEvent.click(screen.getByRole('radio', { name: 'Not yet' }));
    fireEvent.click(screen.getByRole('button', { name: 'Make the map' }));
    await screen.findByRole('button', { name: 'Offer it to tablets' });
    expect(desk.state.maps.maps[0]).toMatchObject({ title: 'Somerset', bytes: 80_000_000, state: 'kept' });
  });
});

describe('bringing a file in', () => {
  const choose = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Bring a map file in' }));
    const input = await screen.findByLabelText(/Choose a file/);
    fireEvent.change(input, { target: { files: [new File(['PMTiles'], 'somerset-levels.pmtiles')] } });
    const dialog = screen.getByRole('dialog');
    return within(dialog);
  };

  test('takes its name from the file, and goes on to what to make of it', async () => {
    const desk = open({ maps: [], sources: [] });
    const dialog = await choose();
    expect(dialog.getByLabelText<HTMLInputElement>('Name of the file').value).toBe('somerset-levels');
    fireEvent.click(dialog.getByRole('button', { name: 'Bring it in' }));
    await screen.findByRole('heading', { name: 'A map of “somerset-levels”' });
    expect(desk.state.maps.sources[0]).toMatchObject({ title: 'somerset-levels', bytes: 7 });
  });

  test('asks whom to thank without sending the file again', async () => {
    const desk = open({ maps: [], sources: [] });
    desk.state.maps.refuse = 'no-credit';
    const dialog = await choose();
    fireEvent.click(dialog.getByRole('button', { name: 'Bring it in' }));
    await dialog.findByText('The file does not say who made the map. Write it below, then go on.');
    await type('Who made the map', '© Somebody');
    fireEvent.click(dialog.getByRole('button', { name: 'Bring it in' }));
    await screen.findByRole('heading', { name: 'A map of “somerset-levels”' });
    expect(desk.state.maps.sources[0]?.attribution).toBe('© Somebody');
    expect(desk.asked.filter((name) => name === 'beginMapFile')).toHaveLength(1);
  });

  test('what is no map is refused in words; left, nothing stays at the server', async () => {
    const desk = open({ maps: [], sources: [] });
    desk.state.maps.refuse = 'not-pmtiles';
    const dialog = await choose();
    fireEvent.click(dialog.getByRole('button', { name: 'Bring it in' }));
    await dialog.findByText('This is not a PMTiles file of version 3.');
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(desk.state.maps.uploads.size).toBe(0));
  });
});

test('staff who do not lead have no such room', async () => {
  open({ who: 'ben' });
  await screen.findByText(/Your account does not reach this page/);
});
