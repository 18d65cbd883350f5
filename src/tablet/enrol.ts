import * as z from 'zod/mini';
import { enrolCheck, readEnrolCode } from '../domain/enrol-code.ts';
import type { Operation } from '../domain/envelope.ts';
import { installId } from '../domain/ids.ts';
import { isProblemCode, Problem, toProblem } from '../domain/problems.ts';
import { type EnrolAnswer, MAX_PUSH_BYTES, MAX_PUSH_OPERATIONS, type PushAnswer } from '../domain/protocol.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeviceKey } from '../ports/device-key.ts';
import type { Journal } from '../ports/journal.ts';
import type { Outbox, RowMark } from '../ports/outbox.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { Enrolment } from '../ports/transport.ts';
import { decodeOperationFrame, ENROLMENT_STATE, fromJsonBytes, toJsonBytes } from './journal-frames.ts';

export type EnrolState =
  | { readonly step: 'not-enrolled' }
  | { readonly step: 'waiting'; readonly check: string }
  | { readonly step: 'refused' }
  /** The database (and with it the signing key) was lost; the journal has `operations` that can still be handed over. */
  | { readonly step: 'lost-key'; readonly operations: number }
  | { readonly step: 'enrolled'; readonly deviceId: string };

export interface Enrol {
  state(): Promise<EnrolState>;
  /** Sends the one-time code and the new public key. Throws a Problem with what to do next. */
  begin(code: string, label: string): Promise<EnrolState>;
  /** Asks whether staff have approved; then fetches the reference data. */
  poll(): Promise<EnrolState>;
  /** Hands the journal of a lost database to the server's quarantine. */
  recover(): Promise<{ sent: number; problem: Problem | null }>;
}

export interface EnrolDeps {
  readonly key: DeviceKey;
  readonly link: Enrolment;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly reference: Pick<ReferenceStore, 'organisation'>;
  readonly clock: Clock;
  /** Staff have approved: starts the sending and resolves when the reference data is here, or a while later. */
  approved(): Promise<void>;
}

/** In the journal, so that it outlives the database and a lost key is noticed. */
const enrolment = z.object({
  state: z.enum(['waiting', 'approved', 'refused', 'revoked']),
  deviceId: z.string(),
  check: z.string(),
});
type Known = z.output<typeof enrolment>;

/** Room for the frame around the operations. */
const ROOM = 4096;

/** For the wipe: the tablet must be enrolled again. */
export interface Revocable {
  markRevoked(): Promise<void>;
}

export function createEnrol(deps: EnrolDeps): Enrol & Revocable {
  const { key, link, journal, outbox, reference, clock } = deps;
  let known: Known | null | undefined;

  async function read(): Promise<Known | null> {
    if (known !== undefined) return known;
    const bytes = (await journal.readState()).get(ENROLMENT_STATE);
    const parsed = enrolment.safeParse(bytes === undefined ? null : fromJsonBytes(bytes));
    known = parsed.success ? parsed.data : await fromDatabase();
    return known;
  }

  /** The other way round: the journal was lost and the key was not. */
  async function fromDatabase(): Promise<Known | null> {
    const deviceId = await key.deviceId();
    if (deviceId === null) return null;
    const state = (await reference.organisation()) === null ? 'waiting' : 'approved';
    return write({ state, deviceId, check: '' });
  }

  async function write(next: Known): Promise<Known> {
    await journal.putState(ENROLMENT_STATE, toJsonBytes(next));
    known = next;
    return next;
  }

  async function show(now: Known | null): Promise<EnrolState> {
    if (now === null || now.state === 'revoked') return { step: 'not-enrolled' };
    if (now.state === 'refused') return { step: 'refused' };
    const deviceId = await key.deviceId();
    if (deviceId !== now.deviceId) {
      if (now.state === 'waiting') return { step: 'not-enrolled' };
      return { step: 'lost-key', operations: (await outbox.counts()).waiting };
    }
    return now.state === 'approved' ? { step: 'enrolled', deviceId } : { step: 'waiting', check: now.check };
  }

  async function take(answer: EnrolAnswer, check: string): Promise<EnrolState> {
    const now = await write({ state: answer.state, deviceId: answer.deviceId, check });
    if (now.state === 'approved') await deps.approved();
    return show(now);
  }

  return {
    state: async () => show(await read()),

    async markRevoked() {
      const before = await read();
      if (before !== null) await write({ ...before, state: 'revoked' });
    },

    async begin(code, label) {
      const signs = readEnrolCode(code);
      if (signs === null) throw new Problem('code-unknown');
      const install = await outbox.install();
      const publicKey = await key.create();
      const ask = { code: signs, publicKey, label, installId: installId.parse(install.installId) };
      const answer = await link.enrol(ask);
      await key.setDeviceId(answer.deviceId);
      // Made here, not taken from the answer: somebody in between could send any words, but not this key's.
      return take(answer, await enrolCheck(publicKey, answer.deviceId));
    },

    async poll() {
      const before = await read();
      if (before === null || before.state !== 'waiting') return show(before);
      const answer = await link.status();
      // The cookie of an older enrolment says nothing about this one.
      return answer.deviceId === before.deviceId ? take(answer, before.check) : show(before);
    },

    async recover() {
      let sent = 0;
      try {
        for (const batch of batches(await unsent(journal, outbox))) {
          const answer = await link.recover(batch);
          const marks = marksOf(batch, answer, new Date(clock.wallMs()).toISOString());
          await outbox.markAll(marks);
          sent += marks.length;
        }
        return { sent, problem: null };
      } catch (thrown) {
        return { sent, problem: toProblem(thrown, 'storage-failed') };
      }
    },
  };
}

async function unsent(journal: Journal, outbox: Outbox): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const { opId, bytes } of await journal.readOperations()) {
    const row = await outbox.get(opId);
    const operation = row?.operation ?? decodeOperationFrame(bytes)?.row.operation;
    if (operation !== undefined && (row === null || row.state === 'waiting')) operations.push(operation);
  }
  return operations;
}

function batches(operations: readonly Operation[]): Operation[][] {
  const all: Operation[][] = [];
  let bytes = Infinity;
  for (const operation of operations) {
    const size = JSON.stringify(operation).length;
    let last = all.at(-1);
    if (last === undefined || last.length >= MAX_PUSH_OPERATIONS || bytes + size > MAX_PUSH_BYTES - ROOM) {
      last = [];
      all.push(last);
      bytes = 0;
    }
    last.push(operation);
    bytes += size;
  }
  return all;
}

function marksOf(batch: readonly Operation[], answer: PushAnswer, at: string): RowMark[] {
  return answer.verdicts.flatMap(({ opId, index, verdict, problem }) => {
    const id = opId ?? batch[index]?.opId;
    if (id === undefined || verdict === 'retry') return [];
    const state = verdict === 'quarantined' ? 'quarantined' : 'stored';
    return [{ opId: id, state, problem: isProblemCode(problem) ? problem : null, at }];
  });
}
