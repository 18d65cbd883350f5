import type { VNode } from 'preact';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import type { Visit } from '../../kinds/visit/schema.ts';

/** What is said to people before leaving: large, to be read out from the screen and corrected by them. */
export function VisitCardAloud(props: { body: Visit; promises: number }): VNode {
  const t = useText('visits');
  const heard = props.body.heard.filter((line) => line.trim() !== '');
  return (
    <div class="visit-end__aloud">
      {heard.length > 0 && (
        <section>
          <h2>{t.el('end.cardHeard')}</h2>
          <ul>
            {heard.map((line, at) => (
              <li class="visit-end__line" key={at}>
                <Bdi>{line}</Bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {props.promises > 0 && (
        <section>
          <h2>{t.el('end.cardPromised')}</h2>
          <p>{t.el('end.promisedCount', { count: props.promises })}</p>
        </section>
      )}
      {props.body.hearBack.trim() !== '' && (
        <section>
          <h2>{t.el('end.cardHearBack')}</h2>
          <p class="visit-end__line">
            <Bdi>{props.body.hearBack}</Bdi>
          </p>
        </section>
      )}
      <p>{t.el('end.cardThanks')}</p>
    </div>
  );
}
