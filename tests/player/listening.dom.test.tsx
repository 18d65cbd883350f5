import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import type { Clip } from '../../src/domain/survey.ts';
import { changeLanguage } from '../../src/i18n/catalogue.ts';
import { SoundProvider } from '../../src/sound/use-sound.tsx';
import type { LoadedSurvey } from '../../src/surveys/answering.ts';
import { allKinds } from './all-kinds.ts';
import { heading, showPlayer, touch } from './host.tsx';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const CHOICE = 'Q-choose-one';
const AT = { stage: 'questions', at: CHOICE, listen: true } as const;
const loaded = allKinds(['choose-one', 'yes-no']);
const words = loaded.texts[0]?.standard ?? {};
const ENGLISH = { id: 'voice-en', name: 'English', language: 'en-GB', local: true };
const inputs = (): HTMLInputElement[] => screen.getAllByRole<HTMLInputElement>('radio');
const pointed = (): boolean => document.querySelector('.picture-choice--pointed') !== null;

async function listening(survey: LoadedSurvey, change: object, voices = [ENGLISH], clips = new Map<string, Blob>()) {
  const player = createMemoryPlayer();
  const device = createMemoryVoices(voices);
  const sounds = { clips: createMemoryClips(clips), player, voices: device, heard: createMemoryHeardVoices() };
  const told = await showPlayer(survey, change, (inside) => <SoundProvider sounds={sounds}>{inside}</SoundProvider>);
  return { told, player, device, said: () => device.heard.map(({ what }) => what) };
}

test('a card is said first and chosen then, by a second touch or by "Next"', async () => {
  const { told, said } = await listening(loaded, AT);
  await waitFor(() => inputs());
  await waitFor(() => expect(screen.getByText('Machine voice')).toBeTruthy());
  fireEvent.click(inputs()[1] as HTMLInputElement);
  await waitFor(() => expect(pointed()).toBe(true));
  expect(told.kept).toEqual([]);
  expect(said().length).toBeGreaterThan(0);
  const code = inputs()[1]?.value;
  await touch('Next', () => heading() === words['Q-yes-no.ask']);
  expect(told.kept.at(-1)?.answers[CHOICE]?.value).toEqual({ code });
});

test('"Next" never exchanges an answer unseen: the card that was only listened to shows as chosen before it goes on', async () => {
  const { told } = await listening(loaded, AT);
  await waitFor(() => inputs());
  await waitFor(() => expect(screen.getByText('Machine voice')).toBeTruthy());
  for (let times = 0; times < 2; times += 1) fireEvent.click(inputs()[1] as HTMLInputElement);
  await waitFor(() => expect(told.kept.at(-1)?.answers[CHOICE]?.value).toEqual({ code: inputs()[1]?.value }));
  fireEvent.click(inputs()[0] as HTMLInputElement);
  await waitFor(() => expect(pointed()).toBe(true));
  const first = inputs()[0]?.value;
  await touch('Next', () => inputs()[0]?.checked === true);
  expect(heading()).toBe(words[`${CHOICE}.ask`]);
  expect(pointed()).toBe(false);
  await touch('Next', () => heading() === words['Q-yes-no.ask']);
  expect(told.kept.at(-1)?.answers[CHOICE]?.value).toEqual({ code: first });
});

test('each new screen says its question, and "Not sure" and "Skip" are said before they count', async () => {
  const { told, said } = await listening(loaded, AT);
  await waitFor(() => inputs());
  await waitFor(() => screen.getByText('Machine voice'));
  await touch('Skip', () => said().includes('Skip'));
  expect(heading()).toBe(words[`${CHOICE}.ask`]);
  expect(told.kept).toEqual([]);
  await touch('Skip', () => heading() === words['Q-yes-no.ask']);
  await waitFor(() => expect(said()).toContain(words['Q-yes-no.ask']));
  expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('skipped');
});

test('what was recorded is played, and no voice speaks beside it', async () => {
  const clip: Clip = { sha256: 'a'.repeat(64), mime: 'audio/ogg', bytes: 3, durationMs: 900 };
  const texts = loaded.texts.map((row) =>
    row.language === 'en' ? { ...row, sounds: { standard: { [`${CHOICE}.ask`]: clip }, easy: {} } } : row,
  );
  const { player, device } = await listening({ ...loaded, texts }, AT, [], new Map([[clip.sha256, new Blob(['abc'])]]));
  await waitFor(() => inputs());
  await touch('Listen', () => player.heard.length > 0);
  expect(device.heard).toEqual([]);
  await touch('Quiet', () => player.heard.at(-1)?.over() === true);
});

test('where nothing can be heard a touch chooses at once, and "Listen" says why it is silent', async () => {
  const { told } = await listening(loaded, AT, []);
  await waitFor(() => inputs());
  await touch('Listen', () => screen.queryByText(/There is no sound for this yet/) !== null);
  fireEvent.click(inputs()[0] as HTMLInputElement);
  await waitFor(() => expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('answered'));
});

test('an English voice never speaks another language', async () => {
  const { said } = await listening(loaded, { ...AT, language: 'ar', languages: ['ar'] }, [
    ENGLISH,
    { id: 'voice-ar', name: 'Arabic', language: 'ar-SA', local: true },
  ]);
  await waitFor(() => inputs());
  await touch('استمع', () => screen.queryByText(/لا يوجد صوت لهذا بعد/) !== null);
  expect(said().filter((what) => /[\u0600-\u06ff]/.test(String(what)))).toEqual([]);
});
