import * as z from 'zod';
import { record, type SealedRecord } from '../../src/domain/record.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { Keyring } from '../ports/keys.ts';

/** The inbox line of an item: what a list shows without opening the record. */
const line = z.object({
  headline: z.string(),
  placeName: z.string().nullable(),
  groupName: z.string().nullable(),
  /** The entry of the directory that was visited. */
  placeId: z.optional(z.string()),
  /** To whom something is owed, where the record says so. */
  toGroup: z.optional(z.string()),
  recordedBy: z.string(),
  language: z.string(),
});
export type Line = z.infer<typeof line>;

const recordAbout = (opId: string): string => `record/${opId}`;
const lineAbout = (entityId: string): string => `line/${entityId}`;
const noteAbout = (entityId: string): string => `note/${entityId}`;

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** A filed record as it stands in the database: encrypted under the records key, bound to its operation. */
export const sealRecord = (keyring: Keyring, opId: string, content: SealedRecord): Promise<Uint8Array> =>
  keyring.encrypt(encode(content), recordAbout(opId));

/** Throws Problem('cannot-open') with another key, Problem('does-not-fit') when it is no record. */
export async function openRecord(keyring: Keyring, opId: string, box: Uint8Array): Promise<SealedRecord> {
  const parsed = record.safeParse(decode(await keyring.decrypt(box, recordAbout(opId))));
  if (!parsed.success) throw new Problem('does-not-fit');
  return parsed.data;
}

export const sealLine = (keyring: Keyring, entityId: string, content: Line): Promise<Uint8Array> =>
  keyring.encrypt(encode(content), lineAbout(entityId));

export async function openLine(keyring: Keyring, entityId: string, box: Uint8Array): Promise<Line> {
  return line.parse(decode(await keyring.decrypt(box, lineAbout(entityId))));
}

/** The staff note of an item. */
export const sealNote = (keyring: Keyring, entityId: string, note: string): Promise<Uint8Array> =>
  keyring.encrypt(new TextEncoder().encode(note), noteAbout(entityId));

export async function openNote(keyring: Keyring, entityId: string, box: Uint8Array): Promise<string> {
  return new TextDecoder().decode(await keyring.decrypt(box, noteAbout(entityId)));
}
