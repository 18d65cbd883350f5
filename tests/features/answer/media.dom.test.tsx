import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { surveyResponse } from '../../../src/domain/survey-response.ts';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { readAnswering } from '../../../src/surveys/answering.ts';
import { aQuestion, aSurvey } from '../../helpers/a-survey.ts';
import {
  choose,
  consent,
  heading,
  next,
  say,
  surveyTablet,
  toFirstQuestion,
  touch,
} from '../../helpers/survey-walk.tsx';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});
beforeEach(() => changeLanguage('en', 'standard'));

const words = { type: 'short-words', settings: { voice: true, choices: [], lines: 3 }, required: false };
const twoVoices = aSurvey({
  questions: [aQuestion('Q3', words), aQuestion('Q4', words)],
  consentAfter: [],
});
const only = <Value,>(values: Iterable<Value>): Value => {
  const [first, ...more] = values;
  if (first === undefined || more.length > 0) throw new Error('expected exactly one');
  return first;
};
const answerArea = () => within(document.querySelector('.player__answer') as HTMLElement);
const speak = async (asked: boolean) => {
  await touch('Speak your answer');
  if (!asked) fireEvent.click(await answerArea().findByRole('radio', { name: 'Yes' }));
  else {
    const start = answerArea().queryByRole('button', { name: 'Record' });
    if (start !== null) fireEvent.click(start);
  }
  fireEvent.click(await answerArea().findByRole('button', { name: 'Stop recording' }));
};
const begin = async () => {
  const tablet = surveyTablet([twoVoices]);
  await choose(/Water and help/, /Hand over/);
  await toFirstQuestion();
  await heading('What should change?');
  return tablet;
};
const mediaOf = (body: unknown, code: string) =>
  (readAnswering(body)?.answers[code]?.value as { media: string[] } | undefined)?.media ?? [];

test('a voice is recorded only after a yes, belongs to its own question, and is sealed with it', async () => {
  const tablet = await begin();
  await touch('Speak your answer');
  expect(tablet.state.recordings).toBe(0);
  fireEvent.click(await answerArea().findByRole('radio', { name: 'Yes' }));
  fireEvent.click(await answerArea().findByRole('button', { name: 'Stop recording' }));
  const { draftId } = only(tablet.kept.values());
  await waitFor(() => expect(mediaOf(tablet.kept.get(draftId)?.body, 'Q3')).toHaveLength(1));
  await next();
  await heading('Who should know?');
  // Nothing of the other question's recording stands here.
  expect(answerArea().queryByText(/Voice 1|Recording 1/)).toBeNull();
  await touch('Skip');
  await say('How was it talking to us?', 'Good');
  await say('Did you get the help you needed to answer?', 'Yes');
  await heading('Check what you said');
  await next();
  await consent(/record your voice/, 'Yes');
  await heading('Thank you');
  await next();
  await screen.findByText(/Your answers are saved/);
  const draft = only(tablet.finished);
  const body = surveyResponse.parse(draft.body);
  const held = body.answers.find(({ code }) => code === 'Q3')?.value as { media: string[] };
  expect(draft.media.map(({ id }) => id)).toEqual(held.media);
});

test('killed while it records, what was said is found again at the question it was said to', async () => {
  const tablet = await begin();
  await touch('Speak your answer');
  fireEvent.click(await answerArea().findByRole('radio', { name: 'Yes' }));
  await answerArea().findByRole('button', { name: 'Stop recording' });
  const { draftId } = only(tablet.kept.values());
  await waitFor(() => expect(mediaOf(tablet.kept.get(draftId)?.body, 'Q3')).toHaveLength(1));
  const asItWas = structuredClone(tablet.kept.get(draftId));
  expect(asItWas?.media.map(({ whole }) => whole)).toEqual([false]);
  cleanup();
  // What a dead battery leaves: the draft of that moment, and the pieces flushed so far.
  await waitFor(() => expect(tablet.state.held).toBe(0));
  if (asItWas !== undefined) tablet.kept.set(draftId, asItWas);
  tablet.again(`/survey/${draftId}`);
  await touch('Hand the tablet over again');
  await heading('What should change?');
  await answerArea().findByText(/stopped early/);
});

test('an answer taken back takes its recording with it', async () => {
  const tablet = await begin();
  await speak(false);
  const { draftId } = only(tablet.kept.values());
  await waitFor(() => expect(mediaOf(tablet.kept.get(draftId)?.body, 'Q3')).toHaveLength(1));
  await touch('Skip');
  await heading('Who should know?');
  await touch('Skip');
  await heading('How was it talking to us?');
  await touch('Stop');
  await touch('Keep what I said');
  await heading('Thank you');
  await next();
  await screen.findByText(/Your answers are saved/);
  expect(only(tablet.finished).media).toEqual([]);
  await waitFor(() => expect([...tablet.mediaBytes.keys()]).toEqual([]));
});

test('a recording is ended and kept before the cover shows', async () => {
  const tablet = await begin();
  await touch('Speak your answer');
  fireEvent.click(await answerArea().findByRole('radio', { name: 'Yes' }));
  await answerArea().findByRole('button', { name: 'Stop recording' });
  tablet.hide();
  await heading(/Who is here/);
  const { draftId } = only(tablet.kept.values());
  await waitFor(() => expect(tablet.kept.get(draftId)?.media.map(({ whole }) => whole)).toEqual([true]));
});

test('a recording that is left running hears nobody else: after five minutes it is covered, ended and kept', async () => {
  const tablet = await begin();
  await touch('Speak your answer');
  fireEvent.click(await answerArea().findByRole('radio', { name: 'Yes' }));
  await answerArea().findByRole('button', { name: 'Stop recording' });
  tablet.state.wallMs += 4 * 60_000;
  await new Promise((passed) => setTimeout(passed, 600));
  await heading('What should change?');
  tablet.state.wallMs += 61_000;
  await new Promise((passed) => setTimeout(passed, 600));
  tablet.state.wallMs += 31_000;
  await heading(/Who is here/);
  const { draftId } = only(tablet.kept.values());
  await waitFor(() => expect(tablet.kept.get(draftId)?.media.map(({ whole }) => whole)).toEqual([true]));
});
