import { LANGUAGE_NAME, markOf, signedNameOf, type AppSounds } from '../../../domain/app-sounds.ts';
import type { Clip, TextLayer } from '../../../domain/survey.ts';
import { isSigned, writtenIn } from '../../../domain/signed.ts';
import { loadTexts, ownTexts, type Reader } from '../../../i18n/catalogue.ts';
import { LANGUAGES } from '../../../i18n/languages.ts';
import { SIGNED } from '../../../i18n/signed-languages.ts';
import { QUESTION_TYPES } from '../../../questions/registry.ts';
import { ABOUT_YOU, choiceListOf } from '../../../surveys/common-questions.ts';

/** One thing to say, and everywhere it is heard: the very same words are said once. */
export interface HeardText {
  /** `namespace:key`, each. The first names it. */
  readonly places: readonly [string, ...string[]];
  readonly words: string;
  /** Under which heading of the studio it stands. */
  readonly part: HeardPart;
}

export const HEARD_PARTS = ['consent', 'receipt', 'safety', 'player', 'questions'] as const;
export type HeardPart = (typeof HEARD_PARTS)[number];

/** `stale`: recorded, but the words are others by now, so that tablets pass it over. */
export type SoundState = 'missing' | 'stale' | 'here';

const TYPES = Object.keys(QUESTION_TYPES).map((type) => `question-${type}`);
const NAMESPACES = [
  'consent',
  'receipt',
  'safety',
  'player',
  'answer',
  'kind-conversation',
  'common-questions',
  'lists',
  ...TYPES,
];
const RECEIPT = /^(?:lead|whatFor|whatForText|how|hearBack|hearBackAgreed|hearBackUnknown|noContent|honest)$/;
const LISTS = new Set(ABOUT_YOU.map(({ code }) => choiceListOf(code)));

/** What is said aloud of each file of words; the rest of them is only read. */
const SAID: Readonly<Record<string, { readonly part: HeardPart; says(key: string): boolean }>> = {
  consent: { part: 'consent', says: (key) => /^(?:yes|no|layers\.[^.]+\.(?:question|ask|note|small))$/.test(key) },
  receipt: { part: 'receipt', says: (key) => RECEIPT.test(key) },
  safety: { part: 'safety', says: (key) => /^(?:one|two|three|four)\.(?:title|text|say|do|none)$/.test(key) },
  player: { part: 'player', says: (key) => !key.startsWith('paper.') },
  answer: { part: 'player', says: (key) => /^(?:cover|end)\.(?!serious|count)/.test(key) },
  'kind-conversation': {
    part: 'questions',
    says: (key) => /^(?:steps\.about-you|aboutYou\.(?:why|permission))$/.test(key),
  },
  'common-questions': { part: 'questions', says: () => true },
  lists: { part: 'questions', says: (key) => [...LISTS].some((list) => key.startsWith(`${list ?? ''}.`)) },
};
/** How to choose is told to who listens and to who is signed to, each in their own way. */
const ONLY_SAID = 'player:practiceListen';
const ONLY_SIGNED = 'player:practiceSign';
const FIXED = { part: 'questions', says: (key: string) => key.startsWith('fixed.') } as const;

export const loadHeardTexts = (reader: Reader): Promise<void> => loadTexts(NAMESPACES, reader);

/**
 * Everything people hear of the app's own words in this very language and layer. Nobody is asked to read out a fallback,
 * nor words with a place for something else in them. `loadHeardTexts` first.
 */
export function heardTexts(language: string, layer: TextLayer): readonly HeardText[] {
  const signed = isSigned(language);
  // What is signed has no letters: the English words are signed, and stand beside the film.
  const reader: Reader = { language: writtenIn(language), readingMode: layer };
  const found = new Map<string, { places: [string, ...string[]]; words: string; part: HeardPart }>();
  const add = (place: string, words: string, part: HeardPart): void => {
    if (words.trim() === '' || words.includes('{{')) return;
    const same = found.get(words);
    if (same === undefined) found.set(words, { places: [place], words, part });
    else same.places.push(place);
  };
  for (const namespace of NAMESPACES) {
    const { part, says } = SAID[namespace] ?? FIXED;
    for (const [key, words] of Object.entries(ownTexts(namespace, reader))) {
      const place = `${namespace}:${key}`;
      if (says(key) && place !== (signed ? ONLY_SAID : ONLY_SIGNED)) add(place, words, part);
    }
  }
  const name = LANGUAGES.find(({ tag }) => tag === language)?.name;
  if (layer === 'standard' && name !== undefined) add(LANGUAGE_NAME, name, 'player');
  // Who is spoken to in signs sees the names of the others in signs too, before they choose one of them.
  const named = signed && layer === 'standard' ? [...LANGUAGES, ...SIGNED] : [];
  for (const one of named) add(signedNameOf(one.tag), one.name, 'player');
  const place = ({ part }: HeardText): number => HEARD_PARTS.indexOf(part);
  return [...found.values()].sort((one, other) => place(one) - place(other));
}

/** How the sound of a text stands, everywhere it is heard, and a clip to listen to. */
export function soundOf(
  { places, words }: HeardText,
  layer: TextLayer,
  recorded: AppSounds | undefined,
): { readonly state: SoundState; readonly clip: Clip | null } {
  const clips = places.map((place) => recorded?.sounds[layer][place]);
  const [first] = clips.filter((one) => one !== undefined);
  if (first === undefined) return { state: 'missing', clip: null };
  const { words: _words, ...clip } = first;
  const mark = markOf(words);
  const state = clips.every((one) => one?.words === mark) ? 'here' : clips.includes(undefined) ? 'missing' : 'stale';
  return { state, clip };
}
