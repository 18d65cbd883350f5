import { findText } from './catalogue.ts';
import { isolate } from './isolate.tsx';
import { languageOf } from './languages.ts';

/**
 * Dates as people say them, always Gregorian and in Latin digits: some languages would otherwise come out in another
 * calendar or in digits that the receipt and the poster do not use. In a right-to-left language each result is isolated
 * from the sentence round it. `language` is a BCP 47 tag. What cannot be read as a date comes back as it was.
 */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const YEAR_MS = 365.25 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** "3 November 2026". Takes a calendar day (YYYY-MM-DD, no time zone) or a moment (ISO 8601). */
export function date(language: string, when: string | Date): string {
  return format(language, when, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Tue 3 November": for lists of near days. */
export function shortDate(language: string, when: string | Date): string {
  return format(language, when, { weekday: 'short', day: 'numeric', month: 'long' });
}

/** "14:05", in the tablet's own time zone. */
export function time(language: string, when: string | Date): string {
  return format(language, when, { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** "3 November 2026 at 14:05" */
export function dateTime(language: string, when: string | Date): string {
  return format(language, when, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/** "3 days": how long ago, in the largest whole unit, without "ago". Under a minute counts as one minute. */
export function age(language: string, since: string | Date, now: string | Date): string {
  const ms = Math.max(0, moment(now).getTime() - moment(since).getTime());
  const [amount, unit] =
    ms < HOUR_MS
      ? [Math.max(1, Math.floor(ms / 60_000)), 'minute' as const]
      : ms < 48 * HOUR_MS
        ? [Math.floor(ms / HOUR_MS), 'hour' as const]
        : ms < 2 * YEAR_MS
          ? [Math.floor(ms / (24 * HOUR_MS)), 'day' as const]
          : [Math.round(ms / YEAR_MS), 'year' as const];
  if (!Number.isFinite(amount)) return '';
  // Some browsers know nothing of some languages, and would say it in their own.
  return placed(
    language,
    isKnown(language)
      ? unitFormat(language, unit).format(amount)
      : findText('common', `ages.${unit}`, { count: amount }, { language, readingMode: 'standard' }).words,
  );
}

/** "1:05" for a length of sound or a wait, in Latin digits. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole and broken numbers in Latin digits, grouped as the language does. */
export function number(language: string, value: number): string {
  return new Intl.NumberFormat(`${language}-u-nu-latn`).format(value);
}

function format(language: string, when: string | Date, options: Intl.DateTimeFormatOptions): string {
  const at = moment(when);
  if (Number.isNaN(at.getTime())) return String(when);
  return placed(language, dateFormat(language, options).format(at));
}

const isKnown = (language: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;

/** The same day and time without a word: "03/11/2026, 14:05". */
function inDigits({ weekday: _unsaid, ...options }: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  return options.month === undefined ? options : { ...options, day: '2-digit', month: '2-digit' };
}

function placed(language: string, words: string): string {
  return languageOf(language).dir === 'rtl' ? isolate(words) : words;
}

/** A calendar day is that day wherever the tablet is: noon keeps it from slipping over midnight. */
function moment(when: string | Date): Date {
  if (when instanceof Date) return when;
  return new Date(DAY.test(when) ? `${when}T12:00:00` : when);
}

/** Making a formatter costs far more than using it, and a long list uses the same few for every line. */
const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`${language} ${JSON.stringify(options)}`, () => {
    // English is written as in Britain: day before month. Where this browser has no names of months, digits say it.
    const known = isKnown(language);
    const tag = language === 'en' || !known ? 'en-GB' : language;
    return new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, known ? options : inDigits(options));
  });
}

function unitFormat(language: string, unit: 'minute' | 'hour' | 'day' | 'year'): Intl.NumberFormat {
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return kept(`${language} ${unit}`, () => new Intl.NumberFormat(`${language}-u-nu-latn`, options));
}

function kept<Format extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => Format): Format {
  const known = formats.get(key) as Format | undefined;
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
