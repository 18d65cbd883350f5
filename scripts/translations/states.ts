import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLocales, textKey } from '../locales.mjs';
import { root } from '../set-up.mjs';

/** How far a text has come. Below `checked`, people see "not checked yet". */
export const STATES = ['draft', 'translated', 'checked', 'tested'] as const;
export type TextState = (typeof STATES)[number];

/** What is known of one translated text. `of` names the English words it was made from, so that it can grow stale. */
export interface TextNote {
  readonly of: string;
  readonly is: TextState;
  readonly by?: string;
  /** YYYY-MM-DD */
  readonly on?: string;
}

/** `<layer>/<namespace>:<key>` -> what is known of it. A text that is not in here is a draft of unknown age. */
export type States = ReadonlyMap<string, TextNote>;

/** Eight hex signs of the words: enough to see that they changed. */
export const printOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 8);

const fileOf = (language: string, folder: string): string => join(folder, language, 'states.json');

export function readStates(language: string, folder = join(root, 'locales')): States {
  const file = fileOf(language, folder);
  if (!existsSync(file)) return new Map();
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Partial<TextNote>>;
  return new Map(
    Object.entries(stored).map(([name, note]) => [name, { ...note, of: note.of ?? '', is: note.is ?? 'draft' }]),
  );
}

/** One line a text, in order, so that a change of one text is a change of one line. */
export function writeStates(language: string, states: States, folder = join(root, 'locales')): void {
  const lines = [...states]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { of, is, by, on }]) => {
      const parts = {
        of,
        ...(is === 'draft' ? {} : { is }),
        ...(by === undefined ? {} : { by }),
        ...(on === undefined ? {} : { on }),
      };
      const said = Object.entries(parts).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
      return `  ${JSON.stringify(name)}: { ${said.join(', ')} }`;
    });
  writeFileSync(fileOf(language, folder), `{\n${lines.join(',\n')}\n}\n`);
}

/** The English words a text is measured against: of its own layer where there are any, else the standard ones. */
export function englishOf(
  folder = join(root, 'locales'),
): (layer: string, namespace: string, key: string) => string | null {
  const english = readLocales(folder).filter(({ language }) => language === 'en');
  const find = (layer: string, namespace: string, key: string): string | undefined => {
    const texts = english.find((file) => file.layer === layer && file.namespace === namespace)?.texts;
    return texts?.get(key) ?? texts?.get(`${textKey(key)}_other`);
  };
  return (layer, namespace, key) => find(layer, namespace, key) ?? find('standard', namespace, key) ?? null;
}

/** How one file of a language stands. */
export interface FileStanding {
  readonly language: string;
  readonly layer: string;
  readonly namespace: string;
  readonly texts: number;
  readonly missing: number;
  readonly stale: number;
  readonly states: Readonly<Record<TextState, number>>;
}

/** Every language, layer and namespace: how many texts there are, and how far they have come. Plurals count as one. */
export function standings(folder = join(root, 'locales')): FileStanding[] {
  const locales = readLocales(folder);
  const english = locales.filter(({ language, layer }) => language === 'en' && layer === 'standard');
  const find = englishOf(folder);
  const languages = [...new Set(locales.map(({ language }) => language))].filter((language) => language !== 'en');
  return languages.flatMap((language) => {
    const notes = readStates(language, folder);
    const layers = [...new Set(locales.filter((file) => file.language === language).map(({ layer }) => layer))];
    return layers.flatMap((layer) =>
      english.map(({ namespace, texts }) => {
        const theirs = locales.find(
          (file) => file.language === language && file.layer === layer && file.namespace === namespace,
        )?.texts;
        const keys = [...new Set([...texts.keys()].map(textKey))];
        const here = new Map([...(theirs ?? [])].map(([key]) => [textKey(key), key]));
        const states = { draft: 0, translated: 0, checked: 0, tested: 0 };
        let stale = 0;
        for (const [, key] of here) {
          const note = notes.get(`${layer}/${namespace}:${key}`);
          const words = find(layer, namespace, key);
          states[note?.is ?? 'draft'] += 1;
          if (note !== undefined && note.of !== '' && words !== null && note.of !== printOf(words)) stale += 1;
        }
        return {
          language,
          layer,
          namespace,
          texts: keys.length,
          missing: keys.filter((key) => !here.has(key)).length,
          stale,
          states,
        };
      }),
    );
  });
}
