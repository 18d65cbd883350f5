import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import type { Difference } from '../../places/differing.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { FactWords } from '../fact-words.tsx';
import { ToldBy } from '../told-by.tsx';

/** Where people saw the same thing differently: side by side, each with who said it and when. Nobody is wrong here. */
export function Differences(props: { differences: readonly Difference[] }): VNode | null {
  const t = useText('places');
  if (props.differences.length === 0) return null;
  return (
    <Notice icon="people" title={t.el('differing')}>
      {props.differences.map(({ what, views }) => (
        <div class="places-differ" key={what}>
          <p>{t.el(`facts.${what}`)}</p>
          <ul>
            {views.map(({ value, by }) => (
              <li key={by?.byName ?? ''}>
                <p class="places__strong">
                  <FactWords what={what} value={value} />
                </p>
                {by !== null && (
                  <p class="places__soft">
                    <ToldBy by={by} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Notice>
  );
}
