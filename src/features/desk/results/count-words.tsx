import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { VisuallyHidden } from '../../../ui/hidden/visually-hidden.tsx';

/** A number of people, or the sign for one too small to show, said in words to whoever listens. */
export function CountWords({ count }: { count: number | null }) {
  const t = useText('desk-results');
  const { language } = useLanguage();
  if (count !== null) return <strong class="result-count">{number(language, count)}</strong>;
  return (
    <span class="result-count result-count--hidden" title={t('hidden')}>
      <span aria-hidden="true">*</span>
      <VisuallyHidden>{t.el('hidden')}</VisuallyHidden>
    </span>
  );
}
