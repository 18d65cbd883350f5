import { randomBytes } from 'node:crypto';
import { encode } from 'uqr';
import * as z from 'zod/mini';
import { tabletChange, type EnrolmentCode, type Tablet } from '../../../src/domain/desk.ts';
import { ENROL_CODE_MINUTES, enrolCodeFrom } from '../../../src/domain/enrol-code.ts';
import { deviceId, type DeviceId } from '../../../src/domain/ids.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { may } from '../../../src/domain/roles.ts';
import type { Gap } from '../../ports/queue-store.ts';
import type { DeviceRow } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

/** A number may be on its way for this long before staff are told that it never came. */
const GAP_DAYS = 7;
const QUIET_BORDER = 4;

type Action = 'approve' | 'refuse' | 'revoke';
const STATE = { approve: 'approved', refuse: 'refused', revoke: 'revoked' } as const satisfies Record<
  Action,
  DeviceRow['state']
>;
/** From where each step may be taken; a revoked tablet is enrolled again, never approved again. */
const FROM: Readonly<Record<Action, readonly DeviceRow['state'][]>> = {
  approve: ['waiting'],
  refuse: ['waiting'],
  revoke: ['approved'],
};

/** Tablets: the list with its gaps, one-time codes, and approve, refuse, revoke, rename. */
export function tabletEndpoints(deps: Deps): readonly Endpoint[] {
  const { devices, queue, audit } = deps.store;

  return [
    endpoint({
      method: 'GET',
      path: '/desk/v1/tablets',
      who: 'tablets',
      rate: 'desk',
      run: async ({ now }) => {
        const olderThan = new Date(Date.parse(now) - GAP_DAYS * 24 * 3_600_000).toISOString();
        const [rows, gaps] = await Promise.all([devices.list(), queue.gaps(olderThan)]);
        return { tablets: rows.map((row) => shown(row, gaps)) };
      },
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/tablets/code',
      who: 'tablets',
      rate: 'desk',
      run: async ({ me, now }): Promise<EnrolmentCode> => {
        const code = enrolCodeFrom(randomBytes(16));
        const expiresAt = new Date(Date.parse(now) + ENROL_CODE_MINUTES * 60_000).toISOString();
        await devices.addCode(deps.keys.hash('enrol', code), expiresAt, me().displayName);
        await audit.add({ at: now, byName: me().displayName, what: 'tablet-code', about: '' });
        const url = `${deps.publicUrl()}/enrol#${code}`;
        return { code, url, expiresAt, qr: qrRows(url) };
      },
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/tablets/:deviceId',
      who: 'tablets',
      rate: 'desk',
      params: z.object({ deviceId }),
      body: tabletChange,
      run: async ({ params, body, me, now }) => {
        const row = await devices.get(params.deviceId);
        if (row === null) throw new Problem('not-found');
        const { action, label } = body;
        if (action === 'revoke' && !may(me().role, 'revoke-tablet')) throw new Problem('not-allowed');
        if (action === 'rename' && label === undefined) throw new Problem('bad-request', { field: 'label' });
        if (action !== 'rename' && row.state !== STATE[action]) {
          if (!FROM[action].includes(row.state)) throw new Problem('conflict');
          await devices.setState(row.deviceId, STATE[action]);
        }
        if (label !== undefined) await devices.rename(row.deviceId, label);
        const what = `tablet-${action}`;
        await audit.add({ at: now, byName: me().displayName, what, about: label ?? row.label });
        return new Response(null, { status: 204 });
      },
    }),
  ];
}

function shown(row: DeviceRow, gaps: readonly Gap[]): Tablet {
  const { health } = row;
  return {
    deviceId: row.deviceId as DeviceId,
    label: row.label,
    state: row.state,
    check: row.check,
    enrolledAt: row.enrolledAt,
    lastContactAt: row.lastContactAt,
    unsent: health?.unsent ?? null,
    oldestUnsentAt: health?.oldestUnsentAt ?? null,
    persisted: health?.persisted ?? null,
    freeBytes: health?.freeBytes ?? null,
    battery: health?.battery ?? null,
    clockSkewMs: row.clockSkewMs,
    appVersion: health?.appVersion ?? null,
    received: row.received,
    gaps: gaps
      .filter((gap) => gap.deviceId === row.deviceId || row.installIds.includes(gap.installId))
      .map(({ installId, first, last, since }) => ({ installId, first, last, since })),
  };
}

function qrRows(url: string): string {
  const { data } = encode(url, { ecc: 'M', border: QUIET_BORDER });
  return data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')).join('\n');
}
