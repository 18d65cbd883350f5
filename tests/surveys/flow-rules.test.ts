import { describe, expect, test } from 'vitest';
import type { Survey } from '../../src/domain/survey.ts';
import type { Answering } from '../../src/surveys/answering.ts';
import {
  answer,
  back,
  begin,
  change,
  forward,
  markVoice,
  order,
  progress,
  questionsOf,
  setVoice,
  stop,
  switchLanguage,
} from '../../src/surveys/flow.ts';
import { planMove } from '../../src/surveys/move.ts';
import { readQuestion } from '../../src/surveys/read-question.ts';
import { toResponse } from '../../src/surveys/response.ts';
import { layersAfter, stagesOf } from '../../src/surveys/stages.ts';
import { chooseOne, chooseSome, ownWords, sortPiles, starter } from '../../src/surveys/starter/build.ts';
import { gettingToSeeADoctor } from '../../src/surveys/starter/getting-to-see-a-doctor.ts';
import { whatMattersHere } from '../../src/surveys/starter/what-matters-here.ts';

const survey = gettingToSeeADoctor;
const EN = { language: 'en', readingMode: 'standard' } as const;
const said = (value: unknown) => ({ outcome: 'answered' as const, value, ...EN });
const skip = { outcome: 'skipped' as const, value: null, ...EN };
const handOver = (of: Survey = survey): Answering => begin({ survey: of }, { mode: 'hand-over', seed: 3, ...EN });

/** On to a stage, skipping whatever wants something. */
function upTo(stage: string, from: Answering, of: Survey = survey): Answering {
  let state = from;
  for (let step = 0; step < 100 && state.stage !== stage; step += 1) {
    const way = forward(state, of);
    state = way.needs === 'answer' ? answer(state, of, state.at ?? '', skip) : way.state;
  }
  return state;
}

test('hand-over goes from the language to the thanks, and back to the first screen and no further', () => {
  const seen: string[] = [];
  let state = handOver();
  while (state.stage !== 'done') {
    if (seen.at(-1) !== state.stage) seen.push(state.stage);
    state = upTo(stagesOf(state, survey)[stagesOf(state, survey).indexOf(state.stage) + 1] ?? 'done', state);
  }
  expect(seen).toEqual([
    'language',
    'how',
    'purpose',
    'consent',
    'who',
    'practice',
    'questions',
    'evaluation',
    'check',
    'consent-after',
    'about-you',
  ]);
  expect(state.ended).toBe('finished');
  expect(back(handOver(), survey)).toEqual(handOver());
  expect(back(state, survey)).toBe(state);
});

test('one minute asks the quick questions alone; a group is not asked about one person', () => {
  const quick = begin({ survey }, { mode: 'one-minute', seed: 1, ...EN });
  expect(questionsOf(survey, upTo('questions', quick)).map(({ code }) => code)).toEqual(['D2', 'D4', 'D8']);
  expect(stagesOf(quick, survey)).toEqual(['language', 'how', 'consent', 'questions', 'done']);
  expect(stagesOf(begin({ survey }, { mode: 'group', seed: 1, ...EN }), survey)).not.toContain('about-you');
});

test('a required question wants an answer, "not sure" or "skip"; words want nothing', () => {
  const first = upTo('questions', handOver());
  expect(first.at).toBe('D1');
  const second = forward(first, survey).state;
  expect(second.at).toBe('D2');
  expect(forward(second, survey)).toEqual({ state: second, needs: 'answer' });
  expect(forward(answer(second, survey, 'D2', skip), survey).state.at).toBe('D3');
  expect(forward(answer(second, survey, 'D2', { ...skip, outcome: 'not-sure' }), survey).state.at).toBe('D3');
  const tooMany = answer({ ...second, at: 'D5' }, survey, 'D5', said({ codes: ['phone', 'forms', 'papers', 'staff'] }));
  expect(forward(tooMany, survey)).toEqual({ state: tooMany, shortfall: { reason: 'too-many', limit: 3 } });
});

