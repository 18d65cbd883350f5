import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import type { VNode } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
  type Heard,
} from '../../src/adapters/memory/memory-sounds.ts';
import { markOf, type AppSounds } from '../../src/domain/app-sounds.ts';
import type { Clip } from '../../src/domain/survey.ts';
import { changeLanguage, findText, loadTexts } from '../../src/i18n/catalogue.ts';
import { AppSoundsProvider } from '../../src/sound/app-words.tsx';
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

async function listening(
  survey: LoadedSurvey,
  change: object,
  voices = [ENGLISH],
  clips = new Map<string, Blob>(),
  shielded = false,
  recorded: readonly AppSounds[] = [],
) {
  const player = createMemoryPlayer();
  const device = createMemoryVoices(voices);
  const sounds = { clips: createMemoryClips(clips), player, voices: device, heard: createMemoryHeardVoices() };
  const around = (inside: VNode) => (
    <AppSoundsProvider value={recorded}>
      <SoundProvider sounds={sounds}>{inside}</SoundProvider>
    </AppSoundsProvider>
  );
  const told = await showPlayer(survey, change, around, shielded);
  return { told, player, device, said: () => device.heard.map(({ what }) => what) };
}

/** Each thing is said to its end, until so many have begun. */
const toTheEnd = (device: { readonly heard: readonly Heard[] }, count: number): Promise<void> =>
  waitFor(() => {
    const { length } = device.heard;
    if (length < count) device.heard.at(-1)?.end('finished');
    expect(length).toBe(count);
  });

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

