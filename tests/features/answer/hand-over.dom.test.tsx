import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LeftSurveys } from '../../../src/features/home/left-surveys.tsx';
import type { ImmediateNeed } from '../../../src/kinds/immediate-need/schema.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { surveyResponse } from '../../../src/domain/survey-response.ts';
import { changeLanguage, currentLanguage } from '../../../src/i18n/catalogue.ts';
import { readAnswering } from '../../../src/surveys/answering.ts';
import {
  choose,
  consent,
  heading,
  next,
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

const only = <Value,>(values: Iterable<Value>): Value => {
  const [first, ...more] = values;
  if (first === undefined || more.length > 0) throw new Error('expected exactly one');
  return first;
};
const handOver = async () => {
  const tablet = surveyTablet();
  await choose(/Water and help/, /Hand over/);
  return tablet;
};
const text = (): string => document.body.textContent ?? '';

describe('handed over', () => {
  test('answered to the end: answers and consent are one record, and the card comes at the end', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Not now');
    await say('Is the tap working?', 'It is dry');
    await heading('What should change?');
    await touch('Skip');
    await toTheEnd();

    const draft = only(tablet.finished);
    expect(draft.kind).toBe('survey-response');
    expect(draft.consent).toMatchObject({ answers: { talk: 'yes', use: 'yes', share: 'no' }, how: 'pictures' });
    const body = surveyResponse.parse(draft.body);
    expect(body).toMatchObject({ surveyId: 'water', title: 'Water and help', ended: 'finished', need: null });
    expect(body.answers.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['Q1', 'answered'],
      ['Q2', 'answered'],
      ['Q3', 'skipped'],
      ['E1', 'answered'],
      ['E2', 'answered'],
    ]);
    expect(text()).toContain('7KQ4');
    // Nothing of what was said stands beside the card.
    for (const said of ['It is dry', 'Is the tap working?']) expect(text()).not.toContain(said);
    expect([...tablet.kept.values()].filter(({ kind }) => kind === 'survey-response')).toEqual([]);
  });

  test('every answer is on the tablet before the next question shows', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Today');
    await heading('Is the tap working?');
    const kept = readAnswering(only(tablet.kept.values()).body);
    expect(kept?.at).toBe('Q2');
    expect(Object.keys(kept?.answers ?? {})).toEqual(['Q1']);
  });

  test('killed in the middle, it goes on at the same question with the same answers', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'This week');
    await heading('Is the tap working?');
    fireEvent.click(await screen.findByRole('radio', { name: 'It works' }));
    const { draftId } = only(tablet.kept.values());
    await waitFor(() => expect(readAnswering(tablet.kept.get(draftId)?.body)?.answers['Q2']).toBeDefined());
    cleanup();

    tablet.again(`/survey/${draftId}`);
    // The worker finds that somebody was answering, and not what.
    await screen.findByText(/Somebody was answering/);
    expect(text()).not.toContain('Is the tap working?');
    await touch('Hand the tablet over again');
    await heading('Is the tap working?');
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'It works' })).checked).toBe(true);
    await touch('Back');
    await heading('Do you need help now?');
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'This week' })).checked).toBe(true);
  });

  test('a no to writing down leaves a tally, and nothing of the person', async () => {
    const tablet = await handOver();
    await touch('English');
    await touch('Read');
    await next();
    await consent(/hear what you think/, 'Yes');
    await consent(/write down what you say/, 'No');
    await heading('That is fine');
    await next();
    await screen.findByText(/Nothing you said was kept/);
    expect(only(tablet.finished).consent?.answers.use).toBe('no');
    expect(text()).not.toContain('7KQ4');
  });

  test('stop asks one thing: kept, it is sealed as stopped; thrown away, nothing is left', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Not now');
    await heading('Is the tap working?');
    await touch('Stop');
    await touch('Keep what I said');
    await heading('Thank you');
    await next();
    await screen.findByText(/Your answers are saved/);
    expect(only(tablet.finished).body).toMatchObject({ ended: 'stopped', stoppedAt: 'Q2' });

    await touch('Next person');
    await toFirstQuestion();
    await say('Do you need help now?', 'Not now');
    await heading('Is the tap working?');
    await touch('Stop');
    await touch('Throw it away');
    await screen.findByText(/Nothing was kept/);
    expect(tablet.finished).toHaveLength(1);
    expect([...tablet.kept.values()]).toEqual([]);
  });

  test('who asked for help is met first: a need is begun, and shown when the worker has the tablet', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Today');
    await say('Is the tap working?', 'It is dry');
    await heading('What should change?');
    await touch('Skip');
    await toTheEnd();
    expect(text()).not.toContain('asked for help');
    const need = only(tablet.kept.values());
    expect(need.kind).toBe('immediate-need');
    expect((need.body as ImmediateNeed).urgency).toBe('today');
    await touch('Give it back');
    await takeBack(tablet.state.passcode);
    await heading('Somebody asked for help');
    const way = screen.getByRole('link', { name: 'Start a need record now' });
    expect(way.getAttribute('href')).toBe(`/capture/immediate-need/${need.draftId}`);
  });
});

