import {
  helloRequest,
  MAX_PUSH_BYTES,
  PATHS,
  PROTOCOL_VERSION,
  pushRequest,
  type DeviceHealth,
  type HelloAnswer,
  type PushAnswer,
} from '../../../src/domain/protocol.ts';
import type { DeviceRow } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { standingOf } from './standing.ts';

/** A clock can be years out; more than a century is no clock at all. */
const MOST_SKEW_MS = 100 * 366 * 24 * 3_600_000;

/** A tablet that pushes batch after batch is written down at most this often: each time is a flush. */
const CONTACT_EVERY_MS = 2_000;

/** `hello` and `push`: who am I to you, and here is what people said. */
export function wordEndpoints(deps: Deps): readonly Endpoint[] {
  const noteContact = async (device: DeviceRow, installId: string, health: DeviceHealth, now: string) => {
    const skew = Date.parse(health.wall) - Date.parse(now);
    const skewMs = Number.isFinite(skew) ? Math.max(-MOST_SKEW_MS, Math.min(MOST_SKEW_MS, Math.round(skew))) : 0;
    await deps.store.devices.contact(device.deviceId, installId, health, skewMs, now);
  };

  return [
    endpoint({
      method: 'POST',
      path: PATHS.hello,
      who: 'device',
      rate: 'sync',
      body: helloRequest,
      run: async ({ body, device, now }): Promise<HelloAnswer> => {
        await noteContact(device(), body.installId, body.health, now);
        return {
          standing: await standingOf(body.installId, deps, now),
          protocol: PROTOCOL_VERSION,
          minimumProtocol: PROTOCOL_VERSION,
        };
      },
    }),
    endpoint({
      method: 'POST',
      path: PATHS.push,
      who: 'device',
      rate: 'sync',
      packed: true,
      body: pushRequest,
      maxBytes: MAX_PUSH_BYTES,
      run: async ({ body, device, now }): Promise<PushAnswer> => {
        const { deviceId, state } = device();
        const park = state === 'revoked' ? 'from-revoked-tablet' : null;
        const verdicts = await deps.accept(body.operations, { deviceId, park }, now);
        if (isDue(device(), body.installId, now)) await noteContact(device(), body.installId, body.health, now);
        if (verdicts.some(({ verdict }) => verdict === 'stored')) deps.nudgeWorker();
        return { verdicts, standing: await standingOf(body.installId, deps, now) };
      },
    }),
  ];
}

function isDue(device: DeviceRow, installId: string, now: string): boolean {
  const last = device.lastContactAt === null ? 0 : Date.parse(device.lastContactAt);
  return !device.installIds.includes(installId) || Math.abs(Date.parse(now) - last) > CONTACT_EVERY_MS;
}
