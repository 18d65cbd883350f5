import { createInstance, type i18n } from 'i18next';
import { catalogueOf, fallbacksOf, FIRST_LANGUAGE, languageOf, type ReadingMode } from './languages.ts';
import { hasRightToLeftLetters, isolate } from './isolate.tsx';

export type TextValues = Readonly<Record<string, string | number>>;

/** One text as found: the words, and the tag of the language they are in. */
export interface FoundText {
  readonly words: string;
  readonly language: string;
  /** Whether these very words are those of easy read. */
  readonly layer: ReadingMode;
  readonly missing: boolean;
}

/** Who reads: the language (BCP 47 tag) and whether in easy read. */
export interface Reader {
  readonly language: string;
  readonly readingMode: ReadingMode;
}

type Json = Record<string, unknown>;
type Files = Readonly<Record<string, () => Promise<Json>>>;
const firstFiles: Files = import.meta.glob<Json>(
  [
    '../../locales/en/{standard,easy}/*.json',
    '!../../locales/en/*/{accessibility,answer,common-questions,desk,drafts,gallery,kind-map-note,kind-no-thanks,kind-place,kind-survey-response,kind-visit,kind-withdrawal,map,pictures,place-parts,places,player,question,settings,sound,survey,withdraw}*.json',
  ],
  { import: 'default' },
);
/** What there is beside these; null until some of it is wanted. */
let moreFiles: Files | null = null;

const engine: i18n = createInstance();
void engine.init({
  lng: FIRST_LANGUAGE,
  load: 'currentOnly',
  fallbackLng: (code) => fallbacksOf(code),
  initAsync: false,
  resources: {},
  ns: [],
  interpolation: { escapeValue: false },
  returnEmptyString: false,
});

const wanted = new Set<string>();
const loads = new Map<string, Promise<void>>();
let current: Reader = { language: FIRST_LANGUAGE, readingMode: 'standard' };
const listeners = new Set<() => void>();

/** Told whenever the language, the reading mode or the loaded texts change. */
export function onTextsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentLanguage(): Reader {
  return current;
}

/**
 * Makes the texts of these namespaces ready in the present language, easy or standard, and everything they fall back
 * to. Await it before a screen shows. A file that cannot be fetched is tried again at the next call; its texts fall
 * back meanwhile. Never throws. `reader`: for a part of the page that is read in another language than the page.
 */
export async function loadTexts(namespaces: readonly string[], reader: Reader = current): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  await loadChain(codeOf(reader), namespaces);
}

/** Loads what is needed first and switches then, so that no screen is half in one language. */
export async function changeLanguage(language: string, readingMode: ReadingMode): Promise<void> {
  const known = languageOf(language).tag;
  const catalogue = catalogueOf(known, readingMode);
  await loadChain(catalogue, [...wanted]);
  await engine.changeLanguage(catalogue);
  current = { language: known, readingMode };
  for (const listener of listeners) listener();
}

/** Whether every file this namespace has for the present language is here (or is known not to exist). */
export function isLoaded(namespace: string, reader: Reader = current): boolean {
  const catalogue = codeOf(reader);
  return [catalogue, ...fallbacksOf(catalogue)].every((code) => {
    if (engine.hasResourceBundle(code, namespace)) return true;
    const path = pathOf(code, namespace);
    return firstFiles[path] === undefined && moreFiles !== null && moreFiles[path] === undefined;
  });
}

/** `key` is `steps.said` in `namespace`, or `common:next` in another. Never blank: in the end the key's own words. */
export function findText(namespace: string, key: string, values: TextValues = {}, reader: Reader = current): FoundText {
  const { language } = reader;
  const lng = codeOf(reader);
  const full = key.includes(':') ? key : `${namespace}:${key}`;
  const found = engine.t(full, { ...isolated(values, language), lng, returnDetails: true });
  const words = typeof found.res === 'string' ? found.res : '';
  const missing = words === '' || !engine.exists(full, { ...values, lng });
  if (missing) return { words: wordsOfKey(full), language: FIRST_LANGUAGE, layer: 'standard', missing };
  const easy = found.usedLng.endsWith(EASY);
  const used = easy ? found.usedLng.slice(0, -EASY.length) : found.usedLng;
  return { words, language: used, layer: easy ? 'easy' : 'standard', missing };
}

/** What the catalogue of easy read adds to a language's tag. */
const EASY = '-simple';

/**
 * The texts a namespace has in this very language and layer, by flat keys, and nothing that falls back. Load it before.
 */
export function ownTexts(namespace: string, reader: Reader): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const collect = (part: unknown, key: string): void => {
    if (typeof part === 'string') found[key] = part;
    else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) collect(inner, key === '' ? name : `${key}.${name}`);
    }
  };
  collect(engine.getResourceBundle(codeOf(reader), namespace) as unknown, '');
  return found;
}

const codeOf = ({ language, readingMode }: Reader): string => catalogueOf(languageOf(language).tag, readingMode);

function pathOf(catalogue: string, namespace: string): string {
  const easy = catalogue.endsWith('-simple');
  return `../../locales/${catalogue.replace(/-simple$/, '')}/${easy ? 'easy' : 'standard'}/${namespace}.json`;
}

async function fileAt(path: string): Promise<Files[string] | undefined> {
  const first = firstFiles[path];
  if (first !== undefined) return first;
  moreFiles ??= await import('./more-files.ts').then(
    (found) => found.moreFiles,
    // Offline and not kept: its texts fall back, and the next call tries again.
    () => null,
  );
  return moreFiles?.[path];
}

async function loadChain(catalogue: string, namespaces: readonly string[]): Promise<void> {
  const codes = [catalogue, ...fallbacksOf(catalogue)];
  await Promise.all(codes.flatMap((code) => namespaces.map((namespace) => loadFile(code, namespace))));
}

async function loadFile(code: string, namespace: string): Promise<void> {
  const path = pathOf(code, namespace);
  if (engine.hasResourceBundle(code, namespace)) return;
  const file = await fileAt(path);
  if (file === undefined) return;
  let load = loads.get(path);
  if (load === undefined) {
    load = fetchFile(code, namespace, file).finally(() => loads.delete(path));
    loads.set(path, load);
  }
  await load;
}

async function fetchFile(code: string, namespace: string, file: () => Promise<Json>): Promise<void> {
  try {
    engine.addResourceBundle(code, namespace, await file());
  } catch {
    // Offline and not kept: the text falls back, and the next call tries again.
    return;
  }
  for (const listener of listeners) listener();
}

function isolated(values: TextValues, language: string): Record<string, string | number> {
  const rightToLeft = languageOf(language).dir === 'rtl';
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const turns = typeof value === 'string' && (rightToLeft || hasRightToLeftLetters(value));
      return [name, turns ? isolate(value) : value];
    }),
  );
}

function wordsOfKey(key: string): string {
  const last = key.split(/[:.]/).at(-1) ?? key;
  const words = last.replaceAll(/[-_]/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
