import type { Tablet } from '../../../domain/desk.ts';
import { age, date, number } from '../../../i18n/dates.ts';
import type { Text } from '../../../i18n/use-text.tsx';

/** A clock this far out is worth saying. Milliseconds. */
const SKEW_WORTH_SAYING_MS = 5 * 60_000;
const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;

/** What a tablet told of itself, in short pieces; what it did not tell is left out. */
export function tabletFacts(t: Text, language: string, tablet: Tablet): readonly string[] {
  const { persisted, freeBytes, battery, clockSkewMs: skew, appVersion } = tablet;
  const facts = [t('received', { count: tablet.received }), t('added', { date: date(language, tablet.enrolledAt) })];
  if (persisted === true) facts.push(t('persisted'));
  if (freeBytes !== null) facts.push(t('free', { amount: sizeWords(t, language, freeBytes) }));
  if (battery !== null) facts.push(t('battery', { percent: Math.round(battery * 100) }));
  if (skew !== null && Math.abs(skew) >= SKEW_WORTH_SAYING_MS) {
    const by = age(language, new Date(0), new Date(Math.abs(skew)));
    facts.push(t(skew > 0 ? 'clockAhead' : 'clockBehind', { age: by }));
  }
  if (appVersion !== null) facts.push(t('version', { version: appVersion }));
  return facts;
}

function sizeWords(t: Text, language: string, bytes: number): string {
  return bytes >= GIGABYTE
    ? t('freeGb', { amount: number(language, Math.round((bytes / GIGABYTE) * 10) / 10) })
    : t('freeMb', { amount: number(language, Math.round(bytes / MEGABYTE)) });
}
