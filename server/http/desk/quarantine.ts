import * as z from 'zod/mini';
import type { Quarantined } from '../../../src/domain/desk.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { retryParked } from '../../intake/accept.ts';
import type { QueueRow } from '../../ports/queue-store.ts';
import { jsonAnswer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const MOST_SHOWN = 200;
const oneParked = z.object({ inboxId: z.string().check(z.regex(/^[\w-]{1,40}$/)) });
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What could not be filed: why, try again, take it away for somebody to look at. Nothing here is ever deleted. */
export function quarantineEndpoints(deps: Deps): readonly Endpoint[] {
  const { queue, devices, audit, records } = deps.store;

  const parked = async (inboxId: string): Promise<QueueRow> => {
    const row = await queue.get(inboxId);
    if (row === null || row.state !== 'quarantined') throw new Problem('not-found');
    return row;
  };

  return [
    endpoint({
      method: 'GET',
      path: '/desk/v1/quarantine',
      who: 'quarantine',
      rate: 'desk',
      run: async () => {
        const [{ rows, total }, tablets] = await Promise.all([queue.quarantined(MOST_SHOWN), devices.list()]);
        const labels = new Map(tablets.map(({ deviceId, label }) => [deviceId, label]));
        return { items: rows.map((row) => shown(row, labels)), total };
      },
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/quarantine/:inboxId/retry',
      who: 'quarantine',
      rate: 'desk',
      params: oneParked,
      run: async ({ params, me, now }) => {
        const row = await parked(params.inboxId);
        if (!(await retryParked(deps.store, params.inboxId, now))) throw new Problem('conflict');
        await audit.add({ at: now, byName: me().displayName, what: 'quarantine-retry', about: row.opId.slice(0, 120) });
        if ((await records.item(row.entityId)) !== null) {
          await records.addHistory(row.entityId, { at: now, byName: me().displayName, what: 'retried', detail: '' });
        }
        deps.nudgeWorker();
        return new Response(null, { status: 204 });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/desk/v1/quarantine/:inboxId/export',
      who: 'quarantine',
      rate: 'desk',
      params: oneParked,
      run: async ({ params, me, now }) => {
        const { envelope, reason, detail, receivedAt, opId } = await parked(params.inboxId);
        await audit.add({ at: now, byName: me().displayName, what: 'quarantine-export', about: opId.slice(0, 120) });
        const headers = { 'content-disposition': `attachment; filename="quarantine-${params.inboxId}.json"` };
        return jsonAnswer({ reason, detail, receivedAt, envelope: readAgain(envelope) }, 200, headers);
      },
    }),
  ];
}

function shown(row: QueueRow, labels: ReadonlyMap<string, string>): Quarantined {
  return {
    inboxId: row.inboxId,
    opId: uuid.test(row.opId) ? (row.opId as Quarantined['opId']) : null,
    kind: row.kind.slice(0, 41),
    deviceLabel: row.deviceId === null ? null : (labels.get(row.deviceId) ?? null),
    seq: row.seq > 0 ? row.seq : null,
    receivedAt: row.receivedAt,
    reason: row.reason ?? '',
    detail: (row.detail ?? '').slice(0, 400),
    attempts: row.attempts,
  };
}

/** As JSON where it is JSON, else as the text that came. */
function readAgain(envelope: string | null): unknown {
  try {
    return envelope === null ? null : JSON.parse(envelope);
  } catch {
    return envelope;
  }
}