test('the practice question and unknown ones leave no trace; clearing takes an answer back', () => {
  const state = handOver();
  expect(answer(state, survey, 'practice', said({ code: 'yes' }))).toBe(state);
  expect(answer(state, survey, 'Z9', said({ code: 'yes' }))).toBe(state);
  const given = answer(state, survey, 'D3', said({ code: 'yes' }));
  expect(answer(given, survey, 'D3', { ...said(null), outcome: null })).toEqual(state);
});

test('an answer keeps its language, layer, voice and the order it was shown in', () => {
  let state = switchLanguage(setVoice(handOver(), 'interpreted'), {
    language: 'ar',
    readingMode: 'easy',
    listen: true,
  });
  state = answer(state, survey, 'D5', { ...said({ codes: ['far'] }), language: 'ar', readingMode: 'easy' });
  const given = state.answers['D5'];
  expect(given).toMatchObject({ voice: 'interpreted', language: 'ar', readingMode: 'easy' });
  expect(given?.shown).toEqual(order(survey.questions.find(({ code }) => code === 'D5') ?? survey.questions[0]!, 3));
  expect(given?.shown?.at(-1)).toBe('nothing');
  expect(state).toMatchObject({ language: 'ar', languages: ['en', 'ar'], listen: true });
  expect(markVoice(state, 'D5', 'own').answers['D5']?.voice).toBe('own');
  expect(markVoice(state, 'all', 'proxy-family')).toMatchObject({
    voice: 'proxy-family',
    answers: { D5: { voice: 'proxy-family' } },
  });
});

test('who answers, put right later, is put right for what was said; a mark of its own stays', () => {
  let state = answer(handOver(), survey, 'D3', said({ code: 'yes' }));
  state = markVoice(answer(state, survey, 'D5', said({ codes: ['far'] })), 'D5', 'interpreted');
  state = setVoice(state, 'proxy-family');
  expect(state.answers['D3']?.voice).toBe('proxy-family');
  expect(state.answers['D5']?.voice).toBe('interpreted');
  expect(answer(state, survey, 'D3', said({ code: 'no' })).answers['D3']?.voice).toBe('proxy-family');
});

test('from the check to one answer and straight back: what was passed by "Next" alone is not asked again', () => {
  const of = starter('free', [
    chooseOne('A', { yes: 'yes', no: 'no' }),
    ownWords('B', 'talk-step'),
    chooseOne('C', { yes: 'yes', no: 'no' }),
  ]);
  let state = upTo('check', handOver(of), of);
  expect(state.answers['B']).toBeUndefined();
  state = answer(change(state, of, 'A'), of, 'A', said({ code: 'no' }));
  expect(forward(state, of).state).toMatchObject({ stage: 'check', at: null });
});

test('from the check to one answer and back, by way of a question that it opens', () => {
  const A = chooseOne('A', { yes: 'yes', no: 'no' });
  const more = {
    ...chooseOne('B', { x: 'yes', y: 'no' }),
    required: false,
    showIf: { match: 'all' as const, conditions: [{ question: 'A', is: 'one-of' as const, marks: ['no'] }] },
  };
  const of = starter('chain', [A, more, chooseOne('C', { x: 'yes', y: 'no' })]);
  let state = upTo('questions', handOver(of), of);
  state = upTo('check', answer(state, of, 'A', said({ code: 'yes' })), of);
  expect(change(state, of, 'B')).toBe(state);
  state = change(state, of, 'A');
  expect(state).toMatchObject({ stage: 'questions', at: 'A' });
  expect(back(state, of).stage).toBe('check');
  state = forward(answer(state, of, 'A', said({ code: 'no' })), of).state;
  expect(state).toMatchObject({ stage: 'questions', at: 'B' });
  state = forward(answer(state, of, 'B', said({ code: 'x' })), of).state;
  expect(state.stage).toBe('check');
  expect(state.fromCheck).toBeUndefined();
  // Hidden again: kept, and not counted.
  state = answer(state, of, 'A', said({ code: 'yes' }));
  expect(toResponse(state, of, 'T').answers.at(-1)).toMatchObject({ code: 'B', offPath: true, value: { code: 'x' } });
});

