import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { useText } from '../../i18n/use-text.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TextArea } from '../../ui/text-field/text-area.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { VisitCardAloud } from './visit-card-aloud.tsx';
import { endVisit } from './keep-visit.ts';
import { useVisitEnd } from './use-visit-end.ts';
import './visit-end.css';

const LINES = [0, 1, 2] as const;

/** What was heard, what was promised, how people will hear back: written, read out, corrected, then sealed. */
export function VisitEndScreen(): VNode {
  const t = useText('visits');
  const services = useServices();
  const { vault, visit, setVisit } = useUnlocked();
  const { route } = useLocation();
  const end = useVisitEnd();
  const [card, showCard] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  const finish = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    try {
      await endVisit(services, vault, await end.flush());
      await setVisit(null);
      services.sync.nudge();
      route('/home', true);
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };

  const back = card
    ? { label: t('end.edit'), onClick: () => showCard(false) }
    : { label: t('common:back'), href: '/home' };
  const top = <TopBar title={t.el(card ? 'end.card' : 'end.title')} back={back} />;
  if (visit === null)
    return (
      <Screen top={top}>
        <EmptyState
          title={t.el('end.none')}
          action={
            <Button look="main" href="/visit/start">
              {t.el('start.title')}
            </Button>
          }
        />
      </Screen>
    );
  if (end.body === null) return <Screen top={top}>{null}</Screen>;
  const { body, change, promises } = end;

  const bottom = card ? (
    <BottomBar>
      <Button onClick={() => showCard(false)}>{t.el('end.edit')}</Button>
      <Button look="main" busy={busy} onClick={() => void finish()}>
        {t.el(busy ? 'end.finishing' : 'end.finish')}
      </Button>
    </BottomBar>
  ) : (
    <BottomBar>
      <Button look="main" icon="next" iconAt="end" onClick={() => showCard(true)}>
        {t.el('end.check')}
      </Button>
    </BottomBar>
  );
  return (
    <Screen top={top} bottom={bottom} audience={card ? 'participant' : 'staff'}>
      {failed && (
        <Notice tone="careful" speak="now">
          {t.el('end.failed')}
        </Notice>
      )}
      {card ? (
        <VisitCardAloud body={body} promises={promises} />
      ) : (
        <>
          <p>{t.el('end.lead')}</p>
          <fieldset class="visit-end__heard">
            <legend>
              <h2>{t.el('end.heard')}</h2>
            </legend>
            <p>{t.el('end.heardHint')}</p>
            {LINES.map((n) => (
              <TextField
                key={n}
                label={t.el('end.heardLine', { n: n + 1 })}
                value={body.heard[n] ?? ''}
                maxLength={300}
                onChange={(line) => change({ heard: LINES.map((at) => (at === n ? line : (body.heard[at] ?? ''))) })}
              />
            ))}
          </fieldset>
          <div>
            <h2>{t.el('end.promised')}</h2>
            <p>{promises === 0 ? t.el('end.promisedNone') : t.el('end.promisedCount', { count: promises })}</p>
          </div>
          <TextArea
            label={t.el('end.hearBack')}
            hint={t.el('end.hearBackHint')}
            value={body.hearBack}
            maxLength={600}
            rows={2}
            onChange={(hearBack) => change({ hearBack })}
          />
          <TextArea
            label={t.el('end.note')}
            hint={t.el('common:optional')}
            value={body.note}
            maxLength={2000}
            rows={2}
            onChange={(note) => change({ note })}
          />
        </>
      )}
    </Screen>
  );
}
