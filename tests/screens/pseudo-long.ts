/**
 * English as a long foreign language, for the eyes of machines: about 40 % longer, every letter still readable, in
 * brackets. What stands on a screen without brackets was never translatable; what is cut off here will be in German.
 */

/** A private region of English: no folder has it and no person is offered it. */
export const PSEUDO_LONG = 'en-XA';

/** Each letter of the first line becomes what stands under it. */
const LETTERS = 'aeiouycnszAEIOUYCNSZ'.split('');
const LONGER = 'àà éé îî öö ûû ÿ ç ñ š ž Àà Éé Îî Öö Ûû Ý Ç Ñ Š Ž'.split(' ');
const ACCENTED = new Map(LETTERS.map((letter, at) => [letter, LONGER[at] ?? letter]));

/** One text. What is put in later (`{{name}}`) and other texts named in it (`$t(common:next)`) stay as they are. */
export function pseudoLong(text: string): string {
  if (text.trim() === '') return text;
  const longer = text
    .split(/(\{\{[^}]*\}\}|\$t\([^)]*\))/)
    .map((part, at) => (at % 2 === 1 ? part : [...part].map((letter) => ACCENTED.get(letter) ?? letter).join('')))
    .join('');
  return `[${longer}]`;
}

/** A file of texts, however deep. */
export function pseudoFile(file: unknown): unknown {
  if (typeof file === 'string') return pseudoLong(file);
  if (typeof file !== 'object' || file === null) return file;
  return Object.fromEntries(Object.entries(file).map(([key, inside]) => [key, pseudoFile(inside)]));
}
