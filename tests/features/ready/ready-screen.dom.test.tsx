import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServicesProvider, type Services } from '../../../src/app/services.ts';
import { ReadyScreen } from '../../../src/features/ready/ready-screen.tsx';
import { changeLanguage, loadTexts } from '../../../src/i18n/catalogue.ts';
import type { FieldPackReport } from '../../../src/tablet/field-pack.ts';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['ready', 'common']);
});
afterEach(cleanup);

const whole: FieldPackReport = {
  ready: true,
  version: '1',
  files: 40,
  bytes: 900_000,
  missing: [],
  damaged: [],
  noData: [],
  surveys: [],
  sounds: 0,
  maps: [],
  checkedAt: '2026-11-03T10:05:00.000Z',
};

/** The ready screen on a tablet whose browser answers like this. */
function show(browser: { persisted: boolean | null; freeBytes: number | null }, report = whole, mended = whole) {
  const asked = { persist: 0, repaired: 0 };
  const services = {
    fieldPack: {
      last: () => null,
      check: async () => report,
      repair: async () => {
        asked.repaired += 1;
        return mended;
      },
    },
    tablet: {
      askToPersist: async () => {
        asked.persist += 1;
        return browser.persisted;
      },
      persisted: async () => browser.persisted,
      space: async () => (browser.freeBytes === null ? null : { freeBytes: browser.freeBytes, usedBytes: 0 }),
    },
  } as unknown as Services;
  render(
    <LocationProvider>
      <ServicesProvider value={services}>
        <ReadyScreen installed={async () => undefined} />
      </ServicesProvider>
    </LocationProvider>,
  );
  return asked;
}

test('a whole pack, kept storage and room are said to be so', async () => {
  const asked = show({ persisted: true, freeBytes: 4_000_000_000 });
  await screen.findByText('Ready without signal');
  await screen.findByText('The browser has promised to keep what is here.');
  expect(await screen.findByText(/^4\s?GB free$/)).toBeTruthy();
  expect(asked.persist).toBe(1);
  expect(screen.queryByRole('button', { name: 'Repair' })).toBeNull();
});

test('a browser that refuses to keep our data is told plainly, with what to do, and work goes on', async () => {
  show({ persisted: false, freeBytes: 4_000_000_000 });
  await screen.findByText('The browser has not promised to keep what is here. Install the app, and send often.');
  expect(await screen.findByRole('link', { name: 'Start using this tablet' })).toBeTruthy();
});

test('a browser that says neither is told so; little room asks to make some', async () => {
  show({ persisted: null, freeBytes: null });
  await screen.findByText('This browser does not say whether it keeps what is here. Send often.');
  await screen.findByText('This browser does not say how much is free.');
  cleanup();
  show({ persisted: true, freeBytes: 150_000_000 });
  await screen.findByText(/free\. Make room before you go out\.$/);
});

test('what is missing is named, and repairing makes the tablet ready', async () => {
  const asked = show(
    { persisted: true, freeBytes: 4_000_000_000 },
    { ...whole, ready: false, missing: ['/assets/a.js'], damaged: ['/assets/b.css'], noData: ['roster'] },
  );
  await screen.findByText('Not ready yet');
  screen.getByText('1 file is missing');
  screen.getByText('1 file is damaged');
  screen.getByText('Not fetched yet: the names of the team');
  screen.getByText('/assets/a.js');
  fireEvent.click(screen.getByRole('button', { name: 'Repair' }));
  await screen.findByText('Ready without signal');
  expect(asked.repaired).toBe(1);
});

test('sounds and pictures of a survey that are not here yet are fetched without a press; what stays away is named', async () => {
  const tablet = { persisted: true, freeBytes: 4_000_000_000 };
  const lack = { title: 'Our place', languages: ['ar'], sounds: 2, pictures: 1 };
  const before = { ...whole, ready: false, surveys: [{ ...lack, sounds: 12 }] };
  const asked = show(tablet, before);
  await screen.findByText('Ready without signal');
  expect(asked.repaired).toBe(1);
  cleanup();
  show(tablet, before, { ...whole, ready: false, surveys: [lack] });
  await screen.findByText('Not ready yet');
  screen.getByText('The survey “Our place” is not all here: words in Arabic, 2 sounds, 1 picture');
});

test('a map that is not whole is told of, and keeps nobody from going out', async () => {
  const asked = show(
    { persisted: true, freeBytes: 4_000_000_000 },
    { ...whole, maps: [{ title: 'Bristol', bytesHere: 12_000_000, bytes: 60_000_000 }] },
  );
  await screen.findByText('Ready without signal');
  screen.getByText(/^Of the map “Bristol”, 12\s?MB of 60\s?MB are here$/);
  screen.getByText(/You can go out without the map/);
  fireEvent.click(screen.getByRole('button', { name: 'Repair' }));
  await screen.findByText('Ready without signal');
  expect(asked.repaired).toBe(1);
});
