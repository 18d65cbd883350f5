import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { NameMark } from '../ui/name-mark/name-mark.tsx';
import { Screen, Stack } from '../ui/screen/screen.tsx';
import { RescuePart, type Rescue } from './last-resort.tsx';

/** A whole plain page for what stops the tablet from starting: what happened, what is safe, what to do next. */
export function TroublePage(props: {
  title: ComponentChildren;
  children: ComponentChildren;
  actions?: ComponentChildren;
}): VNode {
  const t = useText('app');
  return (
    <Screen>
      <NameMark name={t('common:appName')} />
      <Stack>
        <h1>{props.title}</h1>
        {props.children}
      </Stack>
      {props.actions}
    </Screen>
  );
}

export function OtherTabScreen(props: { takeOver: () => Promise<void>; onTaken: () => void }): VNode {
  const t = useText('app');
  const [busy, setBusy] = useState(false);
  const use = async (): Promise<void> => {
    setBusy(true);
    try {
      await props.takeOver();
      props.onTaken();
    } finally {
      setBusy(false);
    }
  };
  return (
    <TroublePage
      title={t.el('otherTab.title')}
      actions={
        <Button look="main" busy={busy} onClick={() => void use()}>
          {t.el(busy ? 'otherTab.using' : 'otherTab.use')}
        </Button>
      }
    >
      <p>{t.el('otherTab.text')}</p>
    </TroublePage>
  );
}

export function NoOpfsScreen(): VNode {
  const t = useText('app');
  return (
    <TroublePage title={t.el('noOpfs.title')}>
      <p>{t.el('noOpfs.text')}</p>
      <p>{t.el('noOpfs.next')}</p>
    </TroublePage>
  );
}

export function BrokenScreen(props: { rescue: Rescue }): VNode {
  const t = useText('app');
  return (
    <TroublePage
      title={t.el('broken.title')}
      actions={
        <>
          <Button look="main" icon="refresh" onClick={() => location.reload()}>
            {t.el('broken.again')}
          </Button>
          <RescuePart rescue={props.rescue} />
        </>
      }
    >
      <p>{t.el('broken.text')}</p>
    </TroublePage>
  );
}
