import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { readLocales, textKey } from '../locales.mjs';
import { root } from '../set-up.mjs';
import { checkText, type Finding } from './checks.ts';
import { fromCsv, toCsv } from '../../src/domain/csv.ts';
import { englishOf, printOf, readStates, STATES, writeStates, type TextNote } from './states.ts';

/** Who reads a text: the person being heard, the worker who listens, or staff at the desk. */
export const READERS = ['person', 'worker', 'staff'] as const;
export type Reader = (typeof READERS)[number];

const namespaceNote = z.strictObject({ who: z.enum(READERS), where: z.string(), picture: z.nullable(z.string()) });
export type NamespaceNote = z.output<typeof namespaceNote>;

/** What translators are told of a namespace. `notes.json` names it whole, or by its beginning; the longest name counts. */
export function readNotes(folder = join(root, 'locales')): (namespace: string) => NamespaceNote {
  const notes = z.record(z.string(), namespaceNote).parse(JSON.parse(readFileSync(join(folder, 'notes.json'), 'utf8')));
  const names = Object.keys(notes).sort((one, other) => other.length - one.length);
  return (namespace) => {
    const name =
      names.find((one) => one === namespace) ??
      names.find((one) => one.endsWith('*') && namespace.startsWith(one.slice(0, -1)));
    const note = name === undefined ? undefined : notes[name];
    if (note === undefined) throw new Error(`locales/notes.json says nothing of ${namespace}`);
    return note;
  };
}

const COLUMNS = ['text', 'english', 'translation', 'state', 'by', 'on', 'note', 'picture', 'source'] as const;

/** Stands before the print of the English: a spreadsheet takes eight hex signs such as 00123456 or 123e4567 for a number. */
const PRINT = 'of-';

const EASY_RULE =
  'Easy read: one idea in a sentence, at most 15 words, whole words, no percentages. Write it new; do not shorten.';

/** A spreadsheet of every text of a language, for one layer: what is missing stands in it with an empty translation. */
export function exportTexts(
  language: string,
  layer: 'standard' | 'easy',
  readers: readonly Reader[],
  folder = join(root, 'locales'),
): string {
  const locales = readLocales(folder);
  const notes = readNotes(folder);
  const states = readStates(language, folder);
  const find = englishOf(folder);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const rows = locales
    .filter((file) => file.language === 'en' && file.layer === 'standard')
    .filter(({ namespace }) => readers.includes(notes(namespace).who))
    .sort((one, other) => one.namespace.localeCompare(other.namespace))
    .flatMap(({ namespace, texts }) => {
      const theirs = locales.find(
        (file) => file.language === language && file.layer === layer && file.namespace === namespace,
      )?.texts;
      const counted = new Set(
        [...texts.keys()].filter((key) => key !== textKey(key) && key.endsWith('_other')).map(textKey),
      );
      const keys = [...new Set([...texts.keys()].map(textKey))].flatMap((key) =>
        counted.has(key) ? forms.map((form) => `${key}_${form}`) : [key],
      );
      return keys.map((key) => {
        const english = find(layer, namespace, key) ?? '';
        const words = theirs?.get(key) ?? '';
        const state = states.get(`${layer}/${namespace}:${key}`);
        const stale =
          state !== undefined && state.of !== '' && state.of !== printOf(english)
            ? 'The English has changed since. '
            : '';
        const about = notes(namespace);
        const note = `${stale}${about.where}${layer === 'easy' ? ` ${EASY_RULE}` : ''}`;
        return [
          `${namespace}:${key}`,
          english,
          words,
          words === '' ? '' : (state?.is ?? 'draft'),
          state?.by ?? '',
          state?.on ?? '',
          note,
          about.picture ?? '',
          `${PRINT}${printOf(english)}`,
        ];
      });
    });
  return toCsv([[...COLUMNS], [`language:${language}`, `layer:${layer}`, '', '', '', '', '', '', ''], ...rows]);
}

export interface Imported {
  readonly taken: number;
  readonly unchanged: number;
  /** By line of the file, from 1: what was not taken, and what somebody should look at again. */
  readonly findings: readonly (Finding & { readonly line: number; readonly text: string })[];
}

/**
 * Takes a spreadsheet back in. A text that cannot be taken is told by its line and left as it was; all others come in.
 * `state`, `by` and `on` come from the file; a changed text without a state is a draft again.
 */
