import { describe, expect, test } from 'vitest';
import { coverageOf, picturesMissing } from '../../../src/features/desk/surveys/coverage.ts';
import {
  addLanguage,
  addQuestion,
  changeSettings,
  copyQuestion,
  moveQuestion,
  removeLanguage,
  removeQuestion,
  renameQuestion,
} from '../../../src/features/desk/surveys/edits.ts';
import { startHistory, step, undo } from '../../../src/features/desk/surveys/history.ts';
import { idFromTitle } from '../../../src/features/desk/surveys/survey-id.ts';
import { setClip, setWords, wordsIn } from '../../../src/features/desk/surveys/text-edits.ts';
import { QUESTION_TYPES } from '../../../src/questions/registry.ts';
import { aChoice, aClip, aDoc } from './a-doc.ts';

const codes = (doc: ReturnType<typeof aDoc>): string[] => doc.survey.questions.map(({ code }) => code);
const english = (doc: ReturnType<typeof aDoc>) => doc.texts[0]?.standard ?? {};

describe('questions', () => {
  test.each(Object.keys(QUESTION_TYPES))('one of the kind %s is added where the eye is, whole', (type) => {
    const [doc, code] = addQuestion(aDoc(), type, 'A1');
    expect(codes(doc)).toEqual(['A1', code, 'A2']);
    const added = doc.survey.questions[1];
    const known = QUESTION_TYPES[type as keyof typeof QUESTION_TYPES];
    expect(known.settings.safeParse(added?.settings).success).toBe(true);
  });

  test('a number in use is never given twice, also after some were taken out', () => {
    const first = addQuestion(aDoc({ questions: [] }), 'yes-no', null);
    const second = addQuestion(first[0], 'yes-no', null);
    const without = removeQuestion(second[0], first[1]);
    const third = addQuestion(without, 'yes-no', null);
    expect(codes(third[0])).toEqual(['Q2', 'Q3']);
  });

  test('a copy has all the words and sounds under its own code, and the first keeps its own', () => {
    const [doc, copy] = copyQuestion(aDoc(), 'A1');
    expect(codes(doc)).toEqual(['A1', copy, 'A2']);
    expect(english(doc)[`${copy}.o.shop`]).toBe('From a shop');
    expect(english(doc)['A1.o.shop']).toBe('From a shop');
    expect(doc.texts[0]?.easy[`${copy}.ask`]).toBe('Where do you get water?');
    expect(doc.texts[0]?.sounds.standard[`${copy}.o.shop`]).toEqual(aClip('a'));
    expect(wordsIn(doc, 'ar', 'standard', `${copy}.ask`)).toBe('من أين الماء؟');
  });

  test('taking one out takes its words in every language, and no others', () => {
    const doc = removeQuestion(aDoc(), 'A1');
    expect(codes(doc)).toEqual(['A2']);
    expect(Object.keys(english(doc))).toEqual(['title', 'purpose', 'A2.ask', 'A2.o.tap', 'A2.o.shop']);
    expect(doc.texts[1]?.standard).toEqual({});
    // A2 still asks for it: the checks say so, and nothing is changed behind anybody's back.
    expect(doc.survey.questions[0]?.showIf?.conditions[0]?.question).toBe('A1');
  });

  test('the ends of the list are ends', () => {
    expect(codes(moveQuestion(aDoc(), 'A1', 1))).toEqual(['A2', 'A1']);
    expect(codes(moveQuestion(aDoc(), 'A1', -1))).toEqual(['A1', 'A2']);
    expect(codes(moveQuestion(aDoc(), 'A2', 1))).toEqual(['A1', 'A2']);
  });

  test('another code takes words, sounds, conditions and repeated answers along', () => {
    const doc = renameQuestion(aDoc(), 'A1', 'D4');
    expect(codes(doc)).toEqual(['D4', 'A2']);
    expect(english(doc)['D4.o.tap']).toBe('From the tap');
    expect(english(doc)['A1.o.tap']).toBeUndefined();
    expect(english(doc)['A2.ask']).toBe('You said {{D4|a place}}. Is it far?');
    expect(doc.texts[0]?.sounds.standard['D4.o.shop']).toEqual(aClip('a'));
    expect(doc.survey.questions[1]?.showIf?.conditions[0]?.question).toBe('D4');
  });

  test('a code somebody else has is not taken', () => {
    expect(renameQuestion(aDoc(), 'A1', 'A2')).toEqual(aDoc());
  });
});

