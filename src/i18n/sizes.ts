import { isolate } from './isolate.tsx';
import { languageOf } from './languages.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "3.2 MB": bytes as people say them, in Latin digits, never smaller than a kilobyte. */
export function size(language: string, bytes: number): string {
  const step = bytes >= 1e9 ? 2 : bytes >= 1e6 ? 1 : 0;
  const amount = Math.max(bytes / 1000 ** (step + 1), step === 0 ? 1 : 0);
  const words = new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: 'unit',
    unit: UNITS[step] ?? 'gigabyte',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
  return languageOf(language).dir === 'rtl' ? isolate(words) : words;
}
