import { render } from '@testing-library/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { LocationProvider } from 'preact-iso';
import { ServicesProvider, type Services } from '../../src/app/services.ts';
import { SessionProvider, type Session } from '../../src/app/session.ts';
import { Problem } from '../../src/domain/problems.ts';
import { findKind } from '../../src/kinds/registry.ts';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import { createMemoryPosition } from '../../src/adapters/memory/memory-position.ts';
import type { DirectoryEntry, Observation } from '../../src/domain/directory.ts';
import type { Receipt, Venue } from '../../src/domain/protocol.ts';
import type { LoadedSurvey } from '../../src/surveys/answering.ts';
import type { OutboxRow } from '../../src/ports/outbox.ts';
import type { Position } from '../../src/ports/position.ts';
import type { Recording } from '../../src/ports/recorder.ts';
import type { UnlockedVault } from '../../src/ports/vault.ts';
import type { CurrentVisit, Draft, DraftMediaItem } from '../../src/tablet/drafts.ts';
import type { Withdraw } from '../../src/tablet/withdraw.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A tablet in memory: what the screens of capture, drafts and withdraw may ask for, with switches for bad days. */
export function captureTablet(
  first: {
    visit?: CurrentVisit | null;
    surveys?: readonly LoadedSurvey[];
    venues?: readonly Venue[];
    entries?: readonly DirectoryEntry[];
    observations?: readonly Observation[];
    position?: Position;
    /** Of the organisation. */
    languages?: readonly string[];
    /** In the place of the ones in memory. */
    services?: Partial<Services>;
  } = {},
) {
  const kept = new Map<string, Draft>();
  const mediaBytes = new Map<string, Uint8Array<ArrayBuffer>>();
  const finished: Draft[] = [];
  const rows: OutboxRow[] = [];
  const receipts: Receipt[] = [];
  const withdrawn: Parameters<Withdraw>[0][] = [];
  const listeners = new Set<() => void>();
  const beforeLock = new Set<() => Promise<void>>();
  const tabletListeners = new Set<(event: 'shown' | 'hidden' | 'online' | 'offline') => void>();
  let ids = 0;
  const state = {
    saves: 0,
    saveFails: null as Problem | null,
    finishFails: null as Problem | null,
    microphone: null as Problem | null,
    battery: { level: 0.8, charging: false },
    held: 0,
    nudged: 0,
    wallMs: Date.UTC(2026, 10, 3, 10, 5),
    recordings: 0,
    surveys: first.surveys ?? [],
    passcode: '482915',
    passcodeFails: null as Problem | null,
    locks: 0,
    pieces: [] as Uint8Array[],
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const nowIso = () => new Date(state.wallMs).toISOString();
  const nextId = () => uuid((ids += 1));
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const item = (role: 'photo' | 'voice', mime: string): DraftMediaItem => ({
    id: nextId(),
    role,
    mime,
    key: 'a2V5',
    bytes: 3,
    chunks: 1,
    whole: true,
    sha256: 'f'.repeat(64),
    caption: '',
    durationMs: null,
  });

  const drafts: ReturnType<Services['drafts']> = {
    async start(kind, from) {
      const draftId = nextId();
      const draft: Draft = {
        draftId,
        entityId: from.amends?.entityId ?? nextId(),
        kind,
        schemaVersion: 1,
        amends: from.amends?.opId ?? null,
        visit: from.visit,
        startedAt: nowIso(),
        updatedAt: nowIso(),
        language: from.language,
        readingMode: from.readingMode,
        receiptCode: from.amends === undefined && findKind(kind)?.givesReceipt === true ? '7KQ4M2TD' : null,
        codeHash: null,
        step: 0,
        consent: null,
        media: [],
        body: from.body,
        ...(from.unseen === undefined ? {} : { unseen: from.unseen }),
      };
      kept.set(draftId, draft);
      return draft;
    },
    async open(draftId) {
      const draft = kept.get(draftId);
      if (draft === undefined) throw new Problem('not-found');
      return draft;
    },
    async save(draft) {
      if (state.saveFails !== null) throw state.saveFails;
      state.saves += 1;
      const saved = { ...structuredClone(draft), updatedAt: nowIso() };
      kept.set(draft.draftId, saved);
      return saved;
    },
    async discard(draftId) {
      kept.delete(draftId);
      tell();
    },
    list: async () => [...kept.values()],
    currentVisit: async () => first.visit ?? null,
    setCurrentVisit: async () => undefined,
  };

  const services = {
    clock: { wallMs: () => state.wallMs, monotonicMs: () => performance.now(), zone: () => 'Europe/London' },
    tablet: {
      battery: async () => state.battery,
      subscribe(listener: (event: 'shown' | 'hidden' | 'online' | 'offline') => void) {
        tabletListeners.add(listener);
        return () => tabletListeners.delete(listener);
      },
    },
    drafts: () => drafts,
    draftMedia: () => ({
      async addPhoto(_draft: Draft, photo: { bytes: Uint8Array<ArrayBuffer>; mime: string }) {
        const made = item('photo', photo.mime);
        mediaBytes.set(made.id, photo.bytes);
        return made;
      },
      async startVoice(_draft: Draft, mime: string) {
        const made = { ...item('voice', mime), whole: false };
        mediaBytes.set(made.id, new Uint8Array());
        return {
          item: made,
          append: async (piece: Uint8Array<ArrayBuffer>) => {
            state.pieces.push(piece);
            mediaBytes.set(made.id, piece);
          },
          finish: async (durationMs: number) => ({ ...made, whole: true, durationMs }),
        };
      },
      async read(one: DraftMediaItem) {
        const bytes = mediaBytes.get(one.id);
        if (bytes === undefined) throw new Problem('draft-unreadable');
        return bytes;
      },
      async remove(one: DraftMediaItem) {
        mediaBytes.delete(one.id);
      },
    }),
    recorder: {
      async start(onPiece: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<Recording> {
        if (state.microphone !== null) throw state.microphone;
        state.recordings += 1;
        await onPiece(Uint8Array.of(1));
        return {
          mime: 'audio/webm',
          level: () => 0.5,
          elapsedMs: () => 2000,
          pause: () => undefined,
          resume: () => undefined,
          stop: async () => {
            await onPiece(Uint8Array.of(2));
            return { bytes: Uint8Array.of(1, 2), mime: 'audio/webm', durationMs: 2400 };
          },
          cancel: () => undefined,
        };
      },
    },
    photos: {
      async prepare(file: Blob) {
        if (file.type === 'image/broken') throw new Problem('photo-unreadable');
        return { bytes: Uint8Array.of(9), mime: 'image/jpeg', width: 10, height: 10 };
      },
    },
    finishRecord: () => async (draft: Draft) => {
      if (state.finishFails !== null) throw state.finishFails;
      finished.push(structuredClone(draft));
      kept.delete(draft.draftId);
      const receiptCode = draft.consent?.answers.use === 'no' ? null : draft.receiptCode;
      return { opId: draft.draftId, entityId: draft.entityId, seq: finished.length, receiptCode };
    },
    withdraw: async (request: Parameters<Withdraw>[0]) => {
      withdrawn.push(request);
      return { foundHere: 1, draftsRemoved: 0 };
    },
    outbox: {
      get: async (opId: string) => rows.find((row) => row.opId === opId) ?? null,
      list: async () => rows,
      subscribe,
    },
    draftStore: {
      list: async () => [...kept.values()].map(({ draftId, kind, updatedAt }) => ({ draftId, kind, updatedAt })),
      subscribe,
    },
    reference: {
      receipts: async () => receipts,
      organisation: async () =>
        first.languages === undefined ? null : { name: '', languages: first.languages, phones: [] },
      venues: async () => first.venues ?? [],
      surveys: async () => state.surveys.map(({ survey }) => survey),
      surveyTexts: async (surveyId: string, version: number) =>
        state.surveys.flatMap(({ survey, texts }) =>
          survey.surveyId === surveyId && survey.version === version ? texts : [],
        ),
      appSounds: async () => [],
      entries: async () => first.entries ?? [],
      observations: async (ids?: readonly string[]) =>
        (first.observations ?? []).filter(({ entryId }) => ids === undefined || ids.includes(entryId)),
      baseMaps: async () => [],
      mapsOff: async () => [],
      own: async () => [],
      subscribe,
    },
    vault: {
      check: async (_actorId: string, passcode: string) => {
        if (state.passcodeFails !== null) throw state.passcodeFails;
        if (passcode !== state.passcode) throw new Problem('wrong-passcode', { left: 4 });
      },
      // A try at the lock itself comes nearer to destroying the key: nothing on these screens may make one.
      unlock: async () => {
        throw new Error('a screen tried to unlock what is open already');
      },
    },
    position: first.position ?? createMemoryPosition(),
    mapPieces: { list: async () => [], get: async () => null, remove: async () => undefined },
    packFiles: { pack: async () => null, copies: async () => [] },
    surveyPictures: createMemoryClips(new Map()),
    sounds: async () => ({
      clips: createMemoryClips(new Map()),
      player: createMemoryPlayer(),
      voices: createMemoryVoices([]),
      heard: createMemoryHeardVoices(),
    }),
    sync: {
      status: () => ({}),
      subscribe,
      nudge: () => {
        state.nudged += 1;
      },
    },
    ...first.services,
  } as unknown as Services;

  const worker = { actorId: uuid(900), displayName: 'Maria' };
  const session: Session = {
    vault: { ...worker, encrypt: async (plain) => plain, decrypt: async (box) => box } as UnlockedVault,
    worker,
    visit: first.visit ?? null,
    setVisit: async () => undefined,
    open: async () => undefined,
    lock: async () => {
      state.locks += 1;
      for (const save of beforeLock) await save();
    },
    beforeLock(save) {
      beforeLock.add(save);
      return () => beforeLock.delete(save);
    },
    lentFor: null,
    lendFor: () => undefined,
    holdOpen() {
      state.held += 1;
      return () => {
        state.held -= 1;
      };
    },
  };

  /** What only a lent tablet changes while it is open; the rest of the session stays as it is. */
  function LendingSession(props: { children: ComponentChildren }): VNode {
    const [lentFor, lendFor] = useState<string | null>(null);
    const value = useMemo(() => ({ ...session, lentFor, lendFor }), [lentFor]);
    return <SessionProvider value={value}>{props.children}</SessionProvider>;
  }

  return {
    state,
    kept,
    finished,
    rows,
    receipts,
    withdrawn,
    mediaBytes,
    worker,
    drafts,
    tell,
    /** How many screens would hear that the tablet is hidden. */
    watching: () => tabletListeners.size,
    hide: () => {
      for (const listener of tabletListeners) listener('hidden');
    },
    lock: () => session.lock(),
    show: (screen: VNode) =>
      render(
        <LocationProvider>
          <ServicesProvider value={services}>
            <LendingSession>{screen}</LendingSession>
          </ServicesProvider>
        </LocationProvider>,
      ),
  };
}
