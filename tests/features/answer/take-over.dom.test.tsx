import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { surveyResponse } from '../../../src/domain/survey-response.ts';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import {
  choose,
  heading,
  say,
  surveyTablet,
  takeBack,
  toFirstQuestion,
  touch,
  toTheEnd,
} from '../../helpers/survey-walk.tsx';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});
beforeEach(() => changeLanguage('en', 'standard'));

test('a partner who takes over in the middle is marked from there on, and what was said before stays the person’s own', async () => {
  const tablet = surveyTablet();
  await choose(/Water and help/, /Hand over/);
  await toFirstQuestion();
  await say('Do you need help now?', 'Not now');
  await heading('Is the tap working?');
  await takeBack(tablet.state.passcode);
  fireEvent.click(await screen.findByRole('button', { name: /^Whose answer:/ }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('radio', { name: 'A relative or friend spoke for them' }));
  fireEvent.click(dialog.getByRole('button', { name: 'From here on' }));
  await touch('Hand the tablet over again');
  await say('Is the tap working?', 'It is dry');
  await heading('What should change?');
  await touch('Skip');
  await toTheEnd();
  const [draft] = tablet.finished;
  const { answers } = surveyResponse.parse(draft?.body);
  expect(answers.slice(0, 3).map(({ code, voice }) => [code, voice])).toEqual([
    ['Q1', 'own'],
    ['Q2', 'proxy-family'],
    ['Q3', 'proxy-family'],
  ]);
});

test('before it was said who answers there is nothing to mark', async () => {
  const tablet = surveyTablet();
  await choose(/Water and help/, /Hand over/);
  await heading('Choose your language');
  await touch('English');
  await heading('How do you want to do this?');
  await takeBack(tablet.state.passcode);
  await screen.findByRole('button', { name: 'Hand the tablet over again' });
  expect(screen.queryByRole('button', { name: /^Whose answer:/ })).toBeNull();
});
