import { describe, expect, test } from 'vitest';
import { CONSENT_VERSION, type Consent } from '../../../src/domain/consent.ts';
import { surveyResponse } from '../../../src/domain/survey-response.ts';
import { finishSheet, reopenSheet } from '../../../src/features/answer/finish-sheet.ts';
import { newerThan, offered } from '../../../src/features/load-survey.ts';
import { draftToSeal, isStale, leftBehind, STALE_MS } from '../../../src/features/survey-ending.ts';
import { answer, begin } from '../../../src/surveys/flow.ts';
import type { Draft } from '../../../src/tablet/drafts.ts';
import { aSurvey } from '../../helpers/a-survey.ts';

const loaded = aSurvey();
const { survey } = loaded;
const begun = (mode: 'hand-over' | 'paper' | 'group' | 'facilitated' = 'hand-over') =>
  begin(loaded, { mode, language: 'en', readingMode: 'standard', seed: 1 });
const told = (state: ReturnType<typeof begun>, code: string, choice: string) =>
  answer({ ...state, stage: 'questions', at: code }, survey, code, {
    outcome: 'answered',
    value: { code: choice },
    language: 'en',
    readingMode: 'standard',
  });
const consent = (use?: 'yes' | 'no'): Consent => ({
  version: CONSENT_VERSION,
  answers: use === undefined ? { talk: 'yes' } : { talk: 'yes', use },
  how: 'pictures',
  language: 'en',
  interpreted: false,
  at: '2026-11-22T10:00:00.000Z',
});
const at = '2026-11-22T10:00:00.000Z';

describe('what becomes of answers whose person left', () => {
  const said = told(begun(), 'Q1', 'later');
  test.each([
    ['agreed, and something was said', consent('yes'), said, 'keep'],
    ['agreed, and nothing was said', consent('yes'), begun(), 'nothing'],
    ['not asked yet', consent(), said, 'nothing'],
    ['never asked at all', null, said, 'nothing'],
    ['a no', consent('no'), said, 'tally'],
    ['heads counted in the round', null, told(begun('group'), 'Q1', 'later'), 'keep'],
  ] as const)('%s: %#', (_name, given, state, expected) => {
    expect(leftBehind({ consent: given }, state)).toBe(expected);
  });

  test('two hours to the minute; what the worker types waits for the worker', () => {
    const now = Date.parse(at) + STALE_MS;
    expect(isStale({ updatedAt: at }, begun(), now)).toBe(true);
    expect(isStale({ updatedAt: at }, begun(), now - 1)).toBe(false);
    // Kept while the clock was ten years ahead.
    expect(isStale({ updatedAt: at }, begun(), now - 10 * 365 * 86_400_000)).toBe(true);
    expect(isStale({ updatedAt: at }, begun(), Date.parse(at) - 60_000)).toBe(false);
    expect(isStale({ updatedAt: at }, begun('paper'), now)).toBe(false);
    expect(isStale({ updatedAt: at }, finishSheet(begun('paper'), survey), now)).toBe(true);
  });

  test('sealed where they left, they have stopped there', () => {
    const draft = { body: said, language: 'en', readingMode: 'standard', media: [] } as unknown as Draft;
    const { body } = draftToSeal(draft, { ...said, at: 'Q2' }, loaded);
    expect(surveyResponse.parse(body)).toMatchObject({ ended: 'stopped', stoppedAt: 'Q2', title: 'Water and help' });
  });
});

describe('photos and voice notes', () => {
  const spoken = answer({ ...begun(), stage: 'questions', at: 'Q3' }, survey, 'Q3', {
    outcome: 'answered',
    value: { words: '', codes: [], media: ['voice-1'] },
    language: 'en',
    readingMode: 'standard',
  });
  const draft = { media: [{ id: 'voice-1' }, { id: 'taken-back' }] } as unknown as Draft;
  const sealed = (state: typeof spoken) => draftToSeal(draft, state, loaded).media.map(({ id }) => id);

  test('one that was taken back is not sealed, however the survey ends', () => {
    expect(sealed(spoken)).toEqual(['voice-1']);
    const skipped = { outcome: 'skipped', value: null, language: 'en', readingMode: 'standard' } as const;
    expect(sealed(answer(spoken, survey, 'Q3', skipped))).toEqual([]);
  });

  test('of a child none is sealed, nor a number, also when it had begun as somebody else', () => {
    const child = { ...spoken, contact: { how: 'phone', detail: '07700 900123' }, child: true } as const;
    expect(sealed(child)).toEqual([]);
    expect(JSON.stringify(draftToSeal(draft, child, loaded).body)).not.toContain('07700');
  });
});

describe('a sheet of paper', () => {
  test('is finished as it was handed in: what stands empty counts as skipped', () => {
    const sheet = finishSheet(told(begun('paper'), 'Q2', 'no'), survey);
    expect(sheet).toMatchObject({ stage: 'done', ended: 'finished' });
    expect(Object.values(sheet.answers).map(({ code, outcome }) => [code, outcome])).toEqual([
      ['Q2', 'answered'],
      ['Q1', 'skipped'],
      ['Q3', 'skipped'],
      ['E1', 'skipped'],
      ['E2', 'skipped'],
    ]);
  });

  test('opens again with every answer', () => {
    const sheet = finishSheet(told(begun('paper'), 'Q2', 'no'), survey);
    const again = reopenSheet(sheet, survey);
    expect(again).toMatchObject({ stage: 'questions', at: 'Q1', ended: null });
    expect(again.answers).toEqual(sheet.answers);
    expect(told(again, 'Q2', 'yes').answers['Q2']?.value).toEqual({ code: 'yes' });
  });
});

describe('the versions that may be begun', () => {
  const version = (of: number, state: typeof survey.state, surveyId = 'water') => ({
    ...survey,
    surveyId,
    version: of,
    state,
  });
  test('the newest published one of each survey, and one being tried out only when it is newer', () => {
    const known = [
      version(1, 'retired'),
      version(2, 'published'),
      version(3, 'published'),
      version(4, 'pilot'),
      version(1, 'pilot', 'bus'),
      version(2, 'published', 'bus'),
      version(1, 'retired', 'old'),
      version(1, 'draft', 'new'),
    ];
    expect(offered(known).map(({ surveyId, version: of, state }) => [surveyId, of, state])).toEqual([
      ['bus', 2, 'published'],
      ['water', 3, 'published'],
      ['water', 4, 'pilot'],
    ]);
  });

  test('a draft is offered the newest published version, and a piloted one only when it is a pilot itself', () => {
    const known = [version(1, 'published'), version(2, 'published'), version(3, 'pilot')];
    expect(newerThan(known, version(1, 'retired'))?.version).toBe(2);
    expect(newerThan(known, version(2, 'published'))).toBeNull();
    expect(newerThan(known, version(2, 'pilot'))?.version).toBe(3);
  });
});
