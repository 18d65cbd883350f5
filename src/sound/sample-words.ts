/** Any day will do: it is said to be heard, not to be believed. */
const A_DAY = new Date(Date.UTC(2026, 5, 12, 12));

/**
 * A few words of a language that every browser knows in it: its own name, and a date. Enough to hear whether a voice
 * speaks the language, and never anything somebody said.
 */
export function sampleWords(language: string): string {
  const name = ownName(language);
  if (Intl.DateTimeFormat.supportedLocalesOf([language]).length === 0) return name;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC', calendar: 'gregory' });
  return `${name}. ${date.format(A_DAY)}.`;
}

function ownName(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
