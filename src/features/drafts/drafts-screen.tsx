import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { loadTexts } from '../../i18n/catalogue.ts';
import { age } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { KINDS } from '../../kinds/registry.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { List } from '../../ui/list/list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { WhatWasLeft } from '../what-was-left.tsx';
import { DraftRow } from './draft-row.tsx';
import { SentRow } from './sent-row.tsx';
import { useLists } from './use-lists.ts';
import './drafts.css';

const FIRST_SENT = 20;

/** The one list of what this worker has on the tablet: not finished, waiting, sent. Never what was said. */
export function DraftsScreen(): VNode {
  const t = useText('drafts');
  const { language } = useLanguage();
  const { clock } = useServices();
  const { lists, unreadable, problem, discard, settled } = useLists();
  const [discarding, setDiscarding] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const [allSent, setAllSent] = useState(false);
  useEffect(() => void loadTexts([...Object.keys(KINDS).map((kind) => `kind-${kind}`), 'problems']), []);

  const now = new Date(clock.wallMs());
  const oldest = (times: readonly string[]) => {
    const first = [...times].sort()[0];
    return first === undefined ? null : t.el('oldest', { age: age(language, first, now) });
  };
  return (
    <Screen width="wide" top={<TopBar title={t.el('title')} back={{ label: t('common:back'), href: '/home' }} />}>
      <Stack room="large">
        {problem !== null && (
          <Notice tone="careful" speak="now">
            {t.el(`problems:${problem.code}`, problem.details)}
          </Notice>
        )}
        {settled !== null && <WhatWasLeft settled={settled} />}
        <LiveRegion>{told ? t('discarded') : ''}</LiveRegion>
        {lists !== null && (
          <>
            <Group
              name="notFinished"
              count={lists.notFinished.length}
              oldest={oldest(lists.notFinished.map((draft) => draft.startedAt))}
            >
              {lists.notFinished.map((draft) => (
                <DraftRow key={draft.draftId} draft={draft} now={now} onDiscard={() => setDiscarding(draft.draftId)} />
              ))}
            </Group>
            {unreadable > 0 && <Notice tone="careful">{t.el('unreadable', { count: unreadable })}</Notice>}
            <Group
              name="waiting"
              count={lists.waiting.length}
              oldest={oldest(lists.waiting.map(({ row }) => row.finishedAt))}
              after={lists.waitingOfOthers > 0 ? <p>{t.el('others', { count: lists.waitingOfOthers })}</p> : undefined}
            >
              {lists.waiting.map((one) => (
                <SentRow key={one.row.opId} one={one} now={now} />
              ))}
            </Group>
            <Group
              name="sent"
              count={lists.sent.length}
              oldest={null}
              after={
                !allSent && lists.sent.length > FIRST_SENT ? (
                  <Button onClick={() => setAllSent(true)}>{t.el('showMore')}</Button>
                ) : undefined
              }
            >
              {lists.sent.slice(0, allSent ? undefined : FIRST_SENT).map((one) => (
                <SentRow key={one.row.opId} one={one} now={now} />
              ))}
            </Group>
            <p class="drafts__small">{t.el('noContent')}</p>
          </>
        )}
      </Stack>
      <Dialog
        open={discarding !== null}
        onClose={() => setDiscarding(null)}
        title={t.el('discardTitle')}
        actions={
          <>
            <Button onClick={() => setDiscarding(null)}>{t.el('discardNo')}</Button>
            <Button
              look="careful"
              onClick={() => {
                const draftId = discarding;
                setDiscarding(null);
                if (draftId !== null) void discard(draftId).then(() => setTold(true));
              }}
            >
              {t.el('discardYes')}
            </Button>
          </>
        }
      >
        {t.el('discardText')}
      </Dialog>
    </Screen>
  );
}

function Group(props: {
  name: 'notFinished' | 'waiting' | 'sent';
  count: number;
  oldest: VNode | null;
  after?: VNode | undefined;
  children: ComponentChildren;
}): VNode {
  const t = useText('drafts');
  const id = `drafts-${props.name}`;
  return (
    <section aria-labelledby={id}>
      <Stack room="small">
        <h2 class="drafts__heading" id={id}>
          {t.el(`groups.${props.name}`)}
        </h2>
        <p class="drafts__small">
          {props.count === 0 ? t.el(`none.${props.name}`) : t.el('count', { count: props.count })}
          {props.oldest !== null && <> · {props.oldest}</>}
        </p>
        {props.count > 0 && <List label={t(`groups.${props.name}`)}>{props.children}</List>}
        {props.after}
      </Stack>
    </section>
  );
}
