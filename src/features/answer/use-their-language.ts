import { useEffect } from 'preact/hooks';
import { changeLanguage } from '../../i18n/catalogue.ts';
import { lendLanguage } from '../../i18n/use-language.ts';

/**
 * While the tablet is in their hands its screens speak their language; the device does not remember it, and the worker's
 * own comes back with the tablet.
 */
export function useTheirLanguage(
  theirs: boolean,
  now: { readonly language: string; readonly readingMode: 'standard' | 'easy' },
  own: { readonly language: string; readonly readingMode: 'standard' | 'easy' },
): void {
  useEffect(() => {
    if (!theirs) return undefined;
    const giveBack = lendLanguage();
    return () => {
      void changeLanguage(own.language, own.readingMode).finally(giveBack);
    };
  }, [theirs]);
  const { language, readingMode } = now;
  useEffect(() => {
    if (theirs) void changeLanguage(language, readingMode);
  }, [theirs, language, readingMode]);
}
