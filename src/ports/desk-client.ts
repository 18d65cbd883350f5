import type * as z from 'zod/mini';
import type {
  auditEntry,
  Confirmation,
  confirmRequest,
  DeskStatus,
  EnrolmentCode,
  InboxDetail,
  InboxPage,
  InboxQuery,
  ItemChange,
  NewPerson,
  OrgSettings,
  orgChange,
  Person,
  personChange,
  quarantinePage,
  SetupRequest,
  Tablet,
  tabletChange,
} from '../domain/desk.ts';
import type { MapsClient } from './maps-client.ts';
import type { PlacesClient } from './places-client.ts';
import type { SurveyClient } from './survey-client.ts';

export type PersonChange = z.output<typeof personChange>;
export type OrgChange = z.output<typeof orgChange>;
export type ConfirmRequest = z.output<typeof confirmRequest>;
export type TabletChange = z.output<typeof tabletChange>;
export type QuarantinePage = z.output<typeof quarantinePage>;
export type AuditEntry = z.output<typeof auditEntry>;

/**
 * The staff desk's link to the server. Every call throws a Problem when it does not get a well-formed answer:
 * `unreachable`, `timed-out`, `nonsense-answer`, or the server's own problem, with `details.retryAfterMs` where told.
 * A call stopped by its own signal throws that signal's reason, which is no Problem.
 * No call repeats itself: a change that was not answered may or may not have been made, and the screen asks again.
 */
export interface DeskClient extends SurveyClient, PlacesClient, MapsClient {
  status(): Promise<DeskStatus>;
  setUp(request: SetupRequest): Promise<DeskStatus>;
  signIn(loginName: string, password: string): Promise<DeskStatus>;
  signOut(): Promise<void>;
  /** One's own. Throws Problem('wrong-sign-in') when `current` is not it. Every other session of this person ends. */
  changePassword(current: string, next: string): Promise<void>;

  inbox(query: InboxQuery, signal?: AbortSignal): Promise<InboxPage>;
  item(entityId: string): Promise<InboxDetail>;
  changeItem(entityId: string, change: ItemChange): Promise<InboxDetail>;
  /** How many records the code opened; 0 when nobody has such a code yet (the tombstone stands all the same). */
  withdraw(code: string, scope: 'words' | 'contact'): Promise<number>;

  quarantine(): Promise<QuarantinePage>;
  retryParked(inboxId: string): Promise<void>;
  /** The sealed envelope as JSON text, for keeping. */
  exportParked(inboxId: string): Promise<string>;

  tablets(): Promise<readonly Tablet[]>;
  newTabletCode(): Promise<EnrolmentCode>;
  changeTablet(deviceId: string, change: TabletChange): Promise<void>;

  people(): Promise<readonly Person[]>;
  addPerson(person: NewPerson): Promise<Person>;
  changePerson(actorId: string, change: PersonChange): Promise<Person>;

  organisation(): Promise<OrgSettings>;
  changeOrganisation(change: OrgChange): Promise<OrgSettings>;
  confirm(what: Confirmation, confirmed: boolean): Promise<OrgSettings>;

  audit(): Promise<readonly AuditEntry[]>;
}
