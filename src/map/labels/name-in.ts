/** The name of a thing on the map, in the language of the reader where the data have it. */
export interface NameFound {
  readonly text: string;
  /** Its language, for letters and voice; undefined for the name as it stands on the signs. */
  readonly lang: string | undefined;
}

type Properties = Readonly<Record<string, unknown>>;

/** Languages whose maps write under another tag than ours. */
const MAP_TAGS: Readonly<Record<string, readonly string[]>> = {
  'pa-Arab': ['pa-Arab', 'pnb'],
  'pa-Guru': ['pa-Guru', 'pa'],
  zh: ['zh', 'zh-Hans', 'zh-Hant'],
  ckb: ['ckb'],
};

/**
 * `name:<language>` first, then the name as written in Latin letters, then any name. What is written on the signs is
 * more use than a name nobody there can read out, so there is no third language in between.
 */
export function nameIn(language: string, properties: Properties): NameFound | null {
  for (const tag of MAP_TAGS[language] ?? [language, language.split('-')[0] ?? language]) {
    const text = words(properties[`name:${tag}`]) ?? words(properties[`name_${tag}`]);
    if (text !== null) return { text, lang: language };
  }
  const text = words(properties['name:latin']) ?? words(properties['name_int']) ?? words(properties['name']);
  return text === null ? null : { text, lang: undefined };
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
