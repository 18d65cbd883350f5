import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { daysUntil } from '../due.ts';

/** When something is due, and in words how long that is from today; nothing once it is done. */
export function Due({ dueAt, done, now }: { dueAt: string | null; done: boolean; now: Date }) {
  const t = useText('desk-record');
  const { language } = useLanguage();
  if (dueAt === null) return null;
  const days = daysUntil(dueAt, now);
  const by = t('due.by', { date: date(language, dueAt.slice(0, 10)) });
  if (days === null || done) return <span class="desk-due">{by}</span>;
  return <span class={`desk-due desk-due--${days < 0 ? 'over' : days <= 1 ? 'near' : 'later'}`}>{dueWords()}</span>;

  function dueWords(): string {
    if (days === null || days > 14) return by;
    if (days === 0) return t('due.today');
    if (days === 1) return t('due.tomorrow');
    return days < 0 ? t('due.overdue', { count: -days }) : t('due.in', { count: days });
  }
}