describe('somebody asked for help and went', () => {
  const needs = (tablet: ReturnType<typeof surveyTablet>) =>
    [...tablet.kept.values()].filter(({ kind }) => kind === 'immediate-need');
  const askAndGo = async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Today');
    await heading('Is the tap working?');
    return tablet;
  };

  test('the next person has begun: the worker meets it as soon as they have the tablet, and once', async () => {
    const tablet = await askAndGo();
    const [first] = [...tablet.kept.keys()];
    tablet.state.wallMs += 31_000;
    await heading(/Who is here/);
    await touch('New person');
    await heading('Choose your language');
    expect(needs(tablet)).toMatchObject([{ unseen: true, body: { urgency: 'today' } }]);
    expect(text()).not.toContain('asked for help');
    await takeBack(tablet.state.passcode);
    await heading('Somebody asked for help');
    await touch(/^Later/);
    await waitFor(() => expect(needs(tablet)[0]?.unseen).toBeUndefined());
    cleanup();

    tablet.state.wallMs += 2 * 3_600_000;
    tablet.again(`/survey/${first}`);
    await screen.findByText(/What was said is kept/);
    expect(only(tablet.finished).body).toMatchObject({ need: 'today' });
    expect(needs(tablet)).toHaveLength(1);
  });

  test('it locked before the worker had it: met first after the next unlocking, at home too, until it is put off', async () => {
    const tablet = await askAndGo();
    const [first] = [...tablet.kept.keys()];
    await tablet.lock();
    cleanup();
    expect(needs(tablet)).toHaveLength(1);
    tablet.show(<LeftSurveys />);
    await screen.findByText('Somebody asked for help');
    cleanup();
    tablet.again(`/survey/${first}`);
    await heading('Somebody asked for help');
    await touch(/^Later/);
    await screen.findByText(/Somebody was answering/);
    cleanup();
    tablet.show(<LeftSurveys />);
    await new Promise((passed) => setTimeout(passed, 200));
    expect(screen.queryByText('Somebody asked for help')).toBeNull();
    expect(needs(tablet)).toHaveLength(1);
  });

  test('ended after two hours, a need is begun for it', async () => {
    const tablet = await askAndGo();
    cleanup();
    await waitFor(() => expect(needs(tablet)).toHaveLength(1));
    const draft = [...tablet.kept.values()].find(({ kind }) => kind === 'survey-response');
    // As after a flat battery: nothing was left in order.
    tablet.kept.clear();
    const { needRaised: _raised, ...whole } = draft ?? ({} as never);
    tablet.kept.set(whole.draftId, whole);
    tablet.state.wallMs += 2 * 3_600_000;
    tablet.show(<LeftSurveys />);
    await screen.findByText(/One person did not come back for two hours/);
    expect(needs(tablet)).toHaveLength(1);
  });

  test('thrown away after a need was begun, that goes too, unless the worker has met it', async () => {
    for (const met of [false, true]) {
      const tablet = await askAndGo();
      const [first] = [...tablet.kept.keys()];
      await tablet.lock();
      cleanup();
      tablet.again(`/survey/${first}`);
      await heading('Somebody asked for help');
      if (!met) {
        cleanup();
        // Opened by somebody who is quicker than the card.
        const need = needs(tablet)[0];
        if (need === undefined) throw new Error('no need was begun');
        const { unseen: _unseen, ...seen } = need;
        tablet.kept.set(need.draftId, seen);
        tablet.again(`/survey/${first}`);
        await screen.findByText(/Somebody was answering/);
        tablet.kept.set(need.draftId, need);
      } else await touch(/^Later/);
      await touch('Hand the tablet over again');
      await heading('Is the tap working?');
      await touch('Stop');
      await touch('Throw it away');
      await screen.findByText(/Nothing was kept/);
      await waitFor(() => expect(needs(tablet)).toHaveLength(met ? 1 : 0));
      cleanup();
    }
  });

  test('thrown away, nobody asked', async () => {
    const tablet = await askAndGo();
    await touch('Stop');
    await touch('Throw it away');
    await screen.findByText(/Nothing was kept/);
    // Nor when it locks on the last screen.
    await tablet.lock();
    expect([...tablet.kept.values()]).toEqual([]);
  });
});

