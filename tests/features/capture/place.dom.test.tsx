import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryPosition } from '../../../src/adapters/memory/memory-position.ts';
import { requestFromAddress } from '../../../src/features/capture/address.ts';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { type Place, place } from '../../../src/kinds/place/schema.ts';
import { aLibrary } from '../../helpers/directory.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const EXACT = { lng: 9.521347, lat: 47.139862 };
const open = async (tablet = captureTablet({ entries: [aLibrary()] }), request = {}) => {
  const onDone = vi.fn();
  tablet.show(<CaptureScreen request={{ kind: 'place', ...request }} onDone={onDone} />);
  await screen.findByRole('heading', { name: 'What did you find?' });
  await waitFor(() => expect(tablet.watching()).toBe(1));
  return tablet;
};
const choose = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('radio', { name }));
const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const write = async (label: string, words: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value: words } });
const next = () => press('Next');
const saved = () => screen.findByRole('heading', { name: 'Saved on this tablet' });
const placeOf = (tablet: ReturnType<typeof captureTablet>): Place => {
  const [draft, ...more] = tablet.finished;
  if (draft === undefined || more.length > 0) throw new Error('expected exactly one record');
  return place.schema.parse(draft.body);
};

test('a hall: what it is, how closely it may be shown, its name, where, and the check', async () => {
  const tablet = await open(captureTablet({ position: createMemoryPosition(EXACT) }));
  await choose('A place');
  await choose('Mosque');
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^Area only/ })).checked).toBe(true);
  await write('Name', 'Example Street Hall');
  await next();
  await screen.findByRole('heading', { name: 'Where is it?' });
  await choose('It is where I am now');
  await press('Take the square I am in');
  await screen.findByText('A square of 1 kilometre is kept.');
  await write('Council area', 'Example Borough');
  await next();
  await screen.findByRole('heading', { name: 'What is good to know?' });
  await next();
  // Nobody is asked about a building.
  await screen.findByText('Example Street Hall');
  await press('Finish');
  await saved();
  expect(placeOf(tablet)).toMatchObject({
    type: 'venue',
    setting: 'mosque',
    grade: 'area',
    name: 'Example Street Hall',
    council: 'Example Borough',
    where: { as: 'point', grade: 'area' },
  });
});

test('a site where people could be harmed has a code name and a council area, and nothing else of where', async () => {
  const tablet = await open();
  await choose('A place');
  await choose('Traveller site');
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^Hidden/ })).checked).toBe(true);
  await write('A code name', 'Bluebell');
  await next();
  await screen.findByText(/no position of it is kept/);
  expect(screen.queryByRole('radio', { name: 'On the map' })).toBeNull();
  await press('Example Borough');
  await next();
  await screen.findByRole('heading', { name: 'What is good to know?' });
  await next();
  await screen.findByText('Bluebell');
  await press('Finish');
  await saved();
  expect(placeOf(tablet)).toMatchObject({
    grade: 'shielded',
    name: 'Bluebell',
    council: 'Example Borough',
    where: { as: 'council', council: 'Example Borough' },
  });
});

test('nothing of where it is can be said before it is chosen how closely it may be shown', async () => {
  const tablet = await open();
  await choose('A community');
  await next();
  await screen.findByText('Choose how closely it may be shown. Then go on.');
  expect(screen.queryByRole('radio', { name: 'It is where I am now' })).toBeNull();
  expect([...tablet.kept.values()][0]?.body).toMatchObject({ where: { as: 'nowhere' } });
});

test('somebody who opens doors is asked before they are written down', async () => {
  const tablet = await open();
  await choose('Someone who opens doors');
  // A person has no setting and stands on no map.
  expect(screen.queryByRole('heading', { name: 'What kind of place is it?' })).toBeNull();
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^Hidden/ })).checked).toBe(true);
  await write('What they do, or the name they want to be known by', 'The elder of the Tuesday table');
  await next();
  await screen.findByRole('heading', { name: 'Where is it?' });
  await next();
  await next();
  await screen.findByRole('heading', { name: 'What is good to know?' });
  await next();
  const asked = await screen.findByRole('group', { name: /Can we write down what you say/ });
  fireEvent.click(asked.querySelectorAll('input')[1] as HTMLInputElement);
  await next();
  await press('Finish');
  await saved();
  expect(tablet.finished[0]?.consent?.answers.use).toBe('no');
});

