import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { surveyResponse } from '../../../src/domain/survey-response.ts';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { readAnswering } from '../../../src/surveys/answering.ts';
import { aQuestion, aSurvey } from '../../helpers/a-survey.ts';
import { choose, consent, heading, next, say, surveyTablet, touch } from '../../helpers/survey-walk.tsx';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});
beforeEach(() => changeLanguage('en', 'standard'));

const only = <Value,>(values: Iterable<Value>): Value => {
  const [first, ...more] = values;
  if (first === undefined || more.length > 0) throw new Error('expected exactly one');
  return first;
};

describe('read out together', () => {
  const begin = async () => {
    const tablet = surveyTablet();
    await choose(/Water and help/, /Read out together/);
    await heading('Water and help');
    await next();
    await consent(/hear what you think/, 'Yes');
    await consent(/write down what you say/, 'Yes');
    await heading('Who is answering?');
    await touch('Me');
    await heading('Do you need help now?');
    return tablet;
  };
  const mark = async (voice: string, which: RegExp) => {
    await touch(/Whose answer:/);
    fireEvent.click(await screen.findByRole('radio', { name: voice }));
    await touch(which);
  };

  test('one answer can be somebody else’s, before it is given; the others stay as they are', async () => {
    const tablet = await begin();
    await mark('A relative or friend spoke for them', /^This question$/);
    await say('Do you need help now?', 'Not now');
    await say('Is the tap working?', 'It works');
    await heading('What should change?');
    const state = readAnswering(only(tablet.kept.values()).body);
    expect(state?.answers['Q1']?.voice).toBe('proxy-family');
    expect(state?.answers['Q2']?.voice).toBe('own');
  });

  test('all so far and from now on can be marked at once', async () => {
    const tablet = await begin();
    await say('Do you need help now?', 'Not now');
    await heading('Is the tap working?');
    await mark('Through an interpreter', /^All so far/);
    await say('Is the tap working?', 'It works');
    await heading('What should change?');
    const state = readAnswering(only(tablet.kept.values()).body);
    expect([state?.voice, state?.answers['Q1']?.voice, state?.answers['Q2']?.voice]).toEqual([
      'interpreted',
      'interpreted',
      'interpreted',
    ]);
  });

  test('opened again it stands at the same question, without a hand-over', async () => {
    const tablet = await begin();
    await say('Do you need help now?', 'Not now');
    await heading('Is the tap working?');
    const { draftId } = only(tablet.kept.values());
    cleanup();
    tablet.again(`/survey/${draftId}`);
    await heading('Is the tap working?');
  });

  test('left before anything was said, nothing stays behind', async () => {
    const tablet = surveyTablet();
    await choose(/Water and help/, /Read out together/);
    await heading('Water and help');
    cleanup();
    await waitFor(() => expect([...tablet.kept.values()]).toEqual([]));
  });
});

describe('counted in a group', () => {
  test('heads are counted per picture, twice where they vote again, and nobody is named', async () => {
    const tablet = surveyTablet();
    await choose(/Water and help/, /Count in a group/);
    await heading('How many people are here?');
    for (let more = 0; more < 3; more += 1) await touch('One person more');
    await next();
    await heading('Water and help');
    await next();
    await consent(/hear what you think/, 'Yes');
    await consent(/write down what you say/, 'Yes');
    await heading('Do you need help now?');
    fireEvent.click(screen.getByRole('button', { name: /more.*Not now/i }));
    await next();
    await heading('Is the tap working?');
    const dry = screen.getByRole('button', { name: /more.*It is dry/i });
    fireEvent.click(dry);
    fireEvent.click(await screen.findByRole('button', { name: /more.*It is dry/i }));
    await touch(/vote again|Vote again/);
    const again = within(screen.getAllByRole('region').at(-1) as HTMLElement);
    fireEvent.click(again.getByRole('button', { name: /more.*It works/i }));
    await next();
    await heading('What should change?');
    const state = readAnswering(only(tablet.kept.values()).body);
    expect(state?.people).toBe(5);
    expect(state?.answers['Q2']).toMatchObject({
      outcome: 'heads',
      value: { first: { no: 2 }, again: { yes: 1 } },
    });
  });
});

describe('in a minute', () => {
  test('the quick questions alone, and at once the next person, counted', async () => {
    const tablet = surveyTablet();
    await choose(/Water and help/, /One minute/);
    for (let person = 1; person <= 2; person += 1) {
      await heading('Choose your language');
      await touch('English');
      await heading('How do you want to do this?');
      await touch('Read');
      await consent(/hear what you think/, 'Yes');
      await consent(/write down what you say/, 'Yes');
      await say('Do you need help now?', 'Not now');
      await heading('Thank you');
      await next();
      await screen.findByText(person === 1 ? '1 person so far' : '2 people so far');
      await touch('Next person');
    }
    await heading('Choose your language');
    expect(tablet.finished.map(({ body }) => surveyResponse.parse(body).answers.map(({ code }) => code))).toEqual([
      ['Q1'],
      ['Q1'],
    ]);
  });

  test('is not offered where no question is quick, nor heads where none can be counted', async () => {
    const survey = aSurvey({
      questions: [aQuestion('Q3', { type: 'short-words', settings: { voice: true, choices: [], lines: 3 } })],
    });
    surveyTablet([survey]);
    await touch(/Water and help/);
    await screen.findByRole('button', { name: /Hand over/ });
    expect(screen.queryByRole('button', { name: /One minute/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Count in a group/ })).toBeNull();
  });
});

