import type { SurveyQuestion } from '../domain/survey.ts';
import type { Say } from '../sound/sound-desk.ts';
import { marksOf, readQuestion, valueOf } from '../surveys/read-question.ts';
import type { Stand } from './stand.ts';
import { choiceWords, ownWords, questionWords } from './words.ts';

/** A question, and what was said to it, to be heard by who cannot read it: own words only where a voice may speak them. */
export function saidAloud(stand: Stand, question: SurveyQuestion): readonly Say[] {
  const own = (key: string): Say => ownWords(stand, key);
  const asked = questionWords(stand, question, 'ask');
  const known = readQuestion(question);
  const given = stand.state.answers[question.code];
  if (given === undefined || known === null) return [asked, own('check.none')];
  if (given.outcome === 'not-sure') return [asked, own('bar.notSure')];
  if (given.outcome === 'skipped') return [asked, own('bar.skip')];
  const found = valueOf(known, given);
  const words = found === null ? null : (known.type.words?.(found.value) ?? null);
  const number = found === null ? null : (known.type.number?.(found.value) ?? null);
  const marks = marksOf(known, given);
  const said = marks.flatMap(({ code, row }) => [
    ...(row === null ? [] : [choiceWords(stand, question, row, 'row')]),
    choiceWords(stand, question, code),
  ]);
  const free = words ?? (said.length === 0 && number !== null ? String(number) : null);
  const id = `${question.code}.said`;
  const inOwnWords = free === null ? [] : [{ id, words: free, language: given.language, clip: null }];
  return [asked, ...(said.length + inOwnWords.length === 0 ? [own('check.none')] : [...said, ...inOwnWords])];
}
