import type { DeskNote } from '../../../domain/desk-places.ts';
import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { Standing } from '../../../places/open.ts';
import { ToldBy } from '../../told-by.tsx';

/** Whether a need is better now, with who said so; nothing where nobody asked again. */
export function NoteStanding({ standing }: { standing: Standing<DeskNote> | null }) {
  const t = useText('places');
  const { language } = useLanguage();
  const last = standing?.last ?? null;
  if (last?.answers === undefined) return null;
  return (
    <p>
      {t.el(`better.${last.answers.now}`, { when: date(language, last.on) })}{' '}
      <span class="desk-quiet">
        <ToldBy by={last} />
      </span>
    </p>
  );
}
