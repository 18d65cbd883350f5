import type { ComponentType, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { currentLanguage } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { haveSeen, unseenNeeds } from '../raise-need.ts';
import { isHandedOver } from '../survey-ending.ts';
import { AnsweringHost } from './answering-host.tsx';
import { beginSurvey, surveyAddress } from './begin-survey.ts';
import { NeedCard } from './need-card.tsx';
import { PaperHost } from './paper-host.tsx';
import { answeringOf, useOpenAnswering, type OpenAnswering } from './use-open-answering.ts';

/** What one person after another leaves behind for the worker: gone when the worker has seen it. */
export interface Afternoon {
  /** How many have finished since the worker last had the tablet. */
  finished: number;
  /** The draft of an immediate need for each person who asked for help, the newest first. */
  needs: readonly string[];
  /** The draft of the paper sheet saved last: it can still be taken back. */
  lastSheet: string | null;
}

/**
 * `/survey/<draft>`: somebody answers. While the tablet is lent, it is the draft it is lent for, whatever the address says.
 */
export function AnswerScreen(props: { Serious: ComponentType<{ onBack?: () => void }> }): VNode | null {
  const { path, route } = useLocation();
  const { lentFor, lendFor, vault, visit } = useUnlocked();
  const services = useServices();
  const afternoon = useRef<Afternoon>(nothingYet());
  // The worker's own language: it is theirs again whenever they hold the tablet.
  const [own] = useState(currentLanguage);
  const [needs, showNeeds] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState(lentFor !== null);
  const leaving = useRef(false);
  const named = path.startsWith('/survey/') ? (path.split('/')[2] ?? '') : '';
  const draftId = lentFor ?? named;

  useEffect(() => {
    if (lentFor !== null && path !== surveyAddress(lentFor)) route(surveyAddress(lentFor), true);
  }, [lentFor, path, route]);

  const unseen = (): Promise<readonly string[]> => unseenNeeds(services, vault).catch(() => afternoon.current.needs);
  useEffect(() => {
    // It locked before the worker had it again: whoever asked for help is met before anything else.
    if (lentFor !== null) return;
    const look = async (): Promise<void> => {
      showNeeds(await unseen());
      setLooked(true);
    };
    void look();
  }, []);
  const away = async (): Promise<void> => {
    const asked = await unseen();
    afternoon.current = nothingYet();
    leaving.current = asked.length > 0;
    if (asked.length > 0) showNeeds(asked);
    else route('/surveys', true);
  };
  const leave = (): void => {
    lendFor(null);
    void away();
  };
  const later = async (): Promise<void> => {
    // What could not be kept as seen is shown again.
    await haveSeen(services, vault, needs).catch(() => undefined);
    showNeeds([]);
    if (leaving.current) route('/surveys', true);
  };
  const next = async (open: OpenAnswering): Promise<void> => {
    const { mode } = answeringOf(open.keeper);
    const from = { loaded: open.loaded, mode, visit: visit?.stamp ?? null, ...own };
    const { draftId: fresh } = await beginSurvey(services, vault, from);
    if (isHandedOver({ mode })) lendFor(fresh);
    route(surveyAddress(fresh), true);
  };

  if (needs.length > 0 && lentFor === null) return <NeedCard needs={needs} onLater={() => void later()} />;
  if (!looked) return null;
  if (draftId === '') return <Away onAway={() => route('/surveys', true)} />;
  return (
    <OneAnswering
      key={draftId}
      draftId={draftId}
      afternoon={afternoon.current}
      own={own}
      Serious={props.Serious}
      onNext={next}
      onLeave={leave}
    />
  );
}

const nothingYet = (): Afternoon => ({ finished: 0, needs: [], lastSheet: null });

export interface AnsweringProps {
  readonly draftId: string;
  readonly afternoon: Afternoon;
  readonly own: { readonly language: string; readonly readingMode: 'standard' | 'easy' };
  readonly Serious: ComponentType<{ onBack?: () => void }>;
  /** A fresh start with the same survey in the same way. */
  readonly onNext: (open: OpenAnswering) => Promise<void>;
  /** The worker has the tablet and is done here. */
  readonly onLeave: () => void;
}

export interface HostProps extends AnsweringProps {
  readonly open: OpenAnswering;
  /** The draft was changed in its place: open it anew. */
  readonly onReopen: () => void;
}

function OneAnswering(props: AnsweringProps): VNode {
  const t = useText('answer');
  const [turn, setTurn] = useState(0);
  const opening = useOpenAnswering(props.draftId, turn);
  const { onLeave } = props;
  if (opening.state === 'open') {
    const host = { ...props, open: opening.open, onReopen: () => setTurn(turn + 1) };
    const paper = answeringOf(opening.open.keeper).mode === 'paper';
    return paper ? <PaperHost key={turn} {...host} /> : <AnsweringHost key={turn} {...host} />;
  }
  if (opening.state === 'gone') return <Away onAway={onLeave} />;
  return (
    <Screen top={<TopBar title={t.el('title')} back={{ label: t('common:back'), onClick: onLeave }} />}>
      <Stack>
        {opening.state === 'opening' && <LiveRegion visible>{t.el('opening')}</LiveRegion>}
        {opening.state === 'left' && (
          <Notice speak="polite" actions={<Button onClick={onLeave}>{t.el('common:back')}</Button>}>
            {t.el(`left.${opening.left}`)}
          </Notice>
        )}
        {opening.state === 'failed' && (
          <Notice tone="careful" speak="now" actions={<Button onClick={onLeave}>{t.el('common:back')}</Button>}>
            {opening.problem.code === 'not-found'
              ? t.el('surveyGone')
              : t.el(`problems:${opening.problem.code}`, opening.problem.details)}
          </Notice>
        )}
      </Stack>
    </Screen>
  );
}

/** An address that names nothing any more. */
function Away(props: { onAway: () => void }): null {
  useEffect(() => props.onAway(), []);
  return null;
}