test('a name the team has already leads to a note about it', async () => {
  await open();
  await choose('A group');
  await choose('Library');
  await write('Name', 'central library ');
  const link = await screen.findByRole('link', { name: 'Write a note about it' });
  expect(link.getAttribute('href')).toBe('/capture/map-note?about=library');
});

test('going back to hide it takes the position out of the draft at once', async () => {
  const tablet = await open(captureTablet({ position: createMemoryPosition(EXACT) }));
  await choose('A place');
  await choose('Library');
  await write('Name', 'Reading room');
  await next();
  await choose('It is where I am now');
  await press('Take the square I am in');
  await screen.findByText('A square of 250 metres is kept.');
  await press('Back');
  await choose(/^Hidden/);
  await waitFor(() => expect([...tablet.kept.values()][0]?.body).toMatchObject({ grade: 'shielded' }));
  const [draft] = tablet.kept.values();
  expect(draft?.body).toMatchObject({ where: { as: 'nowhere' } });
  expect(JSON.stringify(draft)).not.toMatch(/9\.5|47\.1/);
});

test('the address says what kind of entry it is; what is none is passed over', () => {
  const at = (search: string) => requestFromAddress({ pathname: '/capture/place', search });
  expect(at('?type=group')).toEqual({ kind: 'place', entryType: 'group' });
  expect(at('?type=castle')).toEqual({ kind: 'place' });
  expect(requestFromAddress({ pathname: '/capture/map-note', search: '?about=library' })).toEqual({
    kind: 'map-note',
    about: 'library',
  });
  expect(requestFromAddress({ pathname: '/capture/map-note', search: '?about=<b>' })).toEqual({ kind: 'map-note' });
});

test('a postcode is no council area: it would say more than may be shown', async () => {
  await open();
  await choose('A place');
  await choose('Hostel or day centre');
  await write('A code name', 'Bluebell');
  await next();
  await write('Council area', 'Example Borough');
  expect(screen.queryByText(/This looks like a postcode/)).toBeNull();
  await write('Council area', 'Example Borough, SW1A 1AA');
  await screen.findByText(/This looks like a postcode/);
  await write('Council area', 'Example Borough, 51.45451, -2.58791');
  await screen.findByText(/This looks like an exact position/);
});

test('the first look is short: the kinds of place that teams meet most, the others folded away with the grade that follows', async () => {
  await open();
  await choose('A place');
  const inSight = screen
    .getAllByRole('radio')
    .filter((radio) => radio.closest('details') === null)
    .map((radio) => radio.closest('label')?.textContent ?? '');
  // Five kinds of entry, eight of places, three grades.
  expect(inSight).toHaveLength(16);
  expect(inSight).toEqual(expect.arrayContaining(['Traveller site', 'Roadside stopping place', 'Library']));
  const fold = screen.getByText('Another kind of place', { selector: 'summary *' }).closest('details') as HTMLElement;
  expect(fold.hasAttribute('open')).toBe(false);
  fireEvent.click(within(fold).getByRole('radio', { name: "Someone's home" }));
  // What was chosen stands on the fold, and its grade is chosen with it.
  await waitFor(() => expect(fold.querySelector('summary')?.textContent).toContain("Someone's home"));
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^Hidden/ })).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'Library' }));
  await waitFor(() => expect(fold.querySelector('summary')?.textContent).not.toContain("Someone's home"));
  expect(
    within(fold)
      .queryAllByRole<HTMLInputElement>('radio')
      .filter(({ checked }) => checked),
  ).toEqual([]);
});
