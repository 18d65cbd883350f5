import { noMaps } from '../../../src/adapters/memory/maps-client.ts';
import { noPlaces } from '../../../src/adapters/memory/places-client.ts';
import { noSurveys } from '../../../src/adapters/memory/survey-client.ts';
import { memoryDesk, type MemoryDesk } from '../../../src/adapters/memory/desk-client.ts';
import type { InboxDetail } from '../../../src/domain/desk.ts';
import type { ActorId, DeviceId, EntityId, OpId, VisitId } from '../../../src/domain/ids.ts';
import { CONSENT_VERSION } from '../../../src/domain/consent.ts';

/** A small organisation for the desk's tests: two people at the desk, and as many quick notes as asked for. */

export const AMINA = 'aaaaaaaa-0000-7000-8000-000000000001' as ActorId;
export const BEN = 'aaaaaaaa-0000-7000-8000-000000000002' as ActorId;
export const PASSWORD = 'four plain words here';

const id = (n: number): string => `bbbbbbbb-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const entity = (n: number): EntityId => id(n) as EntityId;

/** The higher `n`, the newer. */
export function aNote(n: number, change: Partial<InboxDetail['item']> = {}): InboxDetail {
  const minutes = String(n % 60).padStart(2, '0');
  const receivedAt = `2026-11-${String(1 + Math.floor(n / 60)).padStart(2, '0')}T10:${minutes}:00.000Z`;
  const said = `The meter eats the money, story ${n}.`;
  return {
    item: {
      entityId: entity(n),
      kind: 'quick-note',
      lane: 'rest',
      state: 'read',
      headline: said,
      placeName: 'Elm Tree Park',
      groupName: 'Elm Tree families',
      recordedBy: 'Bea',
      language: 'en',
      receivedAt,
      capturedAt: receivedAt,
      ownerId: null,
      ownerName: null,
      dueAt: null,
      withdrawn: false,
      mediaMissing: 0,
      hasVoice: false,
      hasPhoto: false,
      amendments: 0,
      ...change,
    },
    records: [
      {
        opId: id(n) as OpId,
        receivedAt,
        capturedAt: { wall: receivedAt, zone: 'Europe/London', uptimeMs: 0, lastServerTime: null },
        deviceLabel: 'Tablet 1',
        clockSkewMs: null,
        record: {
          kind: 'quick-note',
          schemaVersion: 1,
          entityId: entity(n),
          amends: null,
          visit: {
            visitId: id(9) as VisitId,
            placeName: 'Elm Tree Park',
            grade: 'shielded',
            setting: 'traveller-site',
            groupName: 'Elm Tree families',
            date: '2026-11-01',
            team: ['Bea'],
            interpreter: { type: 'professional', language: 'ro', atConsent: true },
          },
          recordedBy: { actorId: BEN, displayName: 'Bea' },
          language: 'en',
          readingMode: 'standard',
          receiptCode: '7KQ4M2TD',
          consent: {
            version: CONSENT_VERSION,
            answers: { talk: 'yes', use: 'yes', share: 'no' },
            how: 'spoken',
            language: 'ro',
            interpreted: true,
            at: '2026-11-01T10:00:00.000Z',
          },
          startedAt: receivedAt,
          finishedAt: receivedAt,
          media: [],
          body: { theme: 'money-food', feeling: 'angry', voice: 'own', said },
        },
        media: [],
      },
    ],
    note: '',
    history: [{ at: receivedAt, by: 'Bea', what: 'arrived', detail: '' }],
    rev: 1,
  };
}

export function anOrganisation(details: InboxDetail[] = [aNote(1), aNote(2), aNote(3)]): MemoryDesk {
  const people = [
    { actorId: AMINA, displayName: 'Amina', role: 'admin' as const },
    { actorId: BEN, displayName: 'Ben', role: 'staff' as const },
  ];
  return memoryDesk({
    setUp: true,
    example: false,
    setupToken: 'the-token',
    accounts: people.map((person) => ({ loginName: person.displayName.toLowerCase(), password: PASSWORD, person })),
    people: people.map((person) => ({
      ...person,
      loginName: person.displayName.toLowerCase(),
      active: true,
      lastSeenAt: null,
    })),
    settings: {
      name: 'Riverside Voices',
      languages: ['en'],
      phones: [{ id: 'one', label: 'Safeguarding lead', number: '01632 960001', confirmed: false }],
      keyHolder: '',
      retentionMonths: 24,
      voiceMonths: 12,
      releaseAfterDays: null,
      lockAfterSeconds: 120,
      loadLimit: 4,
      confirmed: {},
    },
    details,
    tablets: [
      {
        deviceId: id(50) as DeviceId,
        label: 'Tablet 7',
        state: 'approved',
        check: 'KP46YZ',
        enrolledAt: '2026-11-01T09:00:00.000Z',
        lastContactAt: '2026-11-02T09:00:00.000Z',
        unsent: 2,
        oldestUnsentAt: '2026-11-01T09:00:00.000Z',
        persisted: true,
        freeBytes: 5 * 1024 ** 3,
        battery: 0.5,
        clockSkewMs: 3_600_000,
        appVersion: '0.1.0',
        received: 40,
        gaps: [
          { installId: id(51), first: 41, last: 43, since: '2026-11-02T09:00:00.000Z' },
          { installId: id(51), first: 47, last: 47, since: '2026-11-02T09:00:00.000Z' },
        ],
      },
    ],
    parked: [],
    audit: [],
    codes: new Map([['7KQ4M2TD', entity(1)]]),
    surveys: noSurveys(),
    places: noPlaces(),
    maps: noMaps(),
  });
}
