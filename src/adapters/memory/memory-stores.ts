import type { BaseMap, Observation, OwnTold } from '../../domain/directory.ts';
import type { PullRow, ReferenceKind } from '../../domain/pull-row.ts';
import type { SurveyTexts } from '../../domain/survey.ts';
import type { DraftRow, DraftStore } from '../../ports/draft-store.ts';
import type { Journal } from '../../ports/journal.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { ReferenceStore } from '../../ports/reference-store.ts';
import type { SlotStore, StoredSlot } from '../../ports/slot-store.ts';
import { createSignal } from '../signal.ts';

/** Memory twins of the stores: the same contracts, for tests and simulations. What is put in is copied. */

type Bytes = Uint8Array<ArrayBuffer>;

export function createMemoryJournal(): Journal {
  const operations = new Map<string, Bytes>();
  const state = new Map<string, Bytes>();
  return {
    open: async () => undefined,
    appendOperation: async (opId, bytes) => void operations.set(opId, bytes.slice()),
    readOperations: async (only) =>
      [...operations].flatMap(([opId, bytes]) =>
        only === undefined || only.has(opId) ? [{ opId, bytes: bytes.slice() }] : [],
      ),
    operationIds: async () => new Set(operations.keys()),
    async keepOnlyOperations(opIds) {
      for (const opId of operations.keys()) if (!opIds.has(opId)) operations.delete(opId);
    },
    async dropOperations(opIds) {
      for (const opId of opIds) operations.delete(opId);
    },
    async putState(key, bytes) {
      if (bytes === null) state.delete(key);
      else state.set(key, bytes.slice());
    },
    readState: async () => new Map(state),
    compact: async () => undefined,
    close: async () => undefined,
  };
}

export function createMemoryDraftStore(): DraftStore {
  const rows = new Map<string, DraftRow>();
  const changed = createSignal();
  return {
    async put(row) {
      if ((rows.get(row.draftId)?.rev ?? 0) > row.rev) return;
      rows.set(row.draftId, { ...row, box: row.box.slice() });
      changed.emit();
    },
    get: async (draftId) => rows.get(draftId) ?? null,
    list: async (actorId) => [...rows.values()].filter((row) => row.actorId === actorId),
    all: async () => [...rows.values()],
    async remove(draftId) {
      rows.delete(draftId);
      changed.emit();
    },
    subscribe: changed.subscribe,
  };
}

export function createMemorySlotStore(): SlotStore {
  const slots = new Map<string, StoredSlot>();
  return {
    all: async () => [...slots.values()],
    put: async (slot) => void slots.set(slot.actorId, slot),
    remove: async (actorId) => void slots.delete(actorId),
  };
}

export function createMemoryMediaStore(): MediaStore {
  const files = new Map<string, Map<number, Bytes>>();
  return {
    async putChunk(mediaId, index, bytes) {
      const file = files.get(mediaId) ?? new Map<number, Bytes>();
      files.set(mediaId, file.set(index, bytes.slice()));
    },
    getChunk: async (mediaId, index) => files.get(mediaId)?.get(index)?.slice() ?? null,
    remove: async (mediaId) => void files.delete(mediaId),
    list: async () => [...files.keys()],
  };
}

export function createMemoryReferenceStore(): ReferenceStore {
  const rows = new Map<string, PullRow>();
  const told = new Map<string, OwnTold>();
  const takenOff = new Set<string>();
  const changed = createSignal();
  const of = <Kind extends ReferenceKind>(kind: Kind) =>
    [...rows.values()].flatMap((row) => (row.kind === kind ? [row.value as never] : []));
  return {
    async apply(all) {
      for (const row of all) {
        if (row.value === null) rows.delete(`${row.kind} ${row.id}`);
        else rows.set(`${row.kind} ${row.id}`, row);
      }
      changed.emit();
    },
    async clear() {
      rows.clear();
      changed.emit();
    },
    organisation: async () => of('organisation')[0] ?? null,
    roster: async () => of('roster'),
    venues: async () => of('venue'),
    owed: async () => of('owed'),
    receipts: async () => of('receipt'),
    surveys: async () => of('survey'),
    surveyTexts: async (surveyId, version) =>
      of('survey-texts').filter((texts: SurveyTexts) => texts.surveyId === surveyId && texts.version === version),
    appSounds: async () => of('app-sounds'),
    entries: async () => of('directory'),
    observations: async (entryIds) =>
      of('observation').filter(({ entryId }: Observation) => entryIds === undefined || entryIds.includes(entryId)),
    baseMaps: async () => of('base-map').filter(({ mapId }: BaseMap) => !takenOff.has(mapId)),
    mapsOff: async () => of('base-map').filter(({ mapId }: BaseMap) => takenOff.has(mapId)),
    async keepMapOff(mapId, off) {
      if (off) takenOff.add(mapId);
      else takenOff.delete(mapId);
      changed.emit();
    },
    own: async () => [...told.values()],
    async keepOwn(one) {
      told.set(one.entityId, one);
      changed.emit();
    },
    async dropOwn(entityIds) {
      for (const entityId of entityIds) told.delete(entityId);
      changed.emit();
    },
    subscribe: changed.subscribe,
  };
}
