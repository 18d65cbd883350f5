import { useLocation } from 'preact-iso';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeskStatus } from '../../domain/desk.ts';
import { loadTexts } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/use-text.tsx';
import { KINDS } from '../../kinds/registry.ts';
import type { ClipMaker } from '../../ports/clip-maker.ts';
import type { DeskClient } from '../../ports/desk-client.ts';
import { AuditRoom } from './audit/audit-room.tsx';
import { type Connection, createConnection } from './connection.ts';
import { DeskRoomProvider, mayOf, useChanges, type DeskRoom, type SignedIn } from './desk-context.ts';
import { FrontDoor, NotSetUpPage, SignInPage } from './frame/front-door.tsx';
import { Frame, roomNeeds } from './frame/frame.tsx';
import { SignedOutDialog } from './frame/signed-out-dialog.tsx';
import { InboxRoom } from './inbox/inbox-room.tsx';
import { LanguagesRoom } from './languages/languages-room.tsx';
import { MapsRoom } from './maps/maps-room.tsx';
import { createNotes, type Notes } from './notes.ts';
import { OrganisationRoom } from './organisation/organisation-room.tsx';
import { ToConfirmNotice } from './organisation/to-confirm-notice.tsx';
import { PeopleRoom } from './people/people-room.tsx';
import { type Place, readPlace } from './place.ts';
import type { PlaceEdit } from './places/place-edit.ts';
import { PlacesRoom } from './places/places-room.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { Problem } from '../../domain/problems.ts';
import { QuarantineRoom } from './quarantine/quarantine-room.tsx';
import { ConfirmPage, SetupPage } from './setup/setup-page.tsx';
import { SoundsRoom } from './sounds/sounds-room.tsx';
import { SurveysRoom } from './surveys/surveys-room.tsx';
import { TabletsRoom } from './tablets/tablets-room.tsx';
import { WithdrawRoom } from './withdraw/withdraw-room.tsx';
import './desk.css';
import { Moment } from './frame/moment.tsx';

/** Everything the desk says, fetched before it shows. */
const DESK_TEXTS: readonly string[] = [
  'common',
  'problems',
  'lists',
  'consent',
  'desk-frame',
  'desk-setup',
  'desk-inbox',
  'desk-record',
  'desk-quarantine',
  'desk-tablets',
  'desk-people',
  'desk-organisation',
  'desk-withdraw',
  'desk-audit',
  'desk-surveys',
  'desk-sounds',
  'desk-places',
  'desk-languages',
  ...Object.keys(KINDS).map((kind) => `kind-${kind}`),
];

/** How often an unanswering server is asked whether it is back. Milliseconds. */
const ASK_AGAIN_MS = 5000;

/**
 * The staff desk, for every address under `/desk`. Plainly an online screen: it keeps nothing but what is being typed,
 * and that in memory.
 */
export function Desk({ client, clips = null }: { client: DeskClient; clips?: ClipMaker | null }) {
  const connection = useMemo(() => createConnection(client), [client]);
  const notes = useMemo(() => createNotes(), []);
  const edits = useMemo(() => createNotes<PlaceEdit>(), []);
  const [ready, setReady] = useState(false);
  useChanges(connection);
  const { status, reachable, expired } = connection.state();

  useEffect(() => {
    void loadTexts(DESK_TEXTS).then(() => setReady(true));
    void connection.refresh();
  }, [connection]);

  useEffect(() => {
    if (reachable) return undefined;
    const asking = setInterval(() => void connection.refresh(), ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, [connection, reachable]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent): void => {
      if (notes.unsaved + edits.unsaved > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [notes, edits]);

  const { url, path } = useLocation();
  const token = useRef(window.location.hash);
  const place = useMemo(() => {
    return readPlace(path, new URL(url, window.location.origin).searchParams, token.current);
  }, [url, path]);

  if (!ready) return null;
  if (status === null) return <Opening connection={connection} />;
  if (!status.setUp) {
    if (place.room === 'setup') return <SetupPage connection={connection} status={status} token={place.token} />;
    return <NotSetUpPage status={status} />;
  }
  if (status.me === null) return <SignInPage connection={connection} status={status} />;
  return (
    <>
      <SignedInDesk
        key={status.me.actorId}
        connection={connection}
        status={status}
        me={status.me}
        place={place}
        notes={notes}
        edits={edits}
        clips={clips}
      />
      {expired && <SignedOutDialog connection={connection} />}
    </>
  );
}

function Opening({ connection }: { connection: Connection }) {
  const t = useText('desk-frame');
  const { reachable } = connection.state();
  return (
    <FrontDoor title={t.el('desk')} status={null}>
      {reachable ? (
        <Moment>{t.el('opening')}</Moment>
      ) : (
        <ProblemNotice problem={new Problem('unreachable')} onRetry={() => void connection.refresh()} />
      )}
    </FrontDoor>
  );
}

function SignedInDesk(props: {
  connection: Connection;
  status: DeskStatus;
  me: SignedIn;
  place: Place;
  notes: Notes;
  edits: Notes<PlaceEdit>;
  clips: ClipMaker | null;
}) {
  const t = useText('desk-frame');
  const { connection, status, me, place, notes, edits, clips } = props;
  const { route } = useLocation();
  const [parked, setParked] = useState<number | null>(null);
  const may = useMemo(() => mayOf(me.role), [me.role]);
  const go = useCallback((path: string, replace = false) => route(path, replace), [route]);
  const { client } = connection;
  const tellCounts = useCallback((counts: { quarantine: number }) => setParked(counts.quarantine), []);
  const countsChanged = useCallback(() => {
    if (!may('quarantine')) return;
    client.quarantine().then(
      (page) => setParked(page.total),
      () => undefined,
    );
  }, [client, may]);
  useEffect(countsChanged, [countsChanged]);
  const desk = useMemo<DeskRoom>(
    () => ({ client, clips, status, me, notes, edits, may, go, countsChanged, tellCounts }),
    [client, clips, status, me, notes, edits, may, go, countsChanged, tellCounts],
  );
  return (
    <DeskRoomProvider value={desk}>
      {place.room === 'setup' ? (
        <ConfirmPage />
      ) : (
        <Frame room={place.room} parked={parked} connection={connection} notice={<ToConfirmNotice room={place.room} />}>
          {may(roomNeeds(place.room)) ? <RoomOf place={place} /> : <p>{t.el('notAllowed')}</p>}
        </Frame>
      )}
    </DeskRoomProvider>
  );
}

function RoomOf({ place }: { place: Exclude<Place, { room: 'setup' }> }) {
  switch (place.room) {
    case 'inbox':
      return <InboxRoom filter={place.filter} entityId={place.entityId} start={place.start} />;
    case 'places':
      return <PlacesRoom view={place.view} />;
    case 'surveys':
      return <SurveysRoom view={place.view} />;
    case 'sounds':
      return <SoundsRoom />;
    case 'languages':
      return <LanguagesRoom />;
    case 'quarantine':
      return <QuarantineRoom />;
    case 'tablets':
      return <TabletsRoom />;
    case 'maps':
      return <MapsRoom />;
    case 'people':
      return <PeopleRoom />;
    case 'organisation':
      return <OrganisationRoom />;
    case 'withdraw':
      return <WithdrawRoom />;
    case 'audit':
      return <AuditRoom />;
  }
}
