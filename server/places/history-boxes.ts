import * as z from 'zod';
import type { PlaceEvent } from '../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../src/domain/directory.ts';
import type { PlaceGrade } from '../../src/domain/record.ts';
import { tooFineIn, withoutPieces } from '../../src/places/place-texts.ts';
import type { Keyring } from '../ports/keys.ts';

type Changes = PlaceEvent['changes'];
const changes = z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }));
const about = (entryId: string): string => `directory/${entryId}`;

/**
 * What differs between two states of an entry. Of `where` only its form: a position that is made coarse later must not
 * stay behind in its history.
 */
export function changesBetween(before: DirectoryEntry | null, after: DirectoryEntry): Changes {
  const found: Changes = [];
  for (const field of Object.keys(after) as (keyof DirectoryEntry)[]) {
    if (field === 'entryId') continue;
    const [was, is] = [before?.[field] ?? null, after[field]];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    if (field === 'where') found.push({ field, before: before?.where.as ?? null, after: after.where.as });
    else if (before !== null) found.push({ field, before: was, after: is });
  }
  return changesAt(after.grade, found);
}

/** The same without positions in words that a place of this grade may not be told by. */
export function changesAt(grade: PlaceGrade, told: Changes): Changes {
  return told.map(({ field, before, after }) => ({
    field,
    before: inWords(before, grade),
    after: inWords(after, grade),
  }));
}

function inWords(value: unknown, grade: PlaceGrade): unknown {
  if (typeof value === 'string') return withoutPieces(value, tooFineIn(value, grade));
  if (Array.isArray(value)) return value.map((one) => inWords(one, grade));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inWords(one, grade)]));
}

export async function sealChanges(keyring: Keyring, entryId: string, content: Changes): Promise<Uint8Array | null> {
  if (content.length === 0) return null;
  return keyring.encrypt(new TextEncoder().encode(JSON.stringify(content)), about(entryId));
}

export async function openChanges(keyring: Keyring, entryId: string, box: Uint8Array | null): Promise<Changes> {
  if (box === null) return [];
  const plain = new TextDecoder().decode(await keyring.decrypt(box, about(entryId)));
  return changes.parse(JSON.parse(plain)).map(({ field, before, after }) => ({ field, before, after }));
}
