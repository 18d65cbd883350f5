import type {
  InboxDetail,
  InboxItem,
  OrgSettings,
  Person,
  Quarantined,
  Tablet,
  DeskStatus,
} from '../../domain/desk.ts';
import type { ActorId } from '../../domain/ids.ts';
import { Problem, type ProblemCode } from '../../domain/problems.ts';
import type { Role } from '../../domain/roles.ts';
import type { AuditEntry, DeskClient } from '../../ports/desk-client.ts';
import { memoryMapsClient, type MemoryMaps } from './maps-client.ts';
import { memoryPlacesClient, type MemoryPlaces } from './places-client.ts';
import { memorySurveyClient, type MemorySurveys } from './survey-client.ts';

export interface MemoryAccount {
  readonly loginName: string;
  readonly password: string;
  readonly person: { readonly actorId: ActorId; readonly displayName: string; readonly role: Role };
}

export interface MemoryDeskState {
  setUp: boolean;
  example: boolean;
  setupToken: string;
  accounts: MemoryAccount[];
  settings: OrgSettings;
  details: InboxDetail[];
  people: Person[];
  tablets: Tablet[];
  parked: Quarantined[];
  audit: AuditEntry[];
  /** Receipt code to the entity it opens. */
  codes: Map<string, string>;
  surveys: MemorySurveys;
  places: MemoryPlaces;
  maps: MemoryMaps;
}

/** A desk client with the server's rules in memory, and switches for the bad days. */
export interface MemoryDesk {
  readonly client: DeskClient;
  readonly state: MemoryDeskState;
  /** Ends everybody's session, as time does. */
  endSession(): void;
  /** Signs in without a password, as a cookie from before does. */
  enter(loginName: string): void;
  /** Every question comes to nothing from now on; null: answered again. */
  fail(code: ProblemCode | null): void;
  readonly asked: string[];
}