describe('choices', () => {
  const choices = (...all: string[]) => ({ choices: all.map((code) => ({ code, picture: null })), mixed: false });

  test('another code for one keeps its words, its sound, and what hangs on it', () => {
    const from = aDoc();
    const doc = changeSettings(from, 'A1', choices('tap', 'store'));
    expect(english(doc)['A1.o.store']).toBe('From a shop');
    expect(english(doc)['A1.o.shop']).toBeUndefined();
    expect(doc.texts[0]?.sounds.standard['A1.o.store']).toEqual(aClip('a'));
    expect(doc.survey.questions[1]?.showIf?.conditions[0]).toMatchObject({ marks: ['store'] });
    // The other question has a choice of the same old code: it keeps its words.
    expect(english(doc)['A2.o.shop']).toBe('Far');
  });

  test('another code for an answer that asks for help keeps asking for help', () => {
    const doc = aDoc({ questions: [aChoice('A1', { need: { shop: 'today' } })] });
    const after = changeSettings(doc, 'A1', choices('tap', 'store'));
    expect(after.survey.questions[0]?.need).toEqual({ store: 'today' });
  });

  test('one that is gone takes its words with it; moved ones keep theirs', () => {
    expect(english(changeSettings(aDoc(), 'A1', choices('tap')))['A1.o.shop']).toBeUndefined();
    const moved = changeSettings(aDoc(), 'A1', choices('shop', 'tap'));
    expect(english(moved)).toEqual(english(aDoc()));
  });
});

describe('words', () => {
  test('empty words are no words: they fall back again', () => {
    const doc = setWords(aDoc(), 'en', 'easy', 'A1.ask', '');
    expect(doc.texts[0]?.easy).toEqual({});
  });

  test('changed words are no longer the checked ones, and a sound is not words', () => {
    const base = aDoc();
    const checked = {
      ...base,
      texts: base.texts.map((one) => ({
        ...one,
        status: 'checked' as const,
        checked: { by: 'Bea', on: '2026-11-01' },
      })),
    };
    const written = setWords(checked, 'ar', 'standard', 'title', 'ماء');
    expect(written.texts[1]).toMatchObject({ status: 'translated', checked: null });
    expect(written.texts[0]).toMatchObject({ status: 'checked' });
    expect(setClip(checked, 'en', 'standard', 'title', aClip('b')).texts[0]).toMatchObject({ status: 'checked' });
    // The very same words change nothing.
    expect(setWords(checked, 'en', 'standard', 'title', 'Water').texts[0]).toBe(checked.texts[0]);
  });

  test('a language comes empty and as a draft, once; the first one cannot go', () => {
    const doc = addLanguage(addLanguage(aDoc(), 'so'), 'so');
    expect(doc.survey.languages).toEqual(['en', 'ar', 'so']);
    expect(doc.texts.at(-1)).toMatchObject({ language: 'so', status: 'draft', standard: {} });
    expect(removeLanguage(doc, 'en')).toBe(doc);
    expect(removeLanguage(doc, 'ar').texts.map(({ language }) => language)).toEqual(['en', 'so']);
  });
});

describe('what is still missing', () => {
  test('is counted for each language and layer, easy read only where it is wanted', () => {
    const rows = coverageOf(aDoc());
    const row = (language: string, layer: string) =>
      rows.find((one) => one.language === language && one.layer === layer);
    expect(row('en', 'standard')?.words).toMatchObject({ done: 8, of: 8, gaps: [] });
    expect(row('en', 'standard')?.sounds).toMatchObject({ done: 1, of: 8 });
    // "Near" needs no easy form; the first question has one, so Arabic wants one of it too.
    expect(row('en', 'easy')?.words.gaps.map(({ key }) => key)).not.toContain('A2.o.tap');
    expect(row('ar', 'easy')?.words.gaps.map(({ key }) => key)).toEqual(['A1.ask']);
    expect(row('ar', 'standard')?.words).toMatchObject({ done: 1, of: 8 });
    // Nothing is asked to be spoken that is not written.
    expect(row('ar', 'standard')?.sounds).toMatchObject({ done: 0, of: 1 });
  });

  test('choices without a picture are told one by one', () => {
    expect(picturesMissing(aDoc()).map(({ key }) => key)).toEqual(['A1.o.tap', 'A1.o.shop', 'A2.o.tap', 'A2.o.shop']);
  });
});

describe('undo', () => {
  const at = (ms: number, run?: string) => ({ what: 'wrote', atMs: ms, ...(run === undefined ? {} : { run }) });

  test('takes a sentence back and not a letter', () => {
    let history = startHistory('');
    for (const [ms, words] of [
      [0, 'W'],
      [200, 'Wa'],
      [400, 'Water'],
    ] as const) {
      history = step(history, words, at(ms, 'title'));
    }
    expect(undo(history).now).toBe('');
  });

  test('a pause or another field begins a new step', () => {
    let history = step(startHistory(''), 'a', at(0, 'title'));
    history = step(history, 'ab', at(5000, 'title'));
    history = step(history, 'abc', at(5100, 'purpose'));
    expect(undo(history).now).toBe('ab');
    expect(undo(undo(history)).now).toBe('a');
    expect(undo(undo(undo(history))).now).toBe('');
    expect(undo(undo(undo(undo(history)))).now).toBe('');
  });

  test('what changes nothing is no step', () => {
    const history = startHistory('a');
    expect(step(history, 'a', at(0))).toBe(history);
  });
});

test.each([
  ['Getting to the doctor', [], 'getting-to-the-doctor'],
  ['  Où est l’eau?  ', [], 'ou-est-l-eau'],
  ['الماء', [], 'survey'],
  ['Water', ['water', 'water-2'], 'water-3'],
])('"%s" becomes an address', (title, taken, id) => {
  expect(idFromTitle(title, taken)).toBe(id);
});
