import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../../src/adapters/memory/memory-sounds.ts';
import { ServicesProvider, type Services } from '../../../src/app/services.ts';
import { TabletVoices } from '../../../src/features/tablet-settings/tablet-voices.tsx';
import { loadTexts } from '../../../src/i18n/catalogue.ts';
import { startLanguage } from '../../../src/i18n/use-language.ts';
import type { DeviceVoice, Sounds } from '../../../src/ports/sounds.ts';

const voice = (id: string, language: string, local = true): DeviceVoice => ({ id, name: id, language, local });

async function setUp(listed: readonly DeviceVoice[]) {
  const voices = createMemoryVoices(listed);
  const heard = createMemoryHeardVoices();
  const sounds: Sounds = { clips: createMemoryClips(new Map()), player: createMemoryPlayer(), voices, heard };
  const services = {
    sounds: async () => sounds,
    reference: { organisation: async () => ({ languages: ['pl', 'so'] }) },
  } as unknown as Services;
  render(
    <ServicesProvider value={services}>
      <TabletVoices />
    </ServicesProvider>,
  );
  const details = document.querySelector('details');
  if (details === null) throw new Error('there is nothing to open');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByText('polski');
  return { voices, heard };
}
const rowOf = (name: string): HTMLElement => {
  const row = screen.getByText(name).closest('li');
  if (row === null) throw new Error(`no row for ${name}`);
  return row;
};
const touch = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(async () => {
  await startLanguage({ language: 'en', readingMode: 'standard' });
  await loadTexts(['sound']);
});
afterEach(cleanup);

test('each language says what is known of its voice, those of the organisation too', async () => {
  await setUp([voice('gb', 'en-GB'), voice('pl-net', 'pl-PL', false), voice('arabic', 'ar-EG')]);
  expect(rowOf('English').textContent).toContain('This tablet reads English aloud.');
  expect(rowOf('polski').textContent).toContain('No voice for this language.');
  expect(rowOf('العربية').textContent).toContain('Not listened to yet.');
  expect(screen.queryByRole('button', { name: 'Listen to Polish' })).toBeNull();
});

test('a voice that was heard speaking Polish is kept for Polish', async () => {
  const { voices, heard } = await setUp([voice('zosia', 'pl-PL')]);
  touch('Listen to Polish');
  expect(voices.heard[0]?.what).toContain('polski');
  expect(voices.heard[0]?.what).toContain('2026');
  expect(heard.of('pl-Latn')).toBeNull();
  voices.heard[0]?.end('finished');
  await screen.findByText('Did you hear Polish?');
  touch('Yes, it was Polish');
  expect(heard.of('pl-Latn')).toBe('zosia');
  await waitFor(() => expect(rowOf('polski').textContent).toContain('Heard. This tablet reads Polish aloud.'));
});

test('where English came out, the next voice is tried, and without another the language stays silent', async () => {
  const { voices, heard } = await setUp([voice('first', 'pl-PL'), voice('second', 'pl-PL')]);
  touch('Listen to Polish');
  voices.heard[0]?.end('finished');
  await screen.findByText('Did you hear Polish?');
  touch('No, something else');
  expect(voices.heard[1]?.voice).toBe('second');
  expect(heard.of('pl-Latn')).toBe('none');
  voices.heard[1]?.end('finished');
  await screen.findByText('Did you hear Polish?');
  touch('No, something else');
  expect(heard.of('pl-Latn')).toBe('none');
  await waitFor(() => expect(rowOf('polski').textContent).toContain('Another language was heard.'));
});

test('silence is no answer: nothing is kept, and the words say to turn up the sound', async () => {
  const { voices, heard } = await setUp([voice('zosia', 'pl-PL')]);
  touch('Listen to Polish');
  voices.heard[0]?.end('failed');
  await screen.findByText('Nothing could be heard. Turn up the sound and try again.');
  expect(heard.of('pl-Latn')).toBeNull();
});
