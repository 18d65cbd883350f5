import type { Operation } from '../domain/envelope.ts';
import type { Outbox } from '../ports/outbox.ts';

const FORMAT = 'said-and-done/rescue';
const EVERYTHING = 1_000_000;

export interface RescueFile {
  readonly name: string;
  readonly json: string;
  readonly count: number;
}

/**
 * The last way out for work that cannot be sent: every sealed record that still waits here, as one file for staff.
 * Nobody can read it on the way. Photos and voice notes are too large for it and stay on the tablet.
 * Throws when what was written does not read back as what was there.
 */
export async function makeRescueFile(outbox: Pick<Outbox, 'list'>, wallMs: number): Promise<RescueFile> {
  const rows = await outbox.list(EVERYTHING);
  const operations = rows
    .filter((row) => row.state === 'waiting' && row.operation !== null)
    .map((row) => row.operation as Operation)
    .sort((a, b) => a.seq - b.seq);
  return rescueFileOf(operations, wallMs);
}

/** The same from operations at hand: those of the journal, when the database cannot be opened. */
export async function rescueFileOf(operations: readonly Operation[], wallMs: number): Promise<RescueFile> {
  const madeAt = new Date(wallMs).toISOString();
  const sha256 = await hexHash(JSON.stringify(operations));
  const json = JSON.stringify({ format: FORMAT, version: 1, madeAt, count: operations.length, sha256, operations });
  const back = JSON.parse(json) as { operations: unknown };
  if ((await hexHash(JSON.stringify(back.operations))) !== sha256)
    throw new Error('the rescue file does not read back');
  return { name: `said-and-done-rescue-${madeAt.slice(0, 10)}.json`, json, count: operations.length };
}

async function hexHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
