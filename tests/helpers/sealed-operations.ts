import { randomUUID } from 'node:crypto';
import { createHpkeSealer } from '../../src/adapters/web-crypto/hpke-sealer.ts';
import { CONSENT_VERSION } from '../../src/domain/consent.ts';
import { operation, type MediaRef, type Operation } from '../../src/domain/envelope.ts';
import type { Conversation } from '../../src/kinds/conversation/schema.ts';
import type { ImmediateNeed } from '../../src/kinds/immediate-need/schema.ts';
import type { PromiseMade } from '../../src/kinds/promise/schema.ts';

/** What a tablet sends, sealed for real, for tests that stand on the server's side. */
export interface ToSeal {
  readonly key: { keyId: string; publicKey: string };
  readonly kind: string;
  readonly body: unknown;
  readonly seq?: number;
  readonly installId?: string;
  readonly opId?: string;
  readonly entityId?: string;
  readonly schemaVersion?: number;
  readonly receiptCode?: string | null;
  readonly amends?: string | null;
  readonly media?: readonly MediaRef[];
  readonly groupName?: string;
  readonly placeName?: string;
  /** Overrides in the sealed record, to make it disagree with its header. */
  readonly record?: Readonly<Record<string, unknown>>;
}

const ACTOR = '0195a000-0000-7000-8000-00000000000a';

export async function sealOperation(wanted: ToSeal): Promise<Operation> {
  const header = {
    v: 1,
    opId: wanted.opId ?? randomUUID(),
    installId: wanted.installId ?? randomUUID(),
    seq: wanted.seq ?? 1,
    kind: wanted.kind,
    entityId: wanted.entityId ?? randomUUID(),
    schemaVersion: wanted.schemaVersion ?? 1,
    actorId: ACTOR,
    consentRef: CONSENT_VERSION,
    capturedAt: { wall: '2026-11-20T10:00:00.000Z', zone: 'Europe/London', uptimeMs: 5000, lastServerTime: null },
    media: [...(wanted.media ?? [])],
  };
  const record = {
    kind: header.kind,
    schemaVersion: header.schemaVersion,
    entityId: header.entityId,
    amends: wanted.amends ?? null,
    visit: {
      visitId: randomUUID(),
      placeName: wanted.placeName ?? 'Hill Road Hall',
      grade: 'open',
      setting: 'community-centre',
      groupName: wanted.groupName ?? 'Tuesday lunch club',
      date: '2026-11-20',
      team: ['Sam'],
      interpreter: null,
    },
    recordedBy: { actorId: header.actorId, displayName: 'Sam Champion' },
    language: 'en',
    readingMode: 'standard',
    receiptCode: wanted.receiptCode ?? null,
    consent: null,
    startedAt: '2026-11-20T09:50:00.000Z',
    finishedAt: '2026-11-20T10:00:00.000Z',
    media: header.media.map(({ id, role, mime, sha256, bytes }) => ({ id, role, mime, key: 'a2V5', sha256, bytes })),
    body: wanted.body,
    ...wanted.record,
  };
  const blank = operation.parse({ ...header, sealed: null });
  const sealed = await createHpkeSealer().seal(wanted.key, blank, record);
  return operation.parse({ ...header, sealed });
}

export const voidOf = (op: Operation): Operation => ({ ...op, kind: 'void', media: [], sealed: null });

export const aMedium = (over: Partial<MediaRef> = {}): MediaRef =>
  ({
    id: randomUUID(),
    role: 'photo',
    sha256: 'ab'.repeat(32),
    bytes: 3,
    chunks: 1,
    mime: 'image/jpeg',
    ...over,
  }) as MediaRef;

export const aConversation = (over: Partial<Conversation> = {}): Conversation => ({
  said: 'The surgery would not register my mother without a letter.',
  saidLanguage: 'en',
  gist: '',
  voice: 'own',
  readBack: 'right',
  prompts: [],
  services: ['gp'],
  themes: ['registration-refused'],
  access: [],
  accessNote: '',
  contact: { how: 'call', detail: '07700 900123' },
  ...over,
});

export const aNeed = (over: Partial<ImmediateNeed> = {}): ImmediateNeed => ({
  need: 'medicine',
  what: 'No insulin left since Monday',
  urgency: 'today',
  whoActs: 'engagement-staff',
  whoDetail: '',
  byWhen: '',
  reach: 'call',
  reachDetail: '07700 900456',
  ...over,
});

export const aPromise = (over: Partial<PromiseMade> = {}): PromiseMade => ({
  what: 'Bring the forms in Romanian',
  toGroup: 'Tuesday lunch club',
  owner: 'Sam',
  byWhen: '2026-12-01',
  ...over,
});
