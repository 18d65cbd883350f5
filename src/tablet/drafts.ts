import type { Consent } from '../domain/consent.ts';
import type { VisitStamp } from '../domain/record.ts';
import type { MediaRole } from '../domain/envelope.ts';
import { Problem } from '../domain/problems.ts';
import type { Clock } from '../ports/clock.ts';
import type { DraftRow, DraftStore } from '../ports/draft-store.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Random } from '../ports/random.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { UnlockedVault } from '../ports/vault.ts';
import { fromJsonBytes, toJsonBytes } from './journal-frames.ts';
import { removeMedia } from './remove-media.ts';

/** A photo or voice note of a draft: its chunks lie encrypted in the media store, its key lies in here. */
export interface DraftMediaItem {
  readonly id: string;
  readonly role: MediaRole;
  readonly mime: string;
  /** AES-256-GCM key, base64. */
  readonly key: string;
  readonly bytes: number;
  readonly chunks: number;
  /** false while a recording is still running (or was cut off by a crash). */
  readonly whole: boolean;
  readonly sha256: string | null;
  readonly caption: string;
  readonly durationMs: number | null;
}

/** Everything about one unfinished record, as the worker's vault holds it. */
export interface Draft {
  readonly draftId: string;
  readonly entityId: string;
  readonly kind: string;
  readonly schemaVersion: number;
  /** The operation this one adds to, or null. */
  readonly amends: string | null;
  readonly visit: VisitStamp | null;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
  /** Made with the draft, so that it can be shown without waiting. */
  readonly receiptCode: string | null;
  readonly codeHash: string | null;
  readonly step: number;
  readonly consent: Consent | null;
  readonly media: readonly DraftMediaItem[];
  readonly body: unknown;
  /** Begun by the tablet for the worker, who has not met it yet: shown to them first, until they do. */
  readonly unseen?: true;
  /** For a survey: the draft of the need that was begun for what was said in it; one, however often it is taken up again. */
  readonly needRaised?: string;
}

export interface Drafts {
  /** A new draft of a kind, already kept. */
  start(
    kind: string,
    from: {
      body: unknown;
      visit: VisitStamp | null;
      language: string;
      readingMode: 'standard' | 'easy';
      amends?: { opId: string; entityId: string };
      unseen?: true;
    },
  ): Promise<Draft>;
  open(draftId: string): Promise<Draft>;
  /** Keeps it. Resolves when it is flushed; saves of one draft follow one another in order. */
  save(draft: Draft): Promise<Draft>;
  /** Deletes the draft and its photos and voice notes. */
  discard(draftId: string): Promise<void>;
  list(): Promise<readonly Draft[]>;
  /** The visit this worker is on, or null. Kept like a draft. */
  currentVisit(): Promise<CurrentVisit | null>;
  setCurrentVisit(visit: CurrentVisit | null): Promise<void>;
}

/** The visit that is going on: its stamp goes into every record. */
export interface CurrentVisit {
  readonly stamp: VisitStamp;
  /** Operation and entity of the sealed visit record, for the amendment at its end. */
  readonly opId: string;
  readonly entityId: string;
  readonly startedAt: string;
}

export interface DraftsDeps {
  readonly vault: UnlockedVault;
  readonly store: DraftStore;
  readonly media: MediaStore;
  readonly outbox: Pick<Outbox, 'get'>;
  readonly reference: Pick<ReferenceStore, 'organisation'>;
  readonly clock: Clock;
  readonly random: Random;
}

/** The visit that is going on lies among the drafts, under a name of its own. */
const VISIT_KIND = 'current-visit';
const visitName = (actorId: string) => `visit-${actorId}`;

export function createDrafts(deps: DraftsDeps): Drafts {
  const { vault, store, media, clock, random } = deps;
  const revs = new Map<string, number>();
  const now = () => new Date(clock.wallMs()).toISOString();

  async function nextRev(draftId: string): Promise<number> {
    const known = revs.get(draftId) ?? (await store.get(draftId))?.rev ?? 0;
    const next = Math.max(known, revs.get(draftId) ?? 0) + 1;
    revs.set(draftId, next);
    return next;
  }

  async function put(content: unknown, facts: Omit<DraftRow, 'box' | 'rev' | 'actorId'>): Promise<void> {
    const rev = await nextRev(facts.draftId);
    const box = await vault.encrypt(toJsonBytes(content), about(facts.draftId));
    await store.put({ ...facts, actorId: vault.actorId, rev, box });
  }

  async function read(row: DraftRow): Promise<unknown> {
    return fromJsonBytes(await vault.decrypt(row.box, about(row.draftId)));
  }

  async function keep(draft: Draft): Promise<Draft> {
    const { draftId, kind, startedAt, updatedAt, codeHash, entityId } = draft;
    const mediaIds = draft.media.map(({ id }) => id);
    await put(draft, { draftId, kind, startedAt, updatedAt, codeHash, entityId, mediaIds });
    return draft;
  }

  return {
    async start(kind, { body, visit, language, readingMode, amends, unseen }) {
      const { draftBeginning } = await import('./draft-beginning.ts');
      const beginning = await draftBeginning(deps, kind, amends?.opId ?? null);
      const startedAt = now();
      return keep({
        draftId: random.uuid(),
        entityId: amends?.entityId ?? random.uuid(),
        kind,
        amends: amends?.opId ?? null,
        visit,
        startedAt,
        updatedAt: startedAt,
        language,
        readingMode,
        ...beginning,
        step: 0,
        consent: null,
        media: [],
        body,
        ...(unseen === undefined ? {} : { unseen }),
      });
    },

    async open(draftId) {
      const row = await store.get(draftId);
      if (row === null) throw new Problem('not-found');
      const draft = asDraft(await read(row));
      if (draft === null) throw new Problem('draft-unreadable');
      return draft;
    },

    save: (draft) => keep({ ...draft, updatedAt: now() }),

    async discard(draftId) {
      const row = await store.get(draftId);
      await store.remove(draftId);
      for (const id of row?.mediaIds ?? []) await removeMedia(media, id);
    },

    async list() {
      const rows = (await store.list(vault.actorId)).filter(({ kind }) => kind !== VISIT_KIND);
      const drafts = await Promise.all(rows.map((row) => read(row).then(asDraft, () => null)));
      return drafts
        .filter((draft) => draft !== null)
        .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt));
    },

    async currentVisit() {
      const row = await store.get(visitName(vault.actorId));
      return row === null ? null : ((await read(row)) as CurrentVisit | null);
    },

    async setCurrentVisit(visit) {
      const at = now();
      const facts = { kind: VISIT_KIND, codeHash: null, entityId: null, mediaIds: [] };
      await put(visit, { draftId: visitName(vault.actorId), startedAt: at, updatedAt: at, ...facts });
    },
  };
}

const about = (draftId: string) => `draft/1/${draftId}`;

/** What the vault authenticated was written by this app; only its outline is looked at, so that no draft is shut out. */
function asDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null;
  return 'draftId' in value && 'kind' in value && 'media' in value ? (value as Draft) : null;
}
