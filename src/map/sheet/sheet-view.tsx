import type { VNode } from 'preact';
import type { Sheet } from '../../domain/place.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { SheetPicture } from './sheet-picture.tsx';

/** A plan to look at, and all it shows in words. */
export function SheetView(props: { sheet: Sheet; photoUrl: string | null; label: string }): VNode {
  const t = useText('map');
  return (
    <figure class="sheet" aria-label={props.label}>
      <SheetPicture sheet={props.sheet} photoUrl={props.photoUrl} />
      <figcaption>
        <ol class="sheet__legend" aria-label={t('sheet.marks')}>
          {props.sheet.marks.map(({ as, says }, at) => (
            <li key={at} class="sheet__said">
              <span class="sheet__said-number" aria-hidden="true">
                {at + 1}
              </span>
              {says === '' ? t.el(`sheet.kinds.${as}`) : <Bdi>{says}</Bdi>}
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}
