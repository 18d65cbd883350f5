import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeLanguage, currentLanguage } from '../../src/i18n/catalogue.ts';
import type { Answering } from '../../src/surveys/answering.ts';
import { readAnswering } from '../../src/surveys/answering.ts';
import { allKinds, VALUES } from './all-kinds.ts';
import { heading, next, showPlayer, touch } from './host.tsx';

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const at = (code: string): Partial<Answering> => ({ stage: 'questions', at: code });
const CHOICE = 'Q-choose-one';
const two = allKinds(['choose-one', 'yes-no', 'choose-some']);
const ask = (code: string): string => two.texts[0]?.standard[`${code}.ask`] ?? '';
const radio = (index = 0): HTMLInputElement =>
  screen.getAllByRole<HTMLInputElement>('radio')[index] as HTMLInputElement;

describe('from the language to the first question', () => {
  test('each screen leads to the next and is kept before it shows; nothing is chosen beforehand', async () => {
    const told = await showPlayer(two);
    expect(heading()).toBe('Choose your language');
    expect(screen.getByText('العربية').getAttribute('lang')).toBe('ar');
    await touch('English', () => heading() === 'How do you want to do this?');
    expect(told.kept.at(-1)?.stage).toBe('how');
    await touch('Read', () => heading() === 'All kinds (en)');
    await touch('Next', () => heading().startsWith('I’d like to hear') || heading().startsWith("I'd like to hear"));
    for (const name of ['Yes', 'No'])
      expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('false');
    await touch('Next', () => screen.queryByText('Choose yes or no. Both are fine.') !== null);
    expect(told.consent).toEqual({});
    await touch('Yes');
    await touch('Next', () => heading().startsWith('Can we write down'));
    expect(told.consent).toEqual({ talk: 'yes' });
    await touch('Yes');
    await touch('Next', () => heading() === 'Who is answering?');
    await touch('Me, with help', () => heading() === 'What help is there?');
    screen.getByText(/please let the person choose/);
    await touch('An interpreter helps me', () => heading() === 'Do you like tea?');
    expect(told.kept.at(-1)?.voice).toBe('interpreted');
    await waitFor(() => radio());
    fireEvent.click(radio());
    await next(ask(CHOICE));
    expect(told.kept.at(-1)?.answers).toEqual({});
  });

  test('only languages whose words are here are offered, and one with gaps says so', async () => {
    const { survey, texts } = two;
    const [english, arabic] = texts;
    if (english === undefined || arabic === undefined) throw new Error('no words');
    const { [`${CHOICE}.ask`]: _gap, ...others } = arabic.standard;
    await showPlayer({
      survey: { ...survey, languages: ['en', 'ur', 'ar'] },
      texts: [english, { ...arabic, standard: others }],
    });
    expect(screen.queryByText('اردو')).toBeNull();
    expect(screen.getByText('العربية').closest('button')?.textContent).toContain('Some of it is in another language');
    expect(screen.getByText('English').closest('button')?.textContent).toBe('English');
  });

  test('somebody whose words left this tablet is told, in their own language', async () => {
    const survey = { ...two, texts: two.texts.filter(({ language }) => language === 'en') };
    await showPlayer(survey, { ...at(CHOICE), language: 'ar', languages: ['ar'] });
    await waitFor(() => screen.getByText(/هذا ليس بلغتك بعد/));
    expect(screen.getByText(ask(CHOICE)).getAttribute('lang')).toBe('en');
  });

  test('where the tablet shows words alone a survey begins so, and a person may still choose pictures', async () => {
    document.documentElement.dataset['pictures'] = 'off';
    const beside = () => document.querySelector('.player__head .player__picture');
    try {
      await showPlayer(two);
      expect(heading()).toBe('Choose your language');
      expect(beside()).toBeNull();
      cleanup();
      await showPlayer(two, { ways: { scan: null, paceMs: 2000, pictures: true } });
      expect(beside()).not.toBeNull();
    } finally {
      delete document.documentElement.dataset['pictures'];
    }
  });

  test('who chose Chinese on a tablet that draws empty boxes is told so in letters it has', async () => {
    const canvas = { clearRect: () => undefined, fillText: () => undefined, canvas: {} };
    const boxes = {
      ...canvas,
      measureText: () => ({ width: 24 }),
      getImageData: () => ({ data: new Uint8ClampedArray([1, 2, 3]) }),
    };
    const drawing = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(boxes as never);
    try {
      await showPlayer(two, { ...at(CHOICE), language: 'zh-Hans', languages: ['zh-Hans'] });
      const told = await screen.findByText(/may not show Chinese letters/);
      expect(told.getAttribute('lang')).toBe('en');
      cleanup();
      await showPlayer(two, at(CHOICE));
      expect(screen.queryByText(/may not show Chinese letters/)).toBeNull();
    } finally {
      drawing.mockRestore();
    }
  });

  test('a no ends kindly, with a way back', async () => {
    const told = await showPlayer(two, { stage: 'consent' });
    await touch('No');
    await touch('Next', () => heading() === 'That is fine');
    expect(told.consent).toEqual({ talk: 'no' });
    await touch('Back', () => heading().includes('hear what you think'));
    await touch('Next', () => heading() === 'That is fine');
    await touch('Next', () => told.ended === 'no-consent');
  });

  test('a child without a grown-up plays the practice question only', async () => {
    const told = await showPlayer(two, { stage: 'who' });
    await touch('A child', () => heading().startsWith('Is a grown-up'));
    await touch('No', () => heading() === 'Do you like tea?');
    await touch('Skip', () => told.ended === 'child-alone');
    expect(told.kept).toEqual([]);
  });

  test('a child with a grown-up is marked, and lent neither voice nor photo', async () => {
    const told = await showPlayer(allKinds(['voice-answer']), { stage: 'who' });
    await touch('A child', () => heading().startsWith('Is a grown-up'));
    await touch('Yes, they are here', () => heading() === 'Do you like tea?');
    expect(told.kept.at(-1)?.child).toBe(true);
    await touch('Skip', () => heading() !== 'Do you like tea?');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Record' })).toBeNull());
  });
});

