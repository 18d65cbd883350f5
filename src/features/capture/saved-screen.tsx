import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { SEND_ORDER } from '../../domain/kind.ts';
import { useText } from '../../i18n/use-text.tsx';
import { findKind } from '../../kinds/registry.ts';
import type { Finished } from '../../tablet/finish-record.ts';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { Receipt } from '../../record-parts/receipt/receipt.tsx';

/**
 * Shown only once the record is flushed. Says that it is saved, gives the code where there is one, and never shows
 * what was said: from here nobody can page back.
 */
export function SavedScreen(props: {
  kind: string;
  finished: Finished;
  tally: boolean;
  adds: boolean;
  hearsBack: boolean;
  onDone: () => void;
}): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const t = useText('capture');
  const r = useText('receipt');
  const code = props.tally ? null : props.finished.receiptCode;
  const definition = findKind(props.kind);
  const givesReceipt = definition?.givesReceipt === true;
  const urgent = !props.tally && definition?.sendOrder === SEND_ORDER.need;
  return (
    <Screen
      audience="participant"
      bottom={
        <BottomBar>
          <Button look="main" icon="check" onClick={props.onDone}>
            {code === null ? t.el('saved.next') : r.el('clean')}
          </Button>
        </BottomBar>
      }
    >
      <Stack room="large">
        <div class="saved__title">
          <h1 ref={heading} tabIndex={-1}>
            {t.el('saved.title')}
          </h1>
          <p>{t.el(props.tally ? 'saved.tally' : `kind-${props.kind}:saved`)}</p>
        </div>
        {props.adds && !props.tally && givesReceipt && <Notice tone="plain">{r.el('adds')}</Notice>}
        {urgent && <GoesFirst kind={props.kind} opId={props.finished.opId} />}
        {code !== null && (
          <>
            <Receipt code={code} hearsBack={props.hearsBack} />
            <Button icon="print" onClick={() => globalThis.print()}>
              {r.el('print')}
            </Button>
          </>
        )}
      </Stack>
    </Screen>
  );
}

/** What cannot wait is not done by being saved: says plainly whether the office has it yet. */
function GoesFirst(props: { kind: string; opId: string }): VNode {
  const t = useText(`kind-${props.kind}`);
  const { outbox } = useServices();
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    let left = false;
    const look = async () => {
      // What cannot be looked up is not said to have arrived.
      const row = await outbox.get(props.opId).catch(() => null);
      if (!left && row !== null) setArrived(row.state === 'stored' || row.state === 'applied');
    };
    void look();
    const stop = outbox.subscribe(() => void look());
    return () => {
      left = true;
      stop();
    };
  }, [outbox, props.opId]);
  return arrived ? (
    <Notice tone="good" title={t.el('arrived')} speak="polite">
      {t.el('arrivedNext')}
    </Notice>
  ) : (
    <Notice tone="careful" title={t.el('goesFirst')}>
      {t.el('notSeenYet')}
    </Notice>
  );
}
