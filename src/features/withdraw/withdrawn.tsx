import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';

/** What happened, plainly: what was emptied here, what goes to the office, and what cannot be undone. */
export function Withdrawn(props: {
  scope: 'words' | 'contact';
  foundHere: number;
  draftsRemoved: number;
  onAgain: () => void;
}): VNode {
  const t = useText('withdraw');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Screen
      audience="participant"
      bottom={
        <BottomBar>
          <Button onClick={props.onAgain}>{t.el('another')}</Button>
          <Button look="main" icon="check" href="/home">
            {t.el('finish')}
          </Button>
        </BottomBar>
      }
    >
      <Stack>
        <h1 ref={heading} tabIndex={-1}>
          {t.el(props.scope === 'words' ? 'done.titleWords' : 'done.titleContact')}
        </h1>
        <p>{t.el('done.goesFirst')}</p>
        {props.scope === 'words' && <p>{t.el(props.foundHere > 0 ? 'done.foundHere' : 'done.notHere')}</p>}
        {props.draftsRemoved > 0 && <p>{t.el('done.drafts', { count: props.draftsRemoved })}</p>}
        {props.scope === 'words' && <p>{t.el('done.honest')}</p>}
      </Stack>
    </Screen>
  );
}
