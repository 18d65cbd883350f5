import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { CaptureHost } from './capture-host.tsx';
import { useOpenDraft, type CaptureRequest } from './use-open-draft.ts';
import './capture.css';

/**
 * One record, from its first screen to its receipt. Give it a `key` of kind and draft: a new record is a new screen.
 * `onDone` is called when the person leaves it, finished or not; what is not finished stays under "not finished".
 */
export function CaptureScreen(props: CaptureRequest & { onDone: () => void }): VNode {
  const t = useText('capture');
  const opening = useOpenDraft(props);
  const done = useRef(props.onDone);
  useEffect(() => {
    done.current = props.onDone;
  }, [props.onDone]);

  if (opening.state === 'open') {
    return <CaptureHost kind={props.kind} open={opening.open} onDone={() => done.current()} />;
  }
  return (
    <Screen
      top={<TopBar title={t.el(`kind-${props.kind}:name`)} back={{ label: t('leave'), onClick: props.onDone }} />}
    >
      {opening.state === 'opening' ? (
        <LiveRegion visible>{t.el('opening')}</LiveRegion>
      ) : (
        <Notice tone="careful" speak="now" actions={<Button onClick={props.onDone}>{t.el('common:back')}</Button>}>
          {t.el(`problems:${opening.problem.code}`, opening.problem.details)}
        </Notice>
      )}
    </Screen>
  );
}
