import type { TextLayer } from '../domain/survey.ts';
import { DOING, JARGON, NOT_PASSIVE, SAID_AS_WRITTEN } from './reading-words.ts';

/** Something a reader may stumble over. A kind hint beside the text, never a refusal. Words: `survey-check:reading.<reason>`. */
export interface ReadingFinding {
  readonly reason:
    | 'long-sentence'
    | 'jargon'
    | 'short-form'
    | 'capitals'
    | 'two-questions'
    | 'two-things'
    | 'negative'
    | 'two-negatives'
    | 'long-memory'
    | 'passive'
    | 'number-word'
    | 'percentage';
  /** What fills the sentence: `word`, `instead`, `words` (how many), `most`. */
  readonly about: Readonly<Record<string, string | number>>;
  /** Where it stands in the text, in UTF-16 units. */
  readonly at: number;
  readonly length: number;
}

/** Words to a sentence: fifteen in easy read, as most guides say; twenty in plain words. */
const MOST_WORDS: Readonly<Record<TextLayer, number>> = { easy: 15, standard: 20 };
const LEAST_SENTENCE = 6;

const NEGATIVE =
  /\b(?:not|never|cannot|neither|nor|without|unless|unable|unlikely|unsafe|unhappy|unwell|dislike|disagree)\b|\w+n['’]t\b/gi;
const SHORT = /(?<![\w&])(?:[A-Z]&[A-Z]|[A-Z]{2,5}s?)(?![\w&])|\b(?:e\.g\.|i\.e\.|etc\b\.?|asap\b|info\b|approx\b\.?)/g;
const CAPITALS = /(?<![\w&])[A-Z]{6,}(?![\w&])/g;
const LONG_MEMORY =
  /\bhow (?:often|many times)\b[^.?!]*\b(?:last|past) (?:\d+ |few |six |twelve )?(?:months?|years?)\b|\b(?:in|over|during) the (?:last|past) (?:\d+ |few |six |twelve )?(?:months|years?)\b/gi;
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being) (?:(?:you|we|they|he|she|it|people) )?(?:\w+ly )?(\w{3,}ed|given|told|seen|sent|taken|made|kept|written|done)\b/gi;
const TWO_THINGS = new RegExp(
  String.raw`\b(?:${DOING})(?:s|ing|ed)?\b[^,.?!]{0,40}?\b(?:and|or) (?:to )?(?:${DOING})(?:s|ing|ed)?\b|\b(?:and|or) (?:do|did|does|are|is|was|were|can|could|have|has|will|would|how|what|when|where|why|who)\b`,
  'gi',
);
const NUMBER_WORD = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred)\b/gi;
const PERCENTAGE = /\d+\s?%|\bper ?cent\b/gi;

/**
 * What in a text may be hard to read, in the order it stands. For English only: other languages have other rules, and
 * nothing is said of them. It is a rule of thumb and stands in for nobody who reads it with people.
 */
export function readingCheck(text: string, layer: TextLayer, language = 'en'): readonly ReadingFinding[] {
  if (language.split('-')[0] !== 'en') return [];
  // Same length, so that places stay right; what is put in later counts as one word.
  const words = text.replaceAll(/\{\{[^}]*\}\}/g, (whole) => 'x'.repeat(whole.length));
  const found: ReadingFinding[] = [...longSentences(words, layer), ...questions(words), ...jargon(words)];
  const add = (
    reason: ReadingFinding['reason'],
    pattern: RegExp,
    keep: (word: string) => boolean = () => true,
  ): void => {
    for (const match of words.matchAll(pattern)) {
      if (keep(match[1] ?? match[0]))
        found.push({ reason, about: { word: match[0] }, at: match.index, length: match[0].length });
    }
  };
  const asWritten: readonly string[] = SAID_AS_WRITTEN[layer];
  add('short-form', SHORT, (word) => !asWritten.includes(word));
  add('capitals', CAPITALS);
  add('long-memory', LONG_MEMORY);
  add('passive', PASSIVE, (word) => !NOT_PASSIVE.includes(word.toLowerCase()));
  add('percentage', PERCENTAGE);
  if (layer === 'easy') add('number-word', NUMBER_WORD);
  found.push(...negatives(words));
  return found.sort((a, b) => a.at - b.at);
}

interface Sentence {
  readonly text: string;
  readonly at: number;
}

/** A line break ends a sentence too: easy read puts each on its own line. */
function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^.?!\n]+(?:[.?!]+|\n|$)/g)].map((match) => ({ text: match[0], at: match.index }));
}

function longSentences(text: string, layer: TextLayer): ReadingFinding[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = sentence.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu)?.length ?? 0;
    const about = { words, most: MOST_WORDS[layer] };
    const { at } = sentence;
    return words > MOST_WORDS[layer]
      ? [{ reason: 'long-sentence', about, at, length: sentence.text.length } as const]
      : [];
  });
}

function questions(text: string): ReadingFinding[] {
  const marks = [...text.matchAll(/\?/g)];
  const second = marks[1];
  const several: ReadingFinding[] =
    second === undefined
      ? []
      : [{ reason: 'two-questions', about: { questions: marks.length }, at: second.index, length: 1 }];
  const asked = sentencesOf(text).filter((sentence) => sentence.text.includes('?'));
  const both = asked.flatMap((sentence) =>
    [...sentence.text.matchAll(TWO_THINGS)].map((match): ReadingFinding => {
      const about = { word: match[0] };
      return { reason: 'two-things', about, at: sentence.at + match.index, length: match[0].length };
    }),
  );
  return [...several, ...both];
}

/** A short answer may say no: only questions and whole sentences are looked at. */
function negatives(text: string): ReadingFinding[] {
  return sentencesOf(text).flatMap((sentence) => {
    const all = [...sentence.text.matchAll(NEGATIVE)];
    const first = all[0];
    const short = !sentence.text.includes('?') && sentence.text.trim().split(/\s+/).length < LEAST_SENTENCE;
    if (first === undefined || short) return [];
    const word = all.map(([one]) => one).join(', ');
    const at = sentence.at + first.index;
    return [
      { reason: all.length > 1 ? 'two-negatives' : 'negative', about: { word }, at, length: first[0].length } as const,
    ];
  });
}

const JARGON_PATTERN = new RegExp(String.raw`\b(?:${JARGON.map(([word]) => word).join('|')})\b`, 'gi');
const INSTEAD = new Map(JARGON);

function jargon(text: string): ReadingFinding[] {
  return [...text.matchAll(JARGON_PATTERN)].map((match) => {
    const about = { word: match[0], instead: INSTEAD.get(match[0].toLowerCase()) ?? '' };
    return { reason: 'jargon', about, at: match.index, length: match[0].length };
  });
}
