import type { VNode } from 'preact';
import type { PlaceLink, Sheet } from '../domain/place.ts';
import { useText } from '../i18n/use-text.tsx';
import { useLentPlaces } from './lent-places.ts';

/** "Meets at Central Library", or at another entry where the directory is not at hand. */
export function LinkShown({ link }: { link: PlaceLink }): VNode {
  const t = useText('place-parts');
  const l = useText('lists');
  const name = useLentPlaces().nameOf(link.to) ?? t('summary.otherEntry');
  return (
    <>
      {l.el(`linkKinds.${link.how}`)} <bdi>{name}</bdi>
    </>
  );
}

/** The plan itself where it can be drawn, and in words in any case. */
export function PlanShown({ sheet }: { sheet: Sheet }): VNode {
  const t = useText('place-parts');
  const { Plan } = useLentPlaces();
  const said = sheet.marks.map(({ says }) => says).filter((says) => says !== '');
  return (
    <section>
      <h3 class="summary__heading">{t.el('summary.sheet')}</h3>
      <Plan sheet={sheet}>
        <>
          <p>{t.el('summary.sheetMarks', { count: sheet.marks.length })}</p>
          {said.length > 0 && (
            <ul>
              {said.map((says, at) => (
                <li key={at}>
                  <bdi>{says}</bdi>
                </li>
              ))}
            </ul>
          )}
        </>
      </Plan>
    </section>
  );
}
