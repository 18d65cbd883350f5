import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { InboxDetail, InboxItem, Person } from '../../../domain/desk.ts';
import { LANES } from '../../../domain/kind.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useDesk } from '../desk-context.ts';
import { inboxPath, type InboxFilter } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import type { WantedChange } from '../record/change-item.ts';
import { createOpenItem } from '../record/open-item.ts';
import { RecordScreen } from '../record/record.tsx';
import { DidBar } from './did-bar.tsx';
import { EmptyInbox } from './empty-inbox.tsx';
import { InboxFilters } from './filters.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LaneTabs } from './lanes.tsx';
import { LongList } from './long-list.tsx';
import { useInbox } from './use-inbox.ts';
import { useKeys, type KeyCommand } from './use-keys.ts';
import { useTriage } from './use-triage.ts';

/** A record that was looked at this long has been read. Milliseconds. */
const READ_AFTER_MS = 2500;

/** The inbox: the list, and beside it (or over it, on a narrow screen) the record that is open. */
export function InboxRoom(props: { filter: InboxFilter; entityId: string | null; start: boolean }) {
  const { filter: asked, entityId, start } = props;
  const t = useText('desk-inbox');
  const desk = useDesk();
  const { client, go } = desk;
  const list = useInbox(asked);
  const { items, counts, fresh, more, loading, problem } = list.state();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [cursorId, setCursorId] = useState<string | null>(entityId);
  const [focusRequest, setFocusRequest] = useState(0);
  const [keysOn, setKeysOn] = useState(true);
  const [helpShown, setHelpShown] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);

  useEffect(() => {
    client.people().then(setPeople, () => undefined);
  }, [client]);

  const latestList = useRef(list);
  latestList.current = list;
  const onDetail = useCallback((detail: InboxDetail) => latestList.current.put(detail.item), []);
  const open = useMemo(
    () => (entityId === null ? null : createOpenItem(client, entityId, onDetail)),
    [client, entityId, onDetail],
  );
  const { did, apply, undo } = useTriage({ open, people, t, onDetail });

  useEffect(() => {
    if (open === null) return undefined;
    void open.load();
    setCursorId(open.entityId);
    const read = setTimeout(() => {
      if (open.state().detail?.item.state === 'new') void open.change({ state: 'read' });
    }, READ_AFTER_MS);
    return () => clearTimeout(read);
  }, [open]);

  useEffect(() => {
    if (!start || counts === null) return;
    const lane = LANES.find((one) => counts[one] > 0);
    if (lane !== undefined) go(inboxPath({ ...asked, lane }), true);
  }, [start, counts, asked, go]);

  const cursor = Math.max(
    0,
    items.findIndex((item) => item.entityId === cursorId),
  );
  const pathOf = useCallback((item: InboxItem) => inboxPath(asked, item.entityId), [asked]);

  function step(by: 1 | -1): void {
    const stands = cursorId !== null && items.some((item) => item.entityId === cursorId);
    const next = items[stands ? cursor + by : 0];
    if (next === undefined) return;
    setCursorId(next.entityId);
    if (entityId === null || isWide()) setFocusRequest((n) => n + 1);
    if (entityId !== null) go(pathOf(next), true);
  }

  /** The record a key is meant for: the open one, else the one the cursor stands on. */
  function meant(): InboxItem | undefined {
    return open?.state().detail?.item ?? items[cursor];
  }

  async function triage(item: InboxItem | undefined, wanted: WantedChange, moveOn = false): Promise<void> {
    if (item === undefined || item.withdrawn) return;
    const next = moveOn ? items[items.findIndex((one) => one.entityId === item.entityId) + 1] : undefined;
    const made = await apply(item, wanted);
    if (!made || next === undefined) return;
    setCursorId(next.entityId);
    if (entityId === null || isWide()) setFocusRequest((n) => n + 1);
    if (entityId !== null) go(pathOf(next), true);
  }

  function act(command: KeyCommand): void {
    if (command === 'next') step(1);
    else if (command === 'previous') step(-1);
    else if (command === 'done') void triage(meant(), { state: 'done' }, true);
    else if (command === 'mine') void triage(meant(), { ownerId: desk.me.actorId });
    else if (command === 'undo') void undo();
    else if (command === 'search') searchBox.current?.focus();
    else if (command === 'help') setHelpShown(true);
    else if (entityId !== null) {
      go(inboxPath(asked));
      setFocusRequest((n) => n + 1);
    }
  }
  useKeys(keysOn, act);

  const onNearEnd = useCallback(() => void list.loadMore(), [list]);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => setNow(new Date()), [items]);

  return (
    <div class={`desk-inbox${entityId === null ? '' : ' desk-inbox--open'}`}>
      <h1 class="visually-hidden">{t.el('title')}</h1>
      <section class="desk-inbox__list" aria-label={t('title')}>
        <div class="desk-inbox__head">
          <LaneTabs filter={asked} counts={counts} />
          <InboxFilters
            filter={asked}
            people={people}
            searchRef={searchBox}
            onChange={(filter) => go(inboxPath(filter, entityId), true)}
          />
        </div>
        <div class="desk-inbox__scroll">
          <div class="desk-inbox__tell">
            <LiveRegion visible>
              {loading && items.length === 0 ? t('loading') : counts === null ? '' : foundWords(counts.found)}
            </LiveRegion>
            {fresh > 0 && (
              <Button look="main" icon="up" onClick={() => void list.load()}>
                {t.el('fresh', { count: fresh })}
              </Button>
            )}
            <KeysHelp shown={helpShown} onShow={setHelpShown} on={keysOn} onSwitch={setKeysOn} />
          </div>
          {problem !== null && <ProblemNotice problem={problem} onRetry={() => void list.load()} />}
          {items.length === 0 && !loading && problem === null && counts !== null && <EmptyInbox filter={asked} />}
          <LongList
            items={items}
            total={more ? Math.max(counts?.found ?? 0, items.length) : items.length}
            cursor={cursor}
            focusRequest={focusRequest}
            openId={entityId}
            pathOf={pathOf}
            now={now}
            onNearEnd={onNearEnd}
            onArrow={step}
          />
        </div>
      </section>
      <section class="desk-inbox__record" aria-label={t('desk-record:sections.words')}>
        {open === null ? (
          <div class="desk-nothing-open">
            <p>{t.el('desk-record:nothingOpen')}</p>
            {keysOn && <p class="desk-quiet">{t.el('desk-record:nothingOpenHint')}</p>}
          </div>
        ) : (
          <>
            <Button look="quiet" icon="back" href={inboxPath(asked)}>
              {t.el('desk-record:back')}
            </Button>
            <RecordScreen
              key={open.entityId}
              open={open}
              people={people}
              onTriage={(wanted) => void triage(open.state().detail?.item, wanted)}
            />
          </>
        )}
      </section>
      <DidBar did={did} onUndo={() => void undo()} />
    </div>
  );

  function foundWords(found: number): string {
    return found >= 10_000 ? t('foundMany', { count: 10_000 }) : t('found', { count: found });
  }
}

const isWide = (): boolean => window.matchMedia('(min-width: 1100px)').matches;