export function memoryDesk(state: MemoryDeskState): MemoryDesk {
  let me: MemoryAccount['person'] | null = null;
  let failing: ProblemCode | null = null;
  const asked: string[] = [];

  const status = (): DeskStatus => ({
    setUp: state.setUp,
    example: state.example,
    organisation: state.setUp ? state.settings.name : null,
    me,
    appVersion: 'memory',
  });

  async function answer<Value>(name: string, make: () => Value, open = false): Promise<Value> {
    asked.push(name);
    await Promise.resolve();
    if (failing !== null) throw new Problem(failing);
    if (!open && me === null) throw new Problem('not-signed-in');
    return structuredClone(make());
  }

  function detailOf(entityId: string): InboxDetail {
    const detail = state.details.find((one) => one.item.entityId === entityId);
    if (detail === undefined) throw new Problem('not-found');
    return detail;
  }
  function replace(next: InboxDetail): InboxDetail {
    state.details = state.details.map((one) => (one.item.entityId === next.item.entityId ? next : one));
    return next;
  }
  const signedIn = (): MemoryAccount['person'] => {
    if (me === null) throw new Problem('not-signed-in');
    return me;
  };
  const open = (item: InboxItem): boolean => item.state !== 'done';
  const now = (): string => new Date().toISOString();

  const client: DeskClient = {
    ...memorySurveyClient(state.surveys, answer, () => signedIn().displayName),
    ...memoryPlacesClient(state.places, answer, () => signedIn().displayName),
    ...memoryMapsClient(state.maps, answer, () => signedIn().displayName),
    status: () => answer('status', status, true),
    setUp: (request) =>
      answer(
        'setUp',
        () => {
          if (state.setUp) throw new Problem('setup-done');
          if (request.token !== state.setupToken) throw new Problem('setup-token');
          const person = {
            actorId: crypto.randomUUID() as ActorId,
            displayName: request.displayName,
            role: 'admin' as const,
          };
          state.accounts.push({ loginName: request.loginName, password: request.password, person });
          state.setUp = true;
          state.settings = { ...state.settings, name: request.organisation };
          me = person;
          return status();
        },
        true,
      ),
    signIn: (loginName, password) =>
      answer(
        'signIn',
        () => {
          const account = state.accounts.find((one) => one.loginName === loginName && one.password === password);
          if (account === undefined) throw new Problem('wrong-sign-in');
          me = account.person;
          return status();
        },
        true,
      ),
    signOut: () =>
      answer(
        'signOut',
        () => {
          me = null;
        },
        true,
      ),
    changePassword: (current, next) =>
      answer('changePassword', () => {
        const account = state.accounts.find((one) => one.person.actorId === me?.actorId && one.password === current);
        if (account === undefined) throw new Problem('wrong-sign-in');
        state.accounts[state.accounts.indexOf(account)] = { ...account, password: next };
      }),
    inbox: (query) =>
      answer('inbox', () => {
        const items = state.details.map((detail) => detail.item);
        const found = items
          .filter((item) => query.lane === undefined || item.lane === query.lane)
          .filter((item) =>
            query.state === undefined ? true : query.state === 'open' ? open(item) : item.state === query.state,
          )
          .filter((item) => query.kind === undefined || item.kind === query.kind)
          .filter((item) => query.owner === undefined || (item.ownerId ?? 'none') === query.owner)
          .filter(
            ({ headline, placeName, groupName }) =>
              query.q === undefined ||
              [headline, placeName, groupName].join('\n').toLowerCase().includes(query.q.toLowerCase()),
          )
          .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
        const from = query.before === undefined ? 0 : Number(query.before);
        const to = from + (query.limit ?? 100);
        const inLane = (lane: InboxItem['lane']): number =>
          items.filter((item) => item.lane === lane && open(item)).length;
        return {
          items: found.slice(from, to),
          next: to < found.length ? String(to) : null,
          counts: {
            urgent: inLane('urgent'),
            needs: inLane('needs'),
            promises: inLane('promises'),
            rest: inLane('rest'),
            quarantine: state.parked.length,
            found: Math.min(found.length, 10_000),
          },
        };
      }),
    item: (entityId) => answer('item', () => detailOf(entityId)),
    changeItem: (entityId, change) =>
      answer('changeItem', () => {
        const before = detailOf(entityId);
        if (change.rev !== before.rev) throw new Problem('conflict');
        const by = signedIn().displayName;
        const ownerName = state.people.find((one) => one.actorId === change.ownerId)?.displayName ?? null;
        const history = [...before.history];
        if (change.state !== undefined) history.push({ at: now(), by, what: 'state', detail: change.state });
        if (change.ownerId !== undefined) history.push({ at: now(), by, what: 'owner', detail: ownerName ?? '' });
        if (change.note !== undefined) history.push({ at: now(), by, what: 'note', detail: '' });
        return replace({
          ...before,
          item: {
            ...before.item,
            ...(change.state === undefined ? {} : { state: change.state }),
            ...(change.ownerId === undefined ? {} : { ownerId: change.ownerId, ownerName }),
          },
          note: change.note ?? before.note,
          history,
          rev: before.rev + 1,
        });
      }),
    withdraw: (code, scope) =>
      answer('withdraw', () => {
        const entityId = state.codes.get(code);
        if (entityId === undefined) return 0;
        const before = detailOf(entityId);
        if (scope === 'words') {
          replace({
            ...before,
            item: { ...before.item, withdrawn: true, headline: '' },
            records: [],
            note: '',
            history: [...before.history, { at: now(), by: signedIn().displayName, what: 'withdrawn', detail: '' }],
            rev: before.rev + 1,
          });
        }
        return 1;
      }),
    quarantine: () => answer('quarantine', () => ({ items: state.parked, total: state.parked.length })),
    retryParked: (inboxId) =>
      answer('retryParked', () => {
        state.parked = state.parked.filter((one) => one.inboxId !== inboxId);
      }),
    exportParked: (inboxId) =>
      answer('exportParked', () => JSON.stringify(state.parked.find((one) => one.inboxId === inboxId) ?? null)),
    tablets: () => answer('tablets', () => state.tablets),
    newTabletCode: () =>
      answer('newTabletCode', () => ({
        code: '7KQ4M2TD9X',
        url: 'http://localhost/enrol#7KQ4M2TD9X',
        expiresAt: new Date(Date.now() + 600_000).toISOString(),
        qr: '000\n010\n000',
      })),
    changeTablet: (deviceId, change) =>
      answer('changeTablet', () => {
        const states = { approve: 'approved', refuse: 'refused', revoke: 'revoked' } as const;
        state.tablets = state.tablets.map((one) => {
          if (one.deviceId !== deviceId) return one;
          if (change.action === 'rename') return { ...one, label: change.label ?? one.label };
          return { ...one, state: states[change.action] };
        });
      }),
    people: () => answer('people', () => state.people),
    addPerson: (person) =>
      answer('addPerson', () => {
        if (state.people.some((one) => one.loginName !== null && one.loginName === person.loginName)) {
          throw new Problem('name-taken');
        }
        const made: Person = {
          actorId: crypto.randomUUID() as ActorId,
          displayName: person.displayName,
          role: person.role,
          loginName: person.loginName ?? null,
          active: true,
          lastSeenAt: null,
        };
        state.people = [...state.people, made];
        return made;
      }),
    changePerson: (actorId, change) =>
      answer('changePerson', () => {
        const before = state.people.find((one) => one.actorId === actorId);
        if (before === undefined) throw new Problem('not-found');
        const after: Person = {
          ...before,
          displayName: change.displayName ?? before.displayName,
          role: change.role ?? before.role,
          active: change.active ?? before.active,
        };
        state.people = state.people.map((one) => (one.actorId === actorId ? after : one));
        return after;
      }),
    organisation: () => answer('organisation', () => state.settings),
    changeOrganisation: (change) =>
      answer('changeOrganisation', () => {
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        state.settings = { ...state.settings, ...given };
        return state.settings;
      }),
    confirm: (what, confirmed) =>
      answer('confirm', () => {
        const { [what]: _before, ...others } = state.settings.confirmed;
        state.settings = {
          ...state.settings,
          confirmed: confirmed ? { ...others, [what]: { by: signedIn().displayName, at: now() } } : others,
        };
        return state.settings;
      }),
    audit: () => answer('audit', () => state.audit),
  };

  return {
    client,
    state,
    asked,
    endSession() {
      me = null;
    },
    enter(loginName) {
      me = state.accounts.find((one) => one.loginName === loginName)?.person ?? null;
    },
    fail(code) {
      failing = code;
    },
  };
}
