export interface LocaleFile {
  readonly language: string;
  readonly layer: string;
  readonly namespace: string;
  readonly texts: ReadonlyMap<string, string>;
}
export function readLocales(folder?: string): LocaleFile[];
export function textKey(key: string): string;
export function compare(
  locales: readonly LocaleFile[],
): { language: string; layer: string; missing: string[]; stale: string[] }[];
export function flatten(texts: unknown, prefix?: string): [string, string][];
