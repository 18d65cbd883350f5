import { localeLanguages } from './locales.ts';

/**
 * Languages of the app that may have sounds: those the organisation uses, and English, which every other falls back to.
 * `pa` stands for every script and place of it, as with the words of surveys.
 */
export async function soundLanguages(ofOrganisation: readonly string[]): Promise<readonly string[]> {
  const used = new Set(['en', ...ofOrganisation].map(primary));
  return (await localeLanguages()).filter((language) => used.has(primary(language)));
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