describe('one question a screen', () => {
  test('the bar has its six ways, and the question does not go on without an answer', async () => {
    const told = await showPlayer(two, at(CHOICE));
    for (const name of ['Not sure', 'Skip', 'Stop', 'Back', 'Listen', 'Next']) screen.getByRole('button', { name });
    await touch('Next', () => screen.queryByText('Choose an answer. Or touch Not sure or Skip.') !== null);
    expect(heading()).toBe(ask(CHOICE));
    expect(told.kept).toEqual([]);
  });

  test('an answer is kept at once, in the words and the language it was asked in', async () => {
    const told = await showPlayer(two, at(CHOICE));
    await waitFor(() => radio());
    fireEvent.click(radio(1));
    await waitFor(() => expect(radio(1).checked).toBe(true));
    await waitFor(() => expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('answered'));
    expect(told.kept.at(-1)?.answers[CHOICE]).toMatchObject({ language: 'en', readingMode: 'standard', voice: 'own' });
    fireEvent.click(radio(1));
    await waitFor(() => expect(heading()).toBe(ask('Q-yes-no')));
  });

  test('not sure and skip are kept as such, go on, and can be seen when coming back', async () => {
    const told = await showPlayer(two, at(CHOICE));
    await touch('Not sure', () => heading() === ask('Q-yes-no'));
    await touch('Skip', () => heading() === ask('Q-choose-some'));
    expect(Object.values(told.kept.at(-1)?.answers ?? {}).map(({ outcome }) => outcome)).toEqual([
      'not-sure',
      'skipped',
    ]);
    await touch('Back', () => heading() === ask('Q-yes-no'));
    expect(screen.getByRole('button', { name: 'Skip', pressed: true })).toBeTruthy();
    await touch('Back', () => heading() === ask(CHOICE));
    expect(screen.getByRole('button', { name: 'Not sure', pressed: true })).toBeTruthy();
  });

  test('stop asks one thing only; going back changes nothing, and keeping ends it', async () => {
    const told = await showPlayer(two, at(CHOICE));
    await touch('Not sure', () => heading() === ask('Q-yes-no'));
    await touch('Stop', () => heading() === 'Do you want to stop?');
    await touch('Go back', () => heading() === ask('Q-yes-no'));
    await touch('Stop', () => heading() === 'Do you want to stop?');
    await touch('Keep what I said', () => heading() === 'Thank you');
    expect(told.kept.at(-1)).toMatchObject({ ended: 'stopped', stoppedAt: 'Q-yes-no' });
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    await touch('Next', () => told.ended === 'stopped');
  });

  test('stop is there from the first screen on, and over a question too', async () => {
    const told = await showPlayer(two);
    await touch('Stop', () => heading() === 'Do you want to stop? Nothing is kept so far.');
    await touch('Stop now', () => told.ended === 'thrown-away');
    cleanup();
    await showPlayer(two, at(CHOICE));
    await touch('Language', () => heading() === 'Choose your language');
    await touch('Stop', () => heading().startsWith('Do you want to stop?'));
    await touch('Go back', () => heading() === ask(CHOICE));
  });

  test('throwing it away tells the host and keeps nothing more', async () => {
    const told = await showPlayer(two, at(CHOICE));
    await touch('Skip', () => heading() === ask('Q-yes-no'));
    const kept = told.kept.length;
    await touch('Stop', () => heading() === 'Do you want to stop?');
    await touch('Throw it away', () => told.ended === 'thrown-away');
    expect(told.kept.length).toBe(kept);
  });

  test('another language in the middle keeps the answer and comes back to the question', async () => {
    const told = await showPlayer(two, at(CHOICE));
    await waitFor(() => radio());
    fireEvent.click(radio(0));
    await waitFor(() => expect(told.kept.length).toBe(1));
    const said = told.kept.at(-1)?.answers[CHOICE];
    await touch('Language', () => heading() === 'Choose your language');
    screen.getByText('العربية').click();
    await waitFor(() => expect(screen.getByRole('button', { name: 'التالي' })).toBeTruthy());
    expect(currentLanguage().language).toBe('ar');
    expect(told.kept.at(-1)).toMatchObject({ language: 'ar', languages: ['en', 'ar'], at: CHOICE });
    expect(told.kept.at(-1)?.answers[CHOICE]).toEqual(said);
    await waitFor(() => expect(radio(0).checked).toBe(true));
    expect(document.querySelector('.player')?.getAttribute('dir')).toBe('rtl');
  });

  test('the focus goes to the heading of each new screen', async () => {
    await showPlayer(two, at(CHOICE));
    await touch('Skip', () => heading() === ask('Q-yes-no'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });
});

describe('keeping', () => {
  test('the next screen waits until the state is kept, and says so when that takes long', async () => {
    const told = await showPlayer(two, at(CHOICE));
    told.slow = true;
    screen.getByRole('button', { name: 'Skip' }).click();
    await waitFor(() => screen.getByText('One moment. We are keeping this.'));
    expect(heading()).toBe(ask(CHOICE));
    // A second touch meanwhile is not a second step.
    screen.getByRole('button', { name: 'Skip' }).click();
    told.slow = false;
    act(() => told.release());
    await waitFor(() => expect(heading()).toBe(ask('Q-yes-no')));
    expect(screen.queryByText('One moment. We are keeping this.')).toBeNull();
    expect(Object.keys(told.kept.at(-1)?.answers ?? {})).toEqual([CHOICE]);
  });

  test('what cannot be kept stays on the screen, in words, and can be tried again', async () => {
    const told = await showPlayer(two, at(CHOICE));
    told.failing = true;
    await touch('Skip', () => screen.queryByRole('button', { name: 'Try again' }) !== null);
    expect(heading()).toBe(ask(CHOICE));
    expect(screen.getByText(/This is not kept yet/)).toBeTruthy();
    told.failing = false;
    await touch('Try again', () => heading() === ask('Q-yes-no'));
    expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('skipped');
  });

  test('an answer that could not be kept is still shown, and kept with the next step', async () => {
    const told = await showPlayer(two, at(CHOICE));
    await waitFor(() => radio());
    told.failing = true;
    fireEvent.click(radio(0));
    await waitFor(() => screen.getByText(/This is not kept yet/));
    expect(radio(0).checked).toBe(true);
    told.failing = false;
    await next(ask('Q-yes-no'));
    expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('answered');
  });
});

test('every kind of question is shown, and what was said to it stands there again', async () => {
  const all = allKinds();
  const answers = Object.fromEntries(
    // An information card asks nothing.
    all.survey.questions
      .filter(({ code }) => VALUES[code] !== null)
      .map(({ code, type }) => [
        code,
        { code, type, outcome: 'answered', value: VALUES[code], voice: 'own', language: 'en', readingMode: 'standard' },
      ]),
  ) as Answering['answers'];
  const told = await showPlayer(all, { ...at(all.survey.questions[0]?.code ?? ''), answers });
  for (const [index, { code, type }] of all.survey.questions.entries()) {
    const asked = all.texts[0]?.standard[`${code}.ask`];
    await waitFor(() => expect(heading()).toBe(asked));
    await waitFor(() => expect(document.querySelector('.player__answer')?.childElementCount, type).toBeGreaterThan(0));
    expect(document.querySelector('.player__answer')?.textContent, type).not.toContain('cannot show');
    const following = all.survey.questions[index + 1];
    const to = following === undefined ? 'How was it talking to us?' : all.texts[0]?.standard[`${following.code}.ask`];
    await touch('Next', () => heading() === to);
  }
  expect(told.kept.at(-1)?.answers).toEqual(answers);
});

test('evaluation, check, change, consent, about you and thanks: to the end', async () => {
  const told = await showPlayer(two, at(CHOICE));
  await touch('Skip', () => heading() === ask('Q-yes-no'));
  await waitFor(() => radio());
  fireEvent.click(radio(0));
  await next(ask('Q-choose-some'));
  await touch('Not sure', () => heading() === 'How was it talking to us?');
  await touch('Skip', () => heading().startsWith('Did you get the help'));
  await touch('Skip', () => heading() === 'Check what you said');
  await touch(new RegExp(`^${ask(CHOICE).replaceAll('?', '\\?')}.*Skip`), () => heading() === ask(CHOICE));
  await waitFor(() => radio());
  fireEvent.click(radio(0));
  await next('Check what you said');
  expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('answered');
  await touch('Next', () => heading().startsWith('Can we show your words'));
  await touch('Yes');
  await touch('Next', () => heading() === 'May we ask about you?');
  await touch('No', () => heading() === 'Thank you');
  expect(told.consent).toEqual({ share: 'yes' });
  expect(told.kept.at(-1)).toMatchObject({ stage: 'done', ended: 'finished' });
  expect(readAnswering(told.kept.at(-1))).toEqual(told.kept.at(-1));
  await touch('Next', () => told.ended === 'finished');
});

test('in a group heads are counted', async () => {
  const told = await showPlayer(two, { mode: 'group', ...at(CHOICE) });
  const [more] = await screen.findAllByRole('button', { name: /^One more/ });
  more?.click();
  await waitFor(() => expect(told.kept.at(-1)?.answers[CHOICE]?.outcome).toBe('heads'));
});
