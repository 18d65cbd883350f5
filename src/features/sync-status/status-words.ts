import { time } from '../../i18n/dates.ts';
import type { Text } from '../../i18n/use-text.tsx';
import type { SyncStatus } from '../../sync/status.ts';

export type StatusTone = 'calm' | 'working' | 'waiting' | 'attention';

/**
 * What the chip says: where people's words are now. A reason is added only where somebody can do something about it;
 * having no connection is the ordinary state of the field and is never called a fault.
 */
export function statusWords(status: SyncStatus, t: Text, language: string): string {
  switch (status.phase) {
    case 'saved':
      return t('chip.saved', { count: status.waiting });
    case 'parts-coming':
      return t('chip.parts', { count: status.waitingMedia });
    case 'all-sent':
      return status.lastSentAt === null
        ? t('chip.allSentPlain')
        : t('chip.allSent', { time: time(language, status.lastSentAt) });
    default:
      return t(`chip.${status.phase}`);
  }
}

/** Problems that are the ordinary state of the field: no signal, a slow link, a server having its break. */
const ORDINARY = new Set([
  'unreachable',
  'timed-out',
  'server-busy',
  'nonsense-answer',
  'too-many-requests',
  'stale-nonce',
]);

/** Whether a person must do something before it gets on. */
export function needsSomebody(status: SyncStatus): boolean {
  return status.problem !== null && !ORDINARY.has(status.problem);
}

export function statusTone(status: SyncStatus): StatusTone {
  if (needsSomebody(status)) return 'attention';
  if (status.phase === 'sending') return 'working';
  return status.phase === 'saved' || status.phase === 'parts-coming' ? 'waiting' : 'calm';
}