describe('stopping', () => {
  const asked = answer(upTo('questions', handOver()), survey, 'D2', said({ code: 'today' }));

  test('keeps what was said, asks nothing more, and is not taken back by anything', () => {
    const stopped = stop({ ...asked, at: 'D4' }, survey);
    expect(stopped).toMatchObject({ stage: 'done', ended: 'stopped', stoppedAt: 'D4' });
    expect(toResponse(stopped, survey, 'T')).toMatchObject({ ended: 'stopped', stoppedAt: 'D4', need: 'today' });
    for (const after of [forward(stopped, survey).state, back(stopped, survey), stop(stopped, survey)])
      expect(after).toEqual(stopped);
  });

  test('before the first answer ends at once, and after the last question is to finish', () => {
    expect(stop(handOver(), survey)).toMatchObject({ stage: 'done', ended: 'stopped', stoppedAt: null });
    expect(stop(upTo('check', asked), survey)).toMatchObject({ stage: 'done', ended: 'finished' });
  });
});

test('voice and photo consent come with a recording, the rest as the survey wants', () => {
  const state = handOver();
  expect(layersAfter(state, survey)).toEqual(['share', 'hear-back']);
  const spoke = answer(state, survey, 'D1', said({ words: '', codes: [], media: ['note-1'] }));
  expect(layersAfter(spoke, survey, ['voice'])).toEqual(['share', 'voice', 'hear-back']);
});

test('W3 offers the cards that matter a lot, all of them when none does, and what was already chosen', () => {
  const of = whatMattersHere;
  const cards = (state: Answering) => {
    const w3 = questionsOf(of, { ...state, stage: 'questions' }).find(({ code }) => code === 'W3');
    return w3 === undefined ? [] : (readQuestion(w3)?.choices.map(({ code }) => code) ?? []);
  };
  let state = handOver(of);
  expect(cards(state)).toHaveLength(12);
  state = answer(state, of, 'W2', said({ sorted: { home: 'lot', money: 'lot', work: 'bit', food: 'no' } }));
  expect(cards(state)).toEqual(['home', 'money']);
  state = answer(state, of, 'W3', said({ codes: ['money'] }));
  state = answer(state, of, 'W2', said({ sorted: { home: 'lot', money: 'no' } }));
  expect(cards(state)).toEqual(['home', 'money']);
  expect(forward({ ...state, stage: 'questions', at: 'W3' }, of).shortfall).toBeUndefined();
  state = answer(state, of, 'W2', said({ sorted: { home: 'no' } }));
  expect(cards(state)).toHaveLength(12);
});

test('a need is the sooner of two, of a group too, and never of an answer no longer asked', () => {
  const of = starter('n', [
    { ...chooseOne('A', { today: 'today', later: 'later' }), need: { today: 'today' } },
    { ...chooseSome('B', { week: 'this-week', fine: 'yes' }, { most: null, mixed: false }), need: { week: 'week' } },
  ]);
  const week = answer(handOver(of), of, 'B', said({ codes: ['week', 'fine'] }));
  expect(toResponse(week, of, 'T').need).toBe('week');
  expect(toResponse(answer(week, of, 'A', said({ code: 'today' })), of, 'T').need).toBe('today');
  const group = answer(handOver(of), of, 'A', {
    ...EN,
    outcome: 'heads',
    value: { first: { today: 2, later: 9 }, again: null },
  });
  expect(toResponse(group, of, 'T').need).toBe('today');
});

test('the languages of a record are those that were answered in, the one it ended in last', () => {
  const to = (state: Answering, language: string) => switchLanguage(state, { language, readingMode: 'standard' });
  let state = to(to(handOver(), 'pl'), 'ar');
  state = answer(state, survey, 'D3', { ...said({ code: 'yes' }), language: 'ar' });
  state = answer(to(state, 'so'), survey, 'D4', { ...said({ code: 'soon' }), language: 'so' });
  expect(toResponse(to(state, 'ar'), survey, 'T').languages).toEqual(['so', 'ar']);
  expect(toResponse(to(state, 'en'), survey, 'T').languages).toEqual(['ar', 'so', 'en']);
});