describe('typed in from paper', () => {
  const row = (name: RegExp) => screen.findByLabelText<HTMLInputElement>(name);
  const type = async (name: RegExp, text: string) => {
    const box = await row(name);
    box.focus();
    fireEvent.input(box, { target: { value: text } });
    fireEvent.keyDown(box, { key: 'Enter' });
  };
  const begin = async () => {
    const tablet = surveyTablet();
    await choose(/Water and help/, /On paper/);
    await touch('Type in sheets');
    await row(/Do you need help now/);
    return tablet;
  };

  test('numbers and Enter, a sheet a record; the last one can be taken back until the work is done', async () => {
    const tablet = await begin();
    await type(/Do you need help now/, '3');
    expect(document.activeElement).toBe(await row(/Is the tap working/));
    await type(/Is the tap working/, '2');
    await type(/What should change/, 'A new pump');
    await touch('Save this sheet');
    await screen.findByText('1 sheet saved');
    expect(tablet.finished).toEqual([]);

    await type(/Do you need help now/, '1');
    await touch('Save this sheet');
    await screen.findByText('2 sheets saved');
    expect(tablet.finished).toHaveLength(1);
    await touch('Take back the last sheet');
    await screen.findByText('1 sheet saved');
    await waitFor(async () => expect((await row(/Do you need help now/)).value).toBe('1'));
    await type(/Do you need help now/, '2');
    await touch('All done');
    // A sheet that asks for help is not only counted.
    await heading('Somebody asked for help');
    expect(only(tablet.kept.values())).toMatchObject({ kind: 'immediate-need', body: { urgency: 'this-week' } });
    await touch(/^Later/);
    await screen.findByText('Which survey would you like to use?');
    expect(only(tablet.kept.values()).unseen).toBeUndefined();

    const bodies = tablet.finished.map(({ body }) => surveyResponse.parse(body));
    expect(bodies.map(({ mode, ended }) => [mode, ended])).toEqual([
      ['paper', 'finished'],
      ['paper', 'finished'],
    ]);
    expect(bodies[0]?.answers.slice(0, 3).map(({ value }) => value)).toEqual([
      { code: 'later' },
      { code: 'no' },
      { words: 'A new pump', codes: [], media: [] },
    ]);
    expect(bodies[1]?.answers[0]?.value).toEqual({ code: 'week' });
    expect([...tablet.kept.values()].filter(({ kind }) => kind === 'survey-response')).toEqual([]);
  });

  test('a number that is not printed is said, and is no answer', async () => {
    const tablet = await begin();
    await type(/Do you need help now/, '3');
    await type(/Do you need help now/, '9');
    await screen.findByText(/There is no such number here/);
    await waitFor(() => expect(readAnswering(only(tablet.kept.values()).body)?.answers['Q1']).toBeUndefined());
  });
});

describe('a newer version of the survey', () => {
  test('shows what becomes of each answer, moves on demand, and drops none', async () => {
    const tablet = surveyTablet();
    await choose(/Water and help/, /Read out together/);
    await heading('Water and help');
    await next();
    await consent(/hear what you think/, 'Yes');
    await consent(/write down what you say/, 'Yes');
    await touch('Me');
    await say('Do you need help now?', 'Not now');
    await say('Is the tap working?', 'It works');
    await heading('What should change?');
    const { draftId } = only(tablet.kept.values());
    cleanup();
    const [first] = tablet.state.surveys;
    if (first === undefined) throw new Error('there is no survey');
    const newer = aSurvey({ version: 2, questions: first.survey.questions.filter(({ code }) => code !== 'Q2') });
    tablet.state.surveys = [first, newer];
    tablet.again(`/survey/${draftId}`);
    await touch('See what would happen');
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      expect.stringContaining('Do you need help now?Kept'),
      expect.stringMatching(/Is the tap working\?No place.*no longer asked/),
    ]);
    expect(document.body.textContent).not.toContain('It works');
    await touch('Move to version 2');
    await touch('Go on with the survey');
    await heading('What should change?');
    const state = readAnswering(tablet.kept.get(draftId)?.body);
    expect(state?.version).toBe(2);
    expect(Object.keys(state?.answers ?? {})).toEqual(['Q1']);
    expect(state?.unplaced?.map(({ code }) => code)).toEqual(['Q2']);
  });
});
