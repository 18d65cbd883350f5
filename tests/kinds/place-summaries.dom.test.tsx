import { cleanup, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { snapPath } from '../../src/domain/place-grid.ts';
import type { Sheet, Where } from '../../src/domain/place.ts';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';
import { PlacesLender } from '../../src/kinds/lent-places.ts';
import type { MapNote } from '../../src/kinds/map-note/schema.ts';
import { specimens as notes } from '../../src/kinds/map-note/specimens.ts';
import { Summary as NoteSummary } from '../../src/kinds/map-note/summary.tsx';
import type { Place } from '../../src/kinds/place/schema.ts';
import { specimens as places } from '../../src/kinds/place/specimens.ts';
import { Summary as PlaceSummary } from '../../src/kinds/place/summary.tsx';
import { Plan } from '../../src/record-parts/place/plan.tsx';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['lists', 'common', 'map', 'place-parts', 'kind-place', 'kind-map-note']);
});
afterEach(cleanup);

const specimen = <Body,>(all: Record<string, Body>, name: string): Body => {
  const body = all[name];
  if (body === undefined) throw new Error('the specimen is gone');
  return body;
};
const cells = snapPath('open', [
  [9.5213, 47.1398],
  [9.5313, 47.1498],
  [9.5413, 47.1398],
]).map(([lng, lat]): [number, number] => [lng, lat]);

test.each<[Where, string]>([
  [{ as: 'point', grade: 'open', points: cells.slice(0, 1) }, 'A square of 250 metres is kept.'],
  [{ as: 'line', grade: 'open', points: cells }, 'A way in squares of 250 metres is kept.'],
  [{ as: 'area', grade: 'open', points: cells }, 'An area in squares of 250 metres is kept.'],
])('where something is stands there in words, never in numbers (%#)', (where, words) => {
  const note = { ...specimen<MapNote>(notes, 'full'), where };
  const place = { ...specimen<Place>(places, 'venue'), grade: 'open' as const, where };
  for (const summary of [<NoteSummary body={note} />, <PlaceSummary body={place} />]) {
    const { container } = render(summary);
    screen.getByText(words);
    expect(container.innerHTML).not.toMatch(/9\.5|47\.1/);
    cleanup();
  }
});

test('a hidden place has its council area and its code name', () => {
  const { container } = render(<PlaceSummary body={specimen<Place>(places, 'hidden')} />);
  screen.getByText('Bluebell');
  screen.getByText('In Example Borough');
  screen.getByText('Hidden');
  expect(container.textContent).not.toContain('square');
});

test('links have the names that the directory lends, and say so where there are none', () => {
  const body = specimen<MapNote>(notes, 'full');
  const { container } = render(<NoteSummary body={body} />);
  expect(container.textContent).toContain('Serves another entry of the list of places');
  cleanup();
  const lent = { nameOf: (id: string) => (id === 'example-group' ? 'Friday circle' : null), Plan: () => <p>plan</p> };
  const named = render(
    <PlacesLender value={lent}>
      <NoteSummary body={body} />
    </PlacesLender>,
  );
  expect(named.container.textContent).toContain('Serves Friday circle');
  // What it was called when it was written down, where the directory has it no more.
  expect(named.container.textContent).toContain('Central Library');
});

test('a plan is drawn where it can be, and its words stand there in any case', async () => {
  const body = specimen<MapNote>(notes, 'plan');
  render(<NoteSummary body={body} />);
  screen.getByText('A plan with 3 marks');
  screen.getByText('Way from the gate');
  cleanup();
  const Drawn = (props: { sheet: Sheet; children: ComponentChildren }) => <Plan {...props} photoUrl={null} />;
  const { container } = render(
    <PlacesLender value={{ nameOf: () => null, Plan: Drawn }}>
      <NoteSummary body={body} />
    </PlacesLender>,
  );
  await screen.findByRole('figure', { name: 'Plan of the place' });
  screen.getByText('Way from the gate');
  expect(container.querySelectorAll('svg').length).toBeGreaterThan(0);
  expect(screen.queryByText('A plan with 3 marks')).toBeNull();
});
