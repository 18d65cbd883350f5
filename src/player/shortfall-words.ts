import { findText } from '../i18n/catalogue.ts';
import type { Shortfall } from '../questions/definition.ts';
import type { Say } from '../sound/sound-desk.ts';

/** What to do about an answer that cannot be kept as it is. */
export function shortfallWords(shortfall: Shortfall): Say {
  const { reason, ...rest } = shortfall;
  const values = 'limit' in rest ? { limit: rest.limit, count: rest.limit } : rest;
  const { words, language } = findText('question-common', `shortfall.${reason}`, values);
  return { id: `shortfall.${reason}`, words, language, clip: null };
}
