import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sheet as sheetSchema, type Sheet } from '../../src/domain/place.ts';
import { loadTexts } from '../../src/i18n/catalogue.ts';
import { SheetEditor } from '../../src/map/sheet/sheet-editor.tsx';
import { SheetView } from '../../src/map/sheet/sheet-view.tsx';

const BLANK: Sheet = { photo: null, shape: 4 / 3, marks: [] };
let told: Sheet[] = [];

function Host({ from }: { from: Sheet }) {
  const [value, setValue] = useState(from);
  const onChange = (next: Sheet): void => {
    told.push(next);
    setValue(next);
  };
  return <SheetEditor value={value} onChange={onChange} photoUrl={null} label="The site" />;
}

beforeAll(() => loadTexts(['map', 'common']));
afterEach(() => {
  cleanup();
  told = [];
});

const paper = () => screen.getByRole('button', { name: /^The site\./ });
const press = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(paper(), { key }));
const last = () => told.at(-1)?.marks ?? [];

describe('a plan drawn by keys', () => {
  test('the cross goes over twenty squares, and Enter sets a pin where it says it is', () => {
    render(<Host from={BLANK} />);
    press('ArrowRight', 'ArrowRight', 'ArrowDown');
    expect(screen.getByText('Column 12 of 20, row 12 of 20')).toBeTruthy();
    press('Enter');
    expect(last()).toEqual([{ as: 'pin', points: [[575, 575]], says: '' }]);
    press(...Array.from({ length: 30 }, () => 'ArrowLeft'), ' ');
    expect(last()[1]?.points).toEqual([[25, 575]]);
  });

  test('a line goes on until it is done, and Backspace takes back the last spot', () => {
    render(<Host from={BLANK} />);
    fireEvent.click(screen.getByLabelText('A way or a line'));
    press('Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter', 'Backspace');
    expect(last()[0]?.points).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'The line is done' }));
    press('Enter');
    expect(last().map(({ as, points }) => [as, points.length])).toEqual([
      ['line', 2],
      ['line', 1],
    ]);
    for (const one of told) expect(sheetSchema.safeParse(one).success).toBe(true);
  });

  test('a screen reader that only presses sets a spot too', () => {
    render(<Host from={BLANK} />);
    fireEvent.click(paper(), { detail: 0 });
    expect(last()).toHaveLength(1);
    fireEvent.click(paper(), { detail: 1 });
    expect(last()).toHaveLength(1);
  });

  test('each mark is named, and taken away, by the field with its number', () => {
    render(<Host from={BLANK} />);
    press('Enter', 'ArrowRight', 'ArrowRight', 'Enter');
    fireEvent.input(screen.getByLabelText('2. A spot: what is it?'), { target: { value: 'the tap' } });
    expect(last()[1]?.says).toBe('the tap');
    fireEvent.click(screen.getByRole('button', { name: 'Remove 1' }));
    expect(last().map(({ says }) => says)).toEqual(['the tap']);
  });
});

test('a plan to look at says in words all that is drawn', () => {
  const marks: Sheet['marks'] = [
    { as: 'pin', points: [[1, 1]], says: 'the tap' },
    {
      as: 'line',
      points: [
        [1, 1],
        [9, 9],
      ],
      says: '',
    },
  ];
  render(<SheetView sheet={{ ...BLANK, marks }} photoUrl={null} label="The site" />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['1the tap', '2A line']);
});