describe('the lock in their hands', () => {
  test('nothing of the worker is on the glass, and neither Back nor another address leads to it', async () => {
    const tablet = await handOver();
    await heading('Choose your language');
    const address = location.pathname;
    expect(address).toMatch(/^\/survey\//);
    history.pushState(null, '', '/home');
    dispatchEvent(new PopStateEvent('popstate'));
    await heading('Choose your language');
    await waitFor(() => expect(location.pathname).toBe(address));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await heading('Choose your language');
    expect(screen.queryByRole('link')).toBeNull();
    expect(tablet.state.held).toBe(1);
  });

  test('it opens by holding three seconds and the passcode; another passcode leads back to the cover', async () => {
    const tablet = await handOver();
    await heading('Choose your language');
    const hold = await screen.findByRole('button', { name: /press and hold/ });
    fireEvent.pointerDown(hold);
    fireEvent.pointerUp(hold);
    await new Promise((passed) => setTimeout(passed, 3100));
    expect(screen.queryByLabelText('Your passcode')).toBeNull();

    await takeBack('000000');
    await heading(/Who is here/);
    await screen.findByText(/a different passcode/);
    await takeBack(tablet.state.passcode);
    // Nobody had begun: the worker stands before the surveys again, and nothing is left of it.
    await screen.findByText('Which survey would you like to use?');
    expect([...tablet.kept.values()]).toEqual([]);
  });

  test('one passcode too many locks it, and everything is kept', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Not now');
    await heading('Is the tap working?');
    tablet.state.passcodeFails = new Problem('wrong-passcode', { left: 0 });
    await takeBack('000000');
    await waitFor(() => expect(tablet.state.locks).toBe(1));
    expect(readAnswering(only(tablet.kept.values()).body)?.answers['Q1']).toBeDefined();
  });

  test('the language a person chose is theirs: gone with them, and the worker has their own again', async () => {
    const tablet = await handOver();
    await touch(/^العربية/);
    await heading(/كيف/);
    expect(currentLanguage().language).toBe('ar');
    cleanup();
    await waitFor(() => expect(currentLanguage().language).toBe('en'));
    expect(tablet.state.held).toBe(0);
  });
});

