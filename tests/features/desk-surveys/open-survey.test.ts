import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memorySurveyClient, noSurveys, type MemorySurveys } from '../../../src/adapters/memory/survey-client.ts';
import { Problem, type ProblemCode } from '../../../src/domain/problems.ts';
import {
  changeQuestion,
  copyQuestion,
  moveQuestion,
  removeQuestion,
} from '../../../src/features/desk/surveys/edits.ts';
import { merge } from '../../../src/features/desk/surveys/merge.ts';
import { openSurveyStore, type OpenSurveyStore } from '../../../src/features/desk/surveys/open-survey.ts';
import { setWords, wordsIn } from '../../../src/features/desk/surveys/text-edits.ts';
import type { LoadedSurvey } from '../../../src/surveys/answering.ts';
import { aDoc } from './a-doc.ts';

const write = (key: string, words: string) => (doc: LoadedSurvey) => setWords(doc, 'en', 'standard', key, words);
const read = (doc: LoadedSurvey, key: string): string => wordsIn(doc, 'en', 'standard', key);

describe('two people at one survey', () => {
  const base = aDoc();

  test('what each changed alone stays as each left it', () => {
    const mine = changeQuestion(write('title', 'Our water')(base), 'A1', { quick: true });
    const theirs = moveQuestion(write('A2.o.tap', 'Close')(base), 'A1', 1);
    const { doc, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(read(doc, 'title')).toBe('Our water');
    expect(read(doc, 'A2.o.tap')).toBe('Close');
    expect(doc.survey.questions.map(({ code, quick }) => `${code} ${quick}`)).toEqual(['A2 false', 'A1 true']);
  });

  test('the same change by both is no clash; two different ones are told, and mine stands until somebody chooses', () => {
    const mine = write('title', 'Ours')(write('purpose', 'Because.')(base));
    const theirs = write('title', 'Theirs')(write('purpose', 'Because.')(base));
    const { doc, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([{ path: 'words/en/standard/title', mine: 'Ours', theirs: 'Theirs' }]);
    expect(read(doc, 'title')).toBe('Ours');
  });

  test('questions added by both are both there, each where it was put', () => {
    const [mine] = copyQuestion(base, 'A1');
    const theirs = {
      ...base,
      survey: {
        ...base.survey,
        questions: base.survey.questions.flatMap((one) => (one.code === 'A2' ? [one, { ...one, code: 'B1' }] : [one])),
      },
    };
    expect(merge(base, mine, theirs).doc.survey.questions.map(({ code }) => code)).toEqual(['A1', 'Q3', 'A2', 'B1']);
  });

  test('a question that one took out and the other was writing stays, with what was written', () => {
    const theirs = removeQuestion(base, 'A2');
    const mine = write('A2.ask', 'Is it far away?')(base);
    const { doc } = merge(base, mine, theirs);
    expect(doc.survey.questions.map(({ code }) => code)).toEqual(['A1', 'A2']);
    expect(read(doc, 'A2.ask')).toBe('Is it far away?');
    // Taken out by one and left alone by the other, it goes.
    expect(merge(base, base, theirs).doc.survey.questions.map(({ code }) => code)).toEqual(['A1']);
  });

  test('fields this version knows nothing of come through', () => {
    const [first, ...rest] = base.survey.questions;
    const later = { ...first, later: { any: 'thing' } } as unknown as NonNullable<typeof first>;
    const theirs = { ...base, survey: { ...base.survey, questions: [later, ...rest] } };
    expect(merge(base, write('title', 'x')(base), theirs).doc.survey.questions[0]).toMatchObject({
      later: { any: 'thing' },
    });
  });
});

describe('keeping what is made', () => {
  let state: MemorySurveys;
  let failing: ProblemCode | null;
  let store: OpenSurveyStore;
  const saved = () => ({ survey: state.open[0]?.survey, texts: state.open[0]?.texts ?? [] }) as LoadedSurvey;
  const client = (me: string) =>
    memorySurveyClient(
      state,
      async (_name, make) => {
        await Promise.resolve();
        if (failing !== null) throw new Problem(failing);
        return structuredClone(make());
      },
      () => me,
    );

  beforeEach(async () => {
    vi.useFakeTimers();
    failing = null;
    const { survey, texts } = aDoc();
    state = {
      ...noSurveys(),
      open: [
        { survey, texts: [...texts], rev: 1, used: false, changedAt: '2026-11-22T09:00:00.000Z', changedBy: 'Ada' },
      ],
    };
    store = openSurveyStore(client('Ada'), await client('Ada').survey('water', 1));
  });
  afterEach(() => {
    store.close();
    vi.useRealTimers();
  });

  test('is done by itself, once for a burst of changes', async () => {
    store.edit(write('title', 'W'), { what: 'wrote' });
    store.edit(write('title', 'Wa'), { what: 'wrote' });
    expect(store.state().keeping).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.state().keeping).toBe('kept');
    expect(read(saved(), 'title')).toBe('Wa');
    expect(state.open[0]?.rev).toBe(2);
  });

  test('a silent server loses nothing: it is sent when it answers again', async () => {
    failing = 'unreachable';
    store.edit(write('title', 'Kept'), { what: 'wrote' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.state().keeping).toBe('not-kept');
    expect(store.state().problem?.code).toBe('unreachable');
    failing = null;
    await vi.advanceTimersByTimeAsync(6000);
    expect(store.state().keeping).toBe('kept');
    expect(read(saved(), 'title')).toBe('Kept');
  });

  test('undo is kept too', async () => {
    store.edit((doc) => removeQuestion(doc, 'A2'), { what: 'removed' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved().survey.questions.length).toBe(1);
    expect(store.undo()?.what).toBe('removed');
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved()).toEqual(aDoc());
  });

  test('the second of two is told, and both changes are there', async () => {
    const other = openSurveyStore(client('Ben'), await client('Ben').survey('water', 1));
    other.edit(write('A1.o.tap', 'The tap'), { what: 'wrote' });
    await vi.advanceTimersByTimeAsync(2000);
    store.edit(write('title', 'Our water'), { what: 'wrote' });
    await vi.advanceTimersByTimeAsync(4000);
    expect(store.state()).toMatchObject({ alsoBy: 'Ben', clashes: [], keeping: 'kept' });
    expect(read(saved(), 'title')).toBe('Our water');
    expect(read(saved(), 'A1.o.tap')).toBe('The tap');
    other.close();
  });

  test('two versions of the same words wait for somebody to choose, and nothing is sent before', async () => {
    const other = openSurveyStore(client('Ben'), await client('Ben').survey('water', 1));
    other.edit(write('title', 'Theirs'), { what: 'wrote' });
    await vi.advanceTimersByTimeAsync(2000);
    store.edit(write('title', 'Mine'), { what: 'wrote' });
    await vi.advanceTimersByTimeAsync(20_000);
    const [clash] = store.state().clashes;
    expect(clash).toMatchObject({ mine: 'Mine', theirs: 'Theirs' });
    expect(read(saved(), 'title')).toBe('Theirs');
    if (clash !== undefined) store.settle(clash, 'mine');
    await vi.advanceTimersByTimeAsync(2000);
    expect(read(saved(), 'title')).toBe('Mine');
    other.close();
  });

  test('a version that was used meanwhile is only looked at from then on', async () => {
    state.open = state.open.map((one) => ({ ...one, used: true }));
    store.edit(write('title', 'Too late'), { what: 'wrote' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.state().readOnly).toBe(true);
    expect(store.state().problem?.code).toBe('survey-used');
    // What was written stays on the page.
    expect(read(store.state().history.now, 'title')).toBe('Too late');
  });

  test('publishing sends what waits first', async () => {
    store.edit(write('title', 'Last word'), { what: 'wrote' });
    const { done } = await store.changeState('published');
    expect(done).toBe(true);
    expect(read(saved(), 'title')).toBe('Last word');
    expect(store.state().readOnly).toBe(true);
  });
});
