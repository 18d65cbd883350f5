import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { KIND_PICTURES } from '../../ui/pictures/kinds.ts';
import { Picture } from '../../ui/pictures/picture.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import './answer.css';

/** Before anything else, once the worker has the tablet again: somebody asked for help in their answers. */
export function NeedCard(props: { needs: readonly string[]; onLater: () => void }): VNode {
  const t = useText('answer');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [first] = props.needs;
  return (
    <Screen>
      <Stack room="large">
        <div class="need-card__picture">
          <Picture art={KIND_PICTURES['immediate-need']} alt="" />
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {t.el('need.title', { count: props.needs.length })}
        </h1>
        <p>{t.el('need.text', { count: props.needs.length })}</p>
        <Button look="main" wide icon="need" href={`/capture/immediate-need/${first}`}>
          {t.el('need.start')}
        </Button>
        <Button look="quiet" wide onClick={props.onLater}>
          {t.el('need.later')}
        </Button>
      </Stack>
    </Screen>
  );
}