export function importTexts(csv: string, folder = join(root, 'locales')): Imported {
  const [head = [], about = [], ...rows] = fromCsv(csv);
  const column = Object.fromEntries(COLUMNS.map((name) => [name, head.indexOf(name)])) as Record<
    (typeof COLUMNS)[number],
    number
  >;
  const language = about.find((cell) => cell.startsWith('language:'))?.slice('language:'.length) ?? '';
  const layer = about.find((cell) => cell.startsWith('layer:'))?.slice('layer:'.length) ?? '';
  const metaFile = join(folder, language, 'meta.json');
  const missing = COLUMNS.filter((name) => column[name] === -1 && ['text', 'english', 'translation'].includes(name));
  const problem =
    missing.length > 0
      ? `the first line has no column "${missing.join('", "')}"`
      : language === '' || !existsSync(metaFile)
        ? 'the second line does not name a language that has a folder (language:so)'
        : layer !== 'standard' && layer !== 'easy'
          ? 'the second line does not name a layer (layer:standard or layer:easy)'
          : null;
  if (problem !== null)
    return { taken: 0, unchanged: 0, findings: [{ line: 1, text: '', weight: 'refused', why: problem }] };

  const { script } = JSON.parse(readFileSync(metaFile, 'utf8')) as { script: string };
  const find = englishOf(folder);
  const before = new Map(
    readLocales(folder)
      .filter((file) => file.language === language && file.layer === layer)
      .map((file) => [file.namespace, new Map(file.texts)]),
  );
  const states = new Map(readStates(language, folder));
  const changed = new Set<string>();
  const findings: Imported['findings'][number][] = [];
  let taken = 0;
  let unchanged = 0;
  for (const [at, cells] of rows.entries()) {
    const cell = (name: (typeof COLUMNS)[number]): string => (cells[column[name]] ?? '').trim();
    const text = cell('text');
    const words = cell('translation');
    const found = (weight: Finding['weight'], why: string): void =>
      void findings.push({ line: at + 3, text, weight, why });
    const [namespace = '', key = ''] = text.split(/:(.*)/s);
    const english = find(layer as string, namespace, key);
    if (words === '') continue;
    if (english === null) {
      found('refused', 'English has no such text any more');
      continue;
    }
    const source = cell('source').startsWith(PRINT) ? cell('source').slice(PRINT.length) : cell('source');
    const checks = checkText(english, words, script, key);
    for (const { weight, why } of checks) found(weight, why);
    if (checks.some(({ weight }) => weight === 'refused')) continue;
    if (source !== '' && source !== printOf(english)) found('look', 'the English has changed since this file was made');
    const state = STATES.find((one) => one === cell('state').toLowerCase());
    if (cell('state') !== '' && state === undefined)
      found('look', `"${cell('state')}" is not a state (${STATES.join(', ')}): taken as a draft`);
    const isChecked = state === 'checked' || state === 'tested';
    if (isChecked && cell('by') === '') {
      found('refused', 'a text that is checked or tested needs the name of who did it in the column "by"');
      continue;
    }
    const texts = before.get(namespace) ?? new Map<string, string>();
    const name = `${layer}/${namespace}:${key}`;
    const was = states.get(name);
    const on = dayOf(cell('on'), was?.on);
    if (on === null) found('look', `"${cell('on')}" is not read as a day: write it as 2026-11-03`);
    // Whoever checked it read other words: their name stands for these only when it was written beside them anew.
    const readByNobody =
      isChecked &&
      texts.get(key) !== words &&
      was?.is === state &&
      was.by === cell('by') &&
      was.on === (on ?? undefined);
    if (readByNobody) found('look', `the words were changed after ${cell('by')} had ${state} them: taken as a draft`);
    const note: TextNote = {
      of: source === '' ? printOf(english) : source,
      is: readByNobody ? 'draft' : (state ?? 'draft'),
      ...(cell('by') === '' || readByNobody ? {} : { by: cell('by') }),
      ...(on === null || on === undefined || readByNobody ? {} : { on }),
    };
    if (texts.get(key) === words && JSON.stringify(states.get(name)) === JSON.stringify(note)) {
      unchanged += 1;
      continue;
    }
    texts.set(key, words);
    before.set(namespace, texts);
    states.set(name, note);
    changed.add(namespace);
    taken += 1;
  }
  for (const namespace of changed) {
    const file = join(folder, language, layer as string, `${namespace}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(nested(before.get(namespace) ?? new Map()), null, 2)}\n`);
  }
  if (taken > 0) writeStates(language, states, folder);
  return { taken, unchanged, findings };
}

/**
 * The day in a cell, as YYYY-MM-DD: spreadsheets write it anew in their own way. `was`: the day that was sent out, which it
 * is when it can be read as that one. undefined where the cell is empty, null where it is no day.
 */
function dayOf(cell: string, was: string | undefined): string | null | undefined {
  if (cell === '') return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell;
  const [, one = '', other = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  const read = (day: string, month: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const readings = [read(one, other), read(other, one)].filter((day) => !Number.isNaN(Date.parse(day)));
  return readings.find((day) => day === was) ?? readings[0] ?? null;
}

/** Notes for every text of a language that has none yet: a draft made from the English of today. */
export function stampTexts(language: string, folder = join(root, 'locales')): number {
  const states = new Map(readStates(language, folder));
  const find = englishOf(folder);
  let stamped = 0;
  for (const { layer, namespace, texts } of readLocales(folder).filter((file) => file.language === language))
    for (const key of texts.keys()) {
      const english = find(layer, namespace, key);
      const name = `${layer}/${namespace}:${key}`;
      if (english === null || states.has(name)) continue;
      states.set(name, { of: printOf(english), is: 'draft' });
      stamped += 1;
    }
  if (stamped > 0) writeStates(language, states, folder);
  return stamped;
}

/** `steps.said` -> `{ steps: { said } }`. */
function nested(texts: ReadonlyMap<string, string>): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [key, words] of texts) {
    const parts = key.split('.');
    const last = parts.pop() ?? key;
    let at = whole;
    for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
    at[last] = words;
  }
  return whole;
}