test('a card that was not recorded yet says so in words at its first touch, and is taken by the second', async () => {
  const clip: Clip = { sha256: 'c'.repeat(64), mime: 'audio/ogg', bytes: 3, durationMs: 900 };
  const texts = loaded.texts.map((row) =>
    row.language === 'en' ? { ...row, sounds: { standard: { [`${CHOICE}.ask`]: clip }, easy: {} } } : row,
  );
  const { told, player } = await listening({ ...loaded, texts }, AT, [], new Map([[clip.sha256, new Blob(['abc'])]]));
  await waitFor(() => expect(player.heard.length).toBe(1));
  expect(screen.queryByText(/There is no sound for this yet/)).toBeNull();
  fireEvent.click(inputs()[0] as HTMLInputElement);
  await screen.findByText(/There is no sound for this yet/);
  expect(told.kept).toEqual([]);
  fireEvent.click(inputs()[0] as HTMLInputElement);
  await waitFor(() => expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('answered'));
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

describe('what is on a screen is heard too', () => {
  test('the ways to answer are said before anybody chose to listen, and the promises with the purpose', async () => {
    const { said, device } = await listening(loaded, { stage: 'how' });
    await toTheEnd(device, 4);
    expect(said()).toEqual(['How do you want to do this?', 'Listen', 'Read', 'Easy read']);
    await touch(/^Listen/, () => heading() === 'All kinds (en)');
    await toTheEnd(device, 9);
    expect(said().at(-1)).toBe('We do not write your name.');
  });

  test('the practice question tells who listens how to hear and how to choose, and who reads does without', async () => {
    const { said, device } = await listening(loaded, { stage: 'practice', at: 'practice', listen: true });
    await toTheEnd(device, 3);
    expect(said()).toEqual([
      'Do you like tea?',
      'Let us try one first. We do not keep this answer.',
      'Touch a picture to hear it. Touch it again to choose it.',
    ]);
    cleanup();
    await showPlayer(loaded, { stage: 'practice', at: 'practice' });
    expect(screen.queryByText(/Touch a picture to hear it/)).toBeNull();
  });

  test('in a language without sound nothing is said by itself', async () => {
    const { said } = await listening(loaded, { stage: 'how', language: 'ar', languages: ['ar'] });
    await waitFor(() => expect(heading()).toMatch(/[\u0600-\u06ff]/));
    expect(said()).toEqual([]);
  });

  test('at the check the first touch says what was said, the second changes it', async () => {
    const given = {
      code: CHOICE,
      type: 'choose-one',
      outcome: 'skipped',
      value: null,
      voice: 'own',
      language: 'en',
      readingMode: 'standard',
    };
    const { said, device } = await listening(loaded, {
      stage: 'check',
      at: null,
      listen: true,
      answers: { [CHOICE]: given },
    });
    await waitFor(() => screen.getByText('Machine voice'));
    const row = (): HTMLElement => screen.getByText(String(words[`${CHOICE}.ask`])).closest('button') as HTMLElement;
    await toTheEnd(device, 2);
    fireEvent.click(row());
    await toTheEnd(device, 4);
    await waitFor(() => expect(said().slice(-2)).toEqual([words[`${CHOICE}.ask`], 'Skip']));
    expect(heading()).toBe('Check what you said');
    fireEvent.click(row());
    await waitFor(() => expect(heading()).toBe(words[`${CHOICE}.ask`]));
    await waitFor(() => inputs());
  });

  test('"Next" takes the yes that is pointed at before anything is asked about the person', async () => {
    const { said } = await listening(loaded, { stage: 'about-you', at: 'about-age', listen: true });
    await waitFor(() => screen.getByText('Machine voice'));
    await touch('Next', () => screen.queryByText('Choose yes or no. Both are fine.') !== null);
    await touch('Yes', () => said().at(-1) === 'Yes');
    expect(heading()).toBe('May we ask about you?');
    await touch('Next', () => heading() === 'How old are you?');
  });
});

describe('a recording is only heard for the very words it says', () => {
  const clip: Clip = { sha256: 'b'.repeat(64), mime: 'audio/ogg', bytes: 3, durationMs: 900 };
  const bytes = new Map([[clip.sha256, new Blob(['abc'])]]);
  /** The app's own words as they stand in its files, recorded in English. */
  const recorded = async (places: readonly string[]): Promise<readonly AppSounds[]> => {
    const english = { language: 'en', readingMode: 'standard' } as const;
    await loadTexts(['consent', 'player', 'common-questions'], english);
    const standard = Object.fromEntries(
      places.map((place) => [place, { ...clip, words: markOf(findText('player', place, {}, english).words) }]),
    );
    return [{ language: 'en', sounds: { standard, easy: {} } }];
  };
  const listen = async (places: readonly string[], change: object, shielded = false) =>
    listening(loaded, change, [], bytes, shielded, await recorded(places));
  const SHARE = ['consent:layers.share.question', 'player:check.title'];

  test('not the ordinary question about sharing where somebody might guess who it was', async () => {
    const told = { stage: 'consent-after', at: null, listen: true };
    const open = await listen(SHARE, told);
    await waitFor(() => expect(open.player.heard.length).toBe(1));
    cleanup();
    const small = await listen(SHARE, told, true);
    await waitFor(() => expect(heading()).toContain('Someone might guess it was you'));
    await touch('Listen', () => screen.queryByText(/There is no sound for this yet/) !== null);
    expect(small.player.heard).toEqual([]);
  });

  test('consent is heard whole or not at all', async () => {
    const told = { stage: 'consent', at: null, listen: true };
    const half = await listen(['consent:layers.talk.question'], told);
    await touch('Listen', () => screen.queryByText(/There is no sound for this yet/) !== null);
    expect(half.player.heard).toEqual([]);
    cleanup();
    const whole = await listen(['consent:layers.talk.question', 'consent:layers.talk.ask'], told);
    await waitFor(() => expect(whole.player.heard.length).toBe(1));
    whole.player.heard[0]?.end('finished');
    await waitFor(() => expect(whole.player.heard.length).toBe(2));
  });

  test('not the plain words for easy ones that say it otherwise', async () => {
    const { player } = await listen(['player:who.helped', 'player:who.whoQuestion'], {
      stage: 'who',
      listen: true,
      readingMode: 'easy',
    });
    await waitFor(() => screen.getByRole('button', { name: 'Me and a helper' }));
    expect(player.heard).toEqual([]);
  });

  test('not in another language, and not once the words were changed', async () => {
    const places = ['consent:layers.talk.question', 'consent:layers.talk.ask'];
    const told = { stage: 'consent', at: null, listen: true };
    const inArabic = await listen(places, { ...told, language: 'ar', languages: ['ar'] });
    await waitFor(() => expect(heading()).toMatch(/\p{Script=Arabic}/u));
    expect(inArabic.player.heard).toEqual([]);
    cleanup();
    const old = (await recorded(places)).map(({ language, sounds }) => ({
      language,
      sounds: {
        ...sounds,
        standard: Object.fromEntries(
          Object.entries(sounds.standard).map(([key, one]) => [key, { ...one, words: markOf('May we talk?') }]),
        ),
      },
    }));
    const changed = await listening(loaded, told, [], bytes, false, old);
    await touch('Listen', () => screen.queryByText(/There is no sound for this yet/) !== null);
    expect(changed.player.heard).toEqual([]);
  });

  test('words that every survey brings: from the app where the survey has not recorded them', async () => {
    const { player } = await listen(['common-questions:E1.ask'], { stage: 'evaluation', at: 'E1', listen: true });
    await waitFor(() => expect(player.heard.length).toBe(1));
  });
});
