import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { InboxItem } from '../../../domain/desk.ts';
import type { KeptBack, OpenPlace } from '../../../domain/desk-places.ts';
import { toProblem } from '../../../domain/problems.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { localDay } from '../../local-day.ts';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page } from '../frame/page.tsx';
import { inboxPath, placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { Agreed } from './agreed.tsx';
import { ChangeProblem } from './change-problem.tsx';
import { draftOf, regraded } from './draft-of.ts';
import { EditPlace } from './edit-place.tsx';
import { joinEdits, type DraftField } from './join-edits.ts';
import { knownOf } from './known-of.ts';
import { Linked } from './linked.tsx';
import { OpenNeeds } from './open-needs.tsx';
import { OtherEditNotice } from './other-edit.tsx';
import { beginEdit, type PlaceEdit, withLink } from './place-edit.ts';
import { PlaceEvents } from './place-events.tsx';
import { PlaceNotes } from './place-notes.tsx';
import { Promises } from './promises.tsx';
import { Relationship } from './relationship.tsx';
import { usePlaceEdit } from './use-place-edit.ts';
import { usePromises } from './use-promises.ts';
import { WordsKeptBack } from './words-kept-back.tsx';

/** One entry: what is agreed, what was seen and by whom, and all that the desk did to it. */
export function OnePlace({ entryId }: { entryId: string }) {
  const t = useText('desk-places');
  const { client } = useDesk();
  const { value, problem, again, put } = useAsked(useCallback(() => client.place(entryId), [client, entryId]));
  if (value === null)
    return (
      <Page title={t.el('title')}>
        {problem === null ? (
          <Moment>{t.el('loading')}</Moment>
        ) : (
          <ProblemNotice problem={problem} onRetry={() => void again()} />
        )}
      </Page>
    );
  return <Opened open={value} put={put} again={again} />;
}

const NONE: readonly InboxItem[] = [];

type Did = 'kept' | 'keptSome' | 'checked' | 'closed' | 'reopened' | 'unmerged' | 'wordsKept' | 'wordsOut' | 'unkept';

function Opened(props: { open: OpenPlace; put: (open: OpenPlace) => void; again: () => Promise<void> }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { open, put, again } = props;
  const { entry, rev } = open;
  const { busy, problem, act, forget } = useAct();
  const { edit, setEdit, settle } = usePlaceEdit(entry.entryId);
  const [did, setDid] = useState<Did | null>(null);
  const [leftOpen] = useState(edit !== null);
  // Said once the page stands, so that it is heard too.
  useEffect(() => {
    if (leftOpen) setDid('unkept');
  }, [leftOpen]);
  const opener = useFocusAfter(edit === null);
  const today = localDay(Date.now());
  const known = knownOf(open, today);
  const promised = usePromises(open);
  const take = (what: Did, work: () => Promise<OpenPlace>): void =>
    void act(async () => {
      setDid(null);
      const now = await work();
      put(now);
      setDid(what);
      // What is being written stays, and goes on from here unless somebody else wrote meanwhile.
      if (edit !== null && JSON.stringify(draftOf(now.entry)) === JSON.stringify(edit.before))
        settle(edit, { ...edit, rev: now.rev });
    });
  const keep = (written: PlaceEdit): void =>
    void act(async () => {
      const mine = withLink(written);
      setDid(null);
      setEdit(mine);
      try {
        const now = await client.changePlace(entry.entryId, mine.rev, mine.draft);
        put(now);
        settle(mine, null);
        setDid(now.keptBack.length > 0 ? 'keptSome' : 'kept');
      } catch (thrown) {
        const trouble = toProblem(thrown, 'unreachable');
        if (trouble.code !== 'conflict') throw trouble;
        // Somebody was quicker: both changes go together, and nothing is written before it was looked at.
        const now = await client.place(entry.entryId);
        const theirs = draftOf(now.entry);
        const { draft, both } = joinEdits(mine.before, mine.draft, theirs);
        put(now);
        const other = { by: now.changedBy, theirs, both };
        if (!settle(mine, { ...mine, rev: now.rev, before: theirs, draft, other })) throw trouble;
      }
    });
  const decide = ({ entryId, rev: at, piece }: KeptBack, what: 'keep' | 'out'): void =>
    take(what === 'keep' ? 'wordsKept' : 'wordsOut', async () => {
      const now = await client.decideWords(entryId, { rev: at, piece, decide: what });
      // It may be of an entry that was merged into this one.
      return entryId === entry.entryId ? now : client.place(entry.entryId);
    });
  const takeTheirs = (field: DraftField): void => {
    if (edit?.other == null) return;
    const { other, draft } = edit;
    const both = other.both.filter((one) => one !== field);
    const next = { ...draft, [field]: other.theirs[field] };
    setEdit({ ...edit, draft: regraded(next, next.grade), other: { ...other, both } });
  };
  const into = entry.mergedInto;
  return (
    <Page
      title={<Bdi>{entry.name}</Bdi>}
      aside={
        <Button icon="download" href={placesPath({ show: 'profile', entryId: entry.entryId })}>
          {t.el('profile.open')}
        </Button>
      }
    >
      <p>
        <a href="/desk/places">{t.el('back')}</a>
      </p>
      <p class="desk-quiet">
        {t.el(`lists:entryTypes.${entry.type}`)}
        {entry.setting !== null && <> · {t.el(`lists:settings.${entry.setting}`)}</>} · {t.el(`grades.${entry.grade}`)}{' '}
        · {t.el('since', { when: date(language, entry.since) })}
      </p>
      <LiveRegion visible>{did === null ? '' : t.el(did === 'unkept' ? 'edit.unkept' : `did.${did}`)}</LiveRegion>
      {problem !== null && (
        <ChangeProblem
          problem={problem}
          onAgain={() => {
            forget();
            void again();
          }}
        />
      )}
      {into !== null && (
        <div class="desk-caution">
          <p>
            {t.el('mergedInto')} <a href={placesPath({ show: 'one', entryId: into })}>{t.el('mergedOpen')}</a>
          </p>
          <Button busy={busy} onClick={() => take('unmerged', () => client.unmergePlace(entry.entryId, rev))}>
            {t.el('unmerge')}
          </Button>
        </div>
      )}
      {!entry.checked && into === null && (
        <div class="desk-caution">
          <p>{t.el('unchecked')}</p>
          <div class="places-desk__line">
            {open.entityId !== null && (
              <Button href={inboxPath({ state: 'open' }, open.entityId)}>{t.el('openRecord')}</Button>
            )}
            <Button
              look="main"
              busy={busy}
              onClick={() => take('checked', () => client.checkPlace(entry.entryId, rev))}
            >
              {t.el('check')}
            </Button>
          </div>
        </div>
      )}
      {edit === null && (
        <WordsKeptBack pieces={open.keptBack} busy={busy} onDecide={decide} onNone={() => opener.current?.focus()} />
      )}
      {entry.closed && <p class="desk-caution">{t.el('closedWhat')}</p>}
      {edit !== null ? (
        <>
          {edit.other !== null && <OtherEditNotice other={edit.other} onTheirs={takeTheirs} />}
          <EditPlace
            // What stands in the fields anew when it came from somebody else.
            key={`${edit.rev} ${edit.other?.both.length ?? 0}`}
            title={t.el('edit.title', { name: isolate(entry.name) })}
            edit={edit}
            stored={entry}
            seen={open.notes.find(({ share, status }) => share === 'team' && status !== null)}
            busy={busy}
            onChange={setEdit}
            onKeep={() => keep(edit)}
            onLeave={() => {
              forget();
              setDid(null);
              setEdit(null);
            }}
          />
        </>
      ) : (
        <>
          {known !== null && <Agreed known={known} today={today} />}
          {into === null && (
            <div class="places-desk__line">
              <Button
                icon="edit"
                ref={opener}
                onClick={() => {
                  setDid(null);
                  setEdit(beginEdit(rev, draftOf(entry)));
                }}
              >
                {t.el('edit.open')}
              </Button>
              <Button
                icon="archive"
                look="quiet"
                busy={busy}
                onClick={() =>
                  take(entry.closed ? 'reopened' : 'closed', () => client.closePlace(entry.entryId, rev, !entry.closed))
                }
              >
                {t.el(entry.closed ? 'reopen' : 'close')}
              </Button>
            </div>
          )}
        </>
      )}
      <Linked open={open} />
      <Promises promised={promised} />
      <Relationship open={open} promises={promised.value ?? NONE} />
      <OpenNeeds notes={open.notes} today={today} />
      <PlaceNotes notes={open.notes} today={today} />
      <PlaceEvents open={open} />
    </Page>
  );
}

/** Gives the focus back to what opened something when that is closed again. */
function useFocusAfter(closed: boolean): { current: HTMLElement | null } {
  const opener = useRef<HTMLElement>(null);
  const was = useRef(closed);
  useEffect(() => {
    if (closed && !was.current) opener.current?.focus();
    was.current = closed;
  }, [closed]);
  return opener;
}