describe('left alone', () => {
  const leaveAlone = async (tablet: ReturnType<typeof surveyTablet>) => {
    tablet.state.wallMs += 31_000;
    await heading(/Who is here/);
  };

  test('it warns, any touch keeps the question, and then a cover says nothing of it', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await heading('Do you need help now?');
    tablet.state.wallMs += 26_000;
    await screen.findByText(/Are you still there/);
    fireEvent.pointerDown(document.body);
    await waitFor(() => expect(screen.queryByText(/Are you still there/)).toBeNull());
    await heading('Do you need help now?');
    await leaveAlone(tablet);
    expect(text()).not.toContain('Do you need help now?');
    await touch('Same person');
    await heading('Do you need help now?');
  });

  test('out of sight, it is covered at once, and the serious is one touch away', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await heading('Do you need help now?');
    tablet.hide();
    await heading(/Who is here/);
    await touch('Something serious');
    await heading('Something serious');
    await touch('Back');
    await heading(/Who is here/);
  });

  test('a new person begins afresh, and what the other agreed to keep waits for them', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Today');
    await heading('Is the tap working?');
    await leaveAlone(tablet);
    await touch('New person');
    await toFirstQuestion();
    await heading('Do you need help now?');
    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false);
    const [first, second] = [...tablet.kept.values()].filter(({ kind }) => kind === 'survey-response');
    expect(readAnswering(first?.body)?.answers['Q1']).toBeDefined();
    expect(readAnswering(second?.body)?.answers).toEqual({});
    expect(second?.consent?.answers).toEqual({ talk: 'yes', use: 'yes' });
    expect(location.pathname).toBe(`/survey/${second?.draftId}`);
  });

  test('a new person leaves nothing of somebody who had not agreed yet', async () => {
    const tablet = await handOver();
    await touch('English');
    await heading('How do you want to do this?');
    const before = only(tablet.kept.keys());
    await leaveAlone(tablet);
    await touch('New person');
    await heading('Choose your language');
    expect(only(tablet.kept.keys())).not.toBe(before);
    expect(tablet.finished).toEqual([]);
  });

  test('finished from the cover, it is kept as stopped where they agreed', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Not now');
    await heading('Is the tap working?');
    await leaveAlone(tablet);
    await touch('Finish here');
    await screen.findByText(/Your answers are saved/);
    expect(only(tablet.finished).body).toMatchObject({ ended: 'stopped', stoppedAt: 'Q2' });
  });

  test('a cover that nobody touches locks, with the answers kept', async () => {
    const tablet = await handOver();
    await toFirstQuestion();
    await say('Do you need help now?', 'Not now');
    await heading('Is the tap working?');
    await leaveAlone(tablet);
    tablet.state.wallMs += 590_000;
    await new Promise((passed) => setTimeout(passed, 1200));
    expect(tablet.state.locks).toBe(0);
    tablet.state.wallMs += 20_000;
    await waitFor(() => expect(tablet.state.locks).toBe(1));
    expect(readAnswering(only(tablet.kept.values()).body)?.answers['Q1']).toBeDefined();
  });
});

describe('not taken up again for two hours', () => {
  const TWO_HOURS = 2 * 3_600_000;
  const walkOff = async (agree: boolean) => {
    const tablet = await handOver();
    if (agree) {
      await toFirstQuestion();
      await say('Do you need help now?', 'Not now');
      await heading('Is the tap working?');
    } else {
      await touch('English');
      await heading('How do you want to do this?');
    }
    const { draftId } = only(tablet.kept.values());
    cleanup();
    tablet.state.wallMs += TWO_HOURS;
    return { tablet, draftId };
  };

  test('it is sealed as stopped when it is opened, and the worker is told', async () => {
    const { tablet, draftId } = await walkOff(true);
    tablet.again(`/survey/${draftId}`);
    await screen.findByText(/Nobody came back to this for two hours\. What was said is kept/);
    expect(only(tablet.finished).body).toMatchObject({ ended: 'stopped', stoppedAt: 'Q2' });
  });

  test('without a yes nothing is kept, and the list of surveys says so', async () => {
    const { tablet } = await walkOff(false);
    tablet.again('/surveys');
    await screen.findByText(/One person left before agreeing/);
    expect(tablet.finished).toEqual([]);
    expect([...tablet.kept.keys()]).toEqual([]);
  });

  test('a minute earlier nothing is ended', async () => {
    const { tablet } = await walkOff(true);
    tablet.state.wallMs -= 60_000;
    tablet.again('/surveys');
    await screen.findByText('Which survey would you like to use?');
    expect(tablet.finished).toEqual([]);
  });
});
