import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Choice } from '../../domain/survey.ts';
import { useText } from '../../i18n/use-text.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { inOrder } from '../choices.ts';
import { CardNote } from '../parts/card-note.tsx';
import type { AnswerProps } from '../views.ts';
import { beansIn, type TokensSettings, type TokensValue } from './schema.ts';
import './tokens.css';

/**
 * Each thing with its beans drawn, and two buttons: one more, one back. In `say-first` the first touch on a thing says
 * it; from then on its buttons act, until another is touched.
 */
export function Answer(props: AnswerProps<TokensSettings, TokensValue>): VNode {
  const t = useText('question-tokens');
  const id = useId();
  const { settings, value } = props;
  const spent = value?.spent ?? {};
  const left = settings.tokens - beansIn(spent);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);

  const set = (code: string, beans: number): void => {
    const { [code]: _, ...others } = spent;
    const next = beans > 0 ? { ...others, [code]: beans } : others;
    props.onChange(Object.keys(next).length === 0 ? null : { spent: next });
  };
  const touch = (code: string, act: () => void): void => {
    if (props.touch === 'say-first' && said !== code) {
      setSaid(code);
      props.say(`o.${code}`);
    } else act();
  };
  const row = ({ code, picture }: Choice): VNode => {
    const beans = spent[code] ?? 0;
    const words = props.words(`o.${code}`);
    const pointed = props.touch === 'say-first' && said === code;
    const step = (by: 1 | -1, off: boolean, label: string): VNode => (
      <button
        class="tokens__step"
        type="button"
        aria-label={label}
        aria-disabled={off || undefined}
        onClick={() =>
          touch(code, () => {
            setRefused(by === 1 && off);
            if (!off) set(code, beans + by);
          })
        }
      >
        <Icon name={by === 1 ? 'plus' : 'minus'} />
      </button>
    );
    return (
      <li class={pointed ? 'tokens__row tokens__row--pointed' : 'tokens__row'} key={code}>
        <div class="tokens__what">
          {picture !== null && <span class="tokens__picture">{props.picture(picture)}</span>}
          <span class="tokens__words">{props.text(`o.${code}`)}</span>
        </div>
        <div class="tokens__spend">
          {step(-1, beans === 0, t('fewer', { words }))}
          <span class="tokens__on">
            <span class="tokens__count" aria-hidden="true">
              {beans}
            </span>
            <Beans count={beans} picture={props.picture} label={t('on', { count: beans })} />
          </span>
          {step(1, left === 0, t('more', { words }))}
        </div>
      </li>
    );
  };
  return (
    <div class="tokens">
      <div class="tokens__pot" id={`${id}-pot`}>
        <Beans count={left} picture={props.picture} label="" />
        <LiveRegion visible>
          <strong>{t.el('left', { count: left })}</strong>
        </LiveRegion>
      </div>
      <ul class="tokens__rows" aria-labelledby={props.labelledBy}>
        {inOrder(settings.choices, props.order).map(row)}
      </ul>
      <CardNote>{refused && left === 0 ? t.el('none') : null}</CardNote>
    </div>
  );
}

function Beans(props: {
  count: number;
  picture: AnswerProps<TokensSettings, TokensValue>['picture'];
  label: string;
}): VNode {
  return (
    <span class="tokens__beans" role={props.label === '' ? undefined : 'img'} aria-label={props.label || undefined}>
      {Array.from({ length: props.count }, (_, at) => (
        <span class="tokens__bean" key={at} aria-hidden="true">
          {props.picture('set:token')}
        </span>
      ))}
    </span>
  );
}
