import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices } from '../../app/services.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { MapLender } from '../../record-parts/place/map-loan.ts';
import { KeepsWords } from '../../kinds/kept-words.tsx';
import { Heard } from '../../record-parts/sound/heard.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { requestFromAddress } from './address.ts';
import { CaptureHost } from './capture-host.tsx';
import { useOpenDraft, type CaptureRequest } from './use-open-draft.ts';
import './capture.css';

/**
 * One record, from its first screen to its receipt: the one asked for, or else the one the address names.
 * `onDone` is called when the person leaves it, finished or not; without it, home is next. What is not finished stays
 * under "not finished".
 */
export function CaptureScreen(props: { request?: CaptureRequest; onDone?: () => void }): VNode | null {
  const { route, url } = useLocation();
  const onDone = props.onDone ?? (() => route('/home', true));
  return <FromAddress key={url} request={props.request} onDone={onDone} />;
}

function FromAddress(props: { request: CaptureRequest | undefined; onDone: () => void }): VNode | null {
  const { onDone } = props;
  const [request] = useState(() => props.request ?? requestFromAddress(globalThis.location));
  useEffect(() => {
    if (request === null) onDone();
    // An address that names no record any more was finished before the lock.
  }, [request]);
  return request === null ? null : <OneRecord request={request} onDone={onDone} />;
}

function OneRecord(props: { request: CaptureRequest; onDone: () => void }): VNode {
  const { request, onDone } = props;
  const t = useText('capture');
  const opening = useOpenDraft(request);
  const services = useServices();
  const lendTiles = useCallback(async () => (await import('../map-tiles.ts')).readMapTiles(services), [services]);
  if (opening.state === 'open')
    return (
      <Heard>
        <MapLender value={lendTiles}>
          <KeepsWords>
            <CaptureHost kind={request.kind} open={opening.open} onDone={onDone} />
          </KeepsWords>
        </MapLender>
      </Heard>
    );
  return (
    <Screen
      top={<TopBar title={t.el(`kind-${request.kind}:name`)} back={{ label: t('common:back'), onClick: onDone }} />}
    >
      {opening.state === 'opening' ? (
        <LiveRegion visible>{t.el('opening')}</LiveRegion>
      ) : (
        <Notice tone="careful" speak="now" actions={<Button onClick={onDone}>{t.el('common:back')}</Button>}>
          {opening.problem.code === 'not-found'
            ? t.el('notFound')
            : t.el(`problems:${opening.problem.code}`, opening.problem.details)}
        </Notice>
      )}
    </Screen>
  );
}
