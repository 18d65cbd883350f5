// Reads `locales/`: what each language and layer still lacks, and what it has that English no longer does.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up.mjs';

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** Every text of a file as `steps.said` -> words. */
export function flatten(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** All locale files: `{ language, layer, namespace, texts }`, texts as a Map of key to words. */
export function readLocales(folder = join(root, 'locales')) {
  return globSync('*/{standard,easy}/*.json', { cwd: folder }).map((path) => {
    const [language, layer, file] = path.split(/[\\/]/);
    const texts = new Map(flatten(JSON.parse(readFileSync(join(folder, path), 'utf8'))));
    return { language, layer, namespace: file.replace(/\.json$/, ''), texts };
  });
}

/** A key without its plural ending: `photo_one` and `photo_other` are one text. */
export function textKey(key) {
  return key.replace(PLURAL, '');
}

/** What a translation lacks and what it has too much, measured against standard English. */
export function compare(locales) {
  const english = locales.filter(({ language, layer }) => language === 'en' && layer === 'standard');
  const layers = new Map(locales.map(({ language, layer }) => [`${language}/${layer}`, { language, layer }]));
  layers.delete('en/standard');
  return [...layers.values()].map(({ language, layer }) => {
    const missing = [];
    const stale = [];
    for (const { namespace, texts } of english) {
      const theirs = locales.find(
        (other) => other.language === language && other.layer === layer && other.namespace === namespace,
      );
      const ours = new Set([...texts.keys()].map(textKey));
      const keys = new Set([...(theirs?.texts.keys() ?? [])].map(textKey));
      missing.push(...[...ours].filter((key) => !keys.has(key)).map((key) => `${namespace}:${key}`));
      stale.push(...[...keys].filter((key) => !ours.has(key)).map((key) => `${namespace}:${key}`));
    }
    const names = new Set(english.map(({ namespace }) => namespace));
    for (const { namespace } of locales.filter((other) => other.language === language && other.layer === layer))
      if (!names.has(namespace)) stale.push(`${namespace}:*`);
    return { language, layer, missing, stale };
  });
}
