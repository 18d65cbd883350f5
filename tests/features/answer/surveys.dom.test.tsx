import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LeftSurveys } from '../../../src/features/home/left-surveys.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { aSurvey } from '../../helpers/a-survey.ts';
import { choose, heading, say, surveyTablet, toFirstQuestion, touch } from '../../helpers/survey-walk.tsx';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});
beforeEach(() => changeLanguage('en', 'standard'));

test('each survey by its title, time and languages; one that is tried out is marked', async () => {
  surveyTablet([aSurvey(), aSurvey({ surveyId: 'bus', version: 2, state: 'pilot', languages: ['en'] })]);
  await screen.findByText('Being tried out');
  const cards = screen.getAllByRole('button', { name: /Water and help/ });
  expect(cards.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Water and helpAbout \d minutes · 3 questionsEnglishBeing tried out$/),
    expect.stringMatching(/^Water and helpAbout \d minutes · 3 questionsEnglish · العربية$/),
  ]);
});

test('the name of a language, and the title of a survey, are marked as the language they are in', async () => {
  await changeLanguage('ar', 'standard');
  const whole = aSurvey();
  surveyTablet([whole]);
  const card = await screen.findByRole('button', { name: /English/ });
  expect(within(card).getByText('English')).toMatchObject({ lang: 'en', dir: 'ltr' });
  expect(within(card).getByText('العربية')).toMatchObject({ lang: 'ar', dir: 'rtl' });
  const title = whole.texts.find(({ language }) => language === 'ar')?.standard['title'] ?? '';
  fireEvent.click(card);
  fireEvent.click(await screen.findByRole('button', { name: /على الورق/ }));
  expect((await screen.findByRole('heading', { level: 2, name: title })).querySelector('bdi')).toMatchObject({
    lang: 'ar',
    dir: 'rtl',
  });
  for (const radio of screen.getAllByRole('radio', { name: 'English' }))
    expect(within(radio.closest('label') ?? radio).getByText('English').lang).toBe('en');
});

test('without one, it says how surveys come', async () => {
  const tablet = surveyTablet([]);
  await screen.findByText('No survey on this tablet yet');
  fireEvent.click(screen.getByRole('button', { name: 'Look for surveys now' }));
  expect(tablet.state.nudged).toBe(1);
});

test('a sheet is shown as it is printed, in the language and the second one that were chosen', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  surveyTablet();
  await choose(/Water and help/, /On paper/);
  const sheet = within((await screen.findByText('Is the tap working?')).closest('article') as HTMLElement);
  expect(sheet.queryByText('هل يعمل الصنبور؟')).toBeNull();
  const second = within(screen.getByRole('group', { name: /second language/i }));
  fireEvent.click(second.getByRole('radio', { name: 'العربية' }));
  expect((await sheet.findByText('هل يعمل الصنبور؟')).getAttribute('dir')).toBe('rtl');
  fireEvent.click(screen.getByRole('button', { name: 'Print sheets' }));
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('a draft of a version this tablet does not hold is kept, and says what to do', async () => {
  const tablet = surveyTablet();
  await choose(/Water and help/, /Hand over/);
  await toFirstQuestion();
  const [draftId] = [...tablet.kept.keys()];
  cleanup();
  tablet.state.surveys = [];
  tablet.again(`/survey/${draftId}`);
  await screen.findByText(/does not hold that version/);
  expect(tablet.kept.has(draftId ?? '')).toBe(true);
});

test('home ends what was left two hours ago, and says so; what is younger is let be', async () => {
  const tablet = surveyTablet();
  await choose(/Water and help/, /Hand over/);
  await toFirstQuestion();
  await say('Do you need help now?', 'Not now');
  await heading('Is the tap working?');
  cleanup();
  tablet.state.wallMs += 7_100_000;
  tablet.show(<LeftSurveys />);
  await new Promise((passed) => setTimeout(passed, 200));
  expect(tablet.finished).toEqual([]);
  cleanup();
  tablet.state.wallMs += 200_000;
  tablet.show(<LeftSurveys />);
  await screen.findByText(/One person did not come back for two hours/);
  expect(tablet.finished).toHaveLength(1);
});

test('an address that names nothing any more leads back to the surveys', async () => {
  surveyTablet([aSurvey()], '/survey/00000000-0000-4000-8000-000000000077');
  await screen.findByText('Which survey would you like to use?');
  await touch(/Water and help/);
});

// Last: the worker's own language comes back when the screens go.
test('languages whose words are not on this tablet are offered nowhere', async () => {
  const whole = aSurvey();
  const { surveyId, version } = whole.survey;
  const held = { ...whole, texts: whole.texts.filter(({ language }) => language === 'en') };
  await changeLanguage('ar', 'standard');
  const tablet = surveyTablet([held]);
  const card = await screen.findByRole('button', { name: /Water and help/ });
  expect(card.textContent).not.toContain('العربية');
  fireEvent.click(card);
  fireEvent.click(await screen.findByRole('button', { name: /سلّم الجهاز/ }));
  await screen.findByText('Choose your language');
  const [draft] = [...tablet.kept.values()];
  expect(draft).toMatchObject({ language: 'en', body: { surveyId, version, language: 'en' } });
  expect(screen.queryByText('العربية')).toBeNull();
});
