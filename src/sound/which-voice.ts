import type { DeviceVoice, HeardVoices } from '../ports/sounds.ts';

/** The language that every known device falls back to, without saying so, when a voice it lists is not there. */
const FALLS_BACK_TO = 'en';

/**
 * What a voice must share with words to speak them: the language and its letters (`pa-Guru` is not `pa-Arab`, `zh-Hans`
 * not `zh-Hant`). Also the name under which "heard on this tablet" is kept. null for a tag nobody can read.
 */
export function spokenAs(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return script === undefined ? language : `${language}-${script}`;
  } catch {
    return null;
  }
}

/** Voices on the device that say of themselves that they speak this language: the same country first, then as listed. */
export function listedVoices(language: string, voices: readonly DeviceVoice[]): readonly DeviceVoice[] {
  const wanted = spokenAs(language);
  if (wanted === null) return [];
  const country = countryOf(language);
  const fits = voices.filter((voice) => voice.local && spokenAs(voice.language) === wanted);
  return [...fits].sort(
    (a, b) => Number(countryOf(b.language) === country) - Number(countryOf(a.language) === country),
  );
}

/**
 * The voice that may speak words of this language, or null. It lives on the device, and somebody heard on this tablet
 * that it speaks the language. For English being listed is enough: what goes wrong with voices is that they speak English.
 */
export function provenVoice(language: string, voices: readonly DeviceVoice[], heard: HeardVoices): DeviceVoice | null {
  const name = spokenAs(language);
  if (name === null) return null;
  const listed = listedVoices(language, voices);
  const ear = heard.of(name);
  if (ear === 'none') return null;
  const found = listed.find(({ id }) => id === ear);
  if (found !== undefined) return found;
  return new Intl.Locale(language).language === FALLS_BACK_TO ? (listed[0] ?? null) : null;
}

function countryOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined;
  }
}