test('progress counts what is asked now', () => {
  const state = upTo('questions', handOver());
  expect(progress(state, survey)).toEqual({ at: 1, of: 10 });
  expect(progress(handOver(), survey)).toEqual({ at: 0, of: 0 });
});

test('a question of a type this version does not know holds nobody up', () => {
  const of = starter('new', [
    { ...chooseOne('A', { x: 'yes' }), type: 'hologram' },
    chooseOne('B', { x: 'yes', y: 'no' }),
  ]);
  const state = upTo('questions', handOver(of), of);
  expect(state.at).toBe('A');
  expect(forward(state, of).state.at).toBe('B');
});

describe('moving to a newer version', () => {
  const one = starter('m', [
    chooseOne('A', { yes: 'yes', no: 'no' }),
    chooseOne('B', { x: 'yes', y: 'no' }),
    chooseOne('C', { x: 'yes', y: 'no' }),
    ownWords('D', 'talk-step'),
    sortPiles('P', { home: 'home', work: 'work' }),
  ]);
  const two: Survey = {
    ...one,
    version: 2,
    questions: [
      chooseOne('C', { y: 'no', z: 'yes' }),
      chooseOne('A', { yes: 'yes', no: 'no' }),
      chooseOne('D', { yes: 'yes', no: 'no' }),
      chooseOne('N', { yes: 'yes', no: 'no' }),
      sortPiles('P', { home: 'home', work: 'work' }),
    ],
  };
  let state = begin({ survey: one }, { mode: 'paper', seed: 1, ...EN });
  state = answer(state, one, 'A', said({ code: 'yes' }));
  state = answer(state, one, 'B', said({ code: 'x' }));
  state = answer(state, one, 'C', said({ code: 'x' }));
  state = answer(state, one, 'D', said({ words: 'no bus', codes: [], media: [] }));
  state = answer(state, one, 'P', said({ sorted: { home: 'lot' } }));
  state = answer(state, one, 'E1', said({ code: 'good' }));
  const plan = planMove({ ...state, at: 'B' }, one, two);

  test('says of every answer what becomes of it', () => {
    expect(plan.answers.map(({ code, fate, why }) => [code, fate, why])).toEqual([
      ['A', 'moved', null],
      ['P', 'kept', null],
      ['E1', 'kept', null],
      ['B', 'unplaced', 'question-gone'],
      ['C', 'unplaced', 'choice-gone'],
      ['D', 'unplaced', 'type-changed'],
    ]);
  });

  test('stands at the next question that is still asked, and drops nothing from the record', () => {
    expect(plan.state).toMatchObject({ version: 2, at: 'C' });
    const { answers } = toResponse(plan.state, two, 'T');
    expect(answers.map(({ code, offPath }) => [code, offPath ?? false])).toEqual([
      ['A', false],
      ['P', false],
      ['E1', false],
      ['B', true],
      ['C', true],
      ['D', true],
    ]);
    expect(answers.at(-1)?.value).toEqual({ words: 'no bus', codes: [], media: [] });
  });

  test('puts an answer back when a later version has a place for it again', () => {
    const three = { ...one, version: 3 };
    const again = planMove(plan.state, two, three);
    expect(again.answers.filter(({ fate }) => fate === 'unplaced')).toEqual([]);
    expect(again.state.unplaced).toBeUndefined();
    expect(again.state.answers['D']?.value).toEqual({ words: 'no bus', codes: [], media: [] });
    // What was said since has the place, and the older answer stays beside it.
    const since = answer(plan.state, two, 'C', said({ code: 'y' }));
    const kept = planMove(since, two, three);
    expect(kept.state.answers['C']?.value).toEqual({ code: 'y' });
    expect(kept.state.unplaced?.map(({ code, value }) => [code, value])).toEqual([['C', { code: 'x' }]]);
  });
});
