import type { InboxItem } from '../../../domain/desk.ts';
import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { localDay } from '../../local-day.ts';

/** Kept, owed by a day, late, or owed without one: in words. */
export function PromiseState({ item }: { item: InboxItem }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  if (item.state === 'done') return t.el('owed.done');
  if (item.dueAt === null) return t.el('owed.noDate');
  const late = item.dueAt.slice(0, 10) < localDay(Date.now());
  return t.el(late ? 'owed.late' : 'owed.due', { when: date(language, item.dueAt) });
}
