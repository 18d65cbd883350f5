import * as z from 'zod/mini';
import { operation } from '../domain/envelope.ts';
import type { DraftRow } from '../ports/draft-store.ts';
import type { NewOutboxRow } from '../ports/outbox.ts';
import type { StoredSlot } from '../ports/slot-store.ts';

/** What the tablet writes into the journal, as bytes and back. Reading gives null for what cannot be understood. */

export const DRAFT_PREFIX = 'draft/';
export const SLOT_PREFIX = 'vault/';
export const ENROLMENT_STATE = 'enrolment';

/** A finished record in the journal: all that is needed to put its row back into a lost database. */
export interface OperationFrame {
  /** The draft it came from, to be removed with it; null for what had none. */
  readonly draftId: string | null;
  /** Revision of the draft at Finish: a newer draft means that Finish failed and the person went on. */
  readonly draftRev: number;
  readonly row: NewOutboxRow;
}

const nullableText = z.nullable(z.string());

const operationFrame = z.object({
  v: z.literal(1),
  draftId: nullableText,
  draftRev: z.number(),
  row: z.object({
    kind: z.string(),
    visitId: nullableText,
    finishedAt: z.string(),
    sendOrder: z.number(),
    codeHash: nullableText,
    operation,
  }),
});

const draftFacts = z.object({
  draftId: z.string(),
  kind: z.string(),
  actorId: z.string(),
  rev: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  codeHash: nullableText,
  entityId: nullableText,
  mediaIds: z.array(z.string()),
});

const slot = z.object({ actorId: z.string(), rev: z.number(), slot: z.string() });

export const toJsonBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** null for bytes that are no JSON. */
export function fromJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

export function encodeOperationFrame(frame: OperationFrame): Uint8Array<ArrayBuffer> {
  return toJsonBytes({ v: 1, ...frame });
}

export function decodeOperationFrame(bytes: Uint8Array): OperationFrame | null {
  const parsed = operationFrame.safeParse(fromJsonBytes(bytes));
  return parsed.success ? parsed.data : null;
}

/** 4 bytes length of the facts (big-endian), the facts as JSON, the box. */
export function encodeDraftRow({ box, ...facts }: DraftRow): Uint8Array<ArrayBuffer> {
  const head = toJsonBytes(facts);
  const bytes = new Uint8Array(4 + head.length + box.length);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, 4);
  bytes.set(box, 4 + head.length);
  return bytes;
}

export function decodeDraftRow(bytes: Uint8Array<ArrayBuffer>): DraftRow | null {
  if (bytes.length < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const parsed = draftFacts.safeParse(fromJsonBytes(bytes.subarray(4, 4 + length)));
  return parsed.success ? { ...parsed.data, box: bytes.slice(4 + length) } : null;
}

export function decodeSlot(bytes: Uint8Array): StoredSlot | null {
  const parsed = slot.safeParse(fromJsonBytes(bytes));
  return parsed.success ? parsed.data : null;
}
