import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlaceFacts, PlaceStatus } from '../../src/domain/place.ts';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';
import { OneCode } from '../../src/kinds/code-choices.tsx';
import { AccessFields, CareFields } from '../../src/kinds/facts-fields.tsx';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['lists', 'place-parts', 'common']);
});
afterEach(cleanup);

const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

test('what was touched by mistake is left out again, and the way to do so stays where the finger is', () => {
  const told: (PlaceStatus | null)[] = [];
  function Status() {
    const [status, setStatus] = useState<PlaceStatus | null>(null);
    const change = (next: PlaceStatus | null) => {
      told.push(next);
      setStatus(next);
    };
    return (
      <OneCode
        list="placeStatus"
        legend="How it stands"
        value={status ?? undefined}
        onChange={change}
        onClear={() => change(null)}
      />
    );
  }
  render(<Status />);
  // Nothing is said yet: there is nothing to take back.
  expect(screen.queryByRole('radio', { name: 'Not said' })).toBeNull();
  choose('Getting weak');
  choose('Not said');
  expect(told).toEqual(['weak', null]);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Not said' }).checked).toBe(true);
  choose('Growing');
  expect(told.at(-1)).toBe('growing');
});

test('facts of a place are left out whole: no signal that nobody told, no permission with a day and no giver', () => {
  let facts: PlaceFacts = {};
  function Facts() {
    const [value, setValue] = useState<PlaceFacts>({
      signal: 'none',
      charging: 'yes',
      photos: 'never',
      permission: { from: 'elder', on: '2026-11-01', note: 'Asked again every spring' },
    });
    facts = value;
    return (
      <>
        <AccessFields value={value} onChange={setValue} />
        <CareFields value={value} onChange={setValue} today="2026-11-22" />
      </>
    );
  }
  render(<Facts />);
  for (const radio of screen.getAllByRole('radio', { name: 'Not said' }).slice(0, 3)) fireEvent.click(radio);
  expect(facts).toEqual({ permission: { from: 'elder', on: '2026-11-01', note: 'Asked again every spring' } });
  choose('Open to everybody');
  expect(facts).toEqual({ permission: { from: 'not-needed' } });
  fireEvent.click(screen.getAllByRole('radio', { name: 'Not said' }).at(-1)!);
  expect(facts).toEqual({});
});
