import { randomBytes, randomUUID } from 'node:crypto';
import { readEnrolCode, enrolCheck } from '../../../src/domain/enrol-code.ts';
import type { DeviceId } from '../../../src/domain/ids.ts';
import { Problem, type ProblemCode } from '../../../src/domain/problems.ts';
import {
  enrolRequest,
  MAX_PUSH_BYTES,
  PATHS,
  recoverRequest,
  type EnrolAnswer,
  type PushAnswer,
} from '../../../src/domain/protocol.ts';
import type { DeviceRow } from '../../ports/store.ts';
import { jsonAnswer } from '../answer.ts';
import { cookieLine, readCookie, RESCUE_COOKIE } from '../cookies.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { deviceKey } from './device-auth.ts';
import { standingOf } from './standing.ts';

/** As long as browsers keep a cookie. */
const RESCUE_LIFE_S = 400 * 24 * 3600;

const CODE_TROUBLE = { unknown: 'code-unknown', used: 'code-used', expired: 'code-expired' } as const satisfies Record<
  string,
  ProblemCode
>;

/** A tablet asks to join, waits for staff, and hands over a journal whose signing key was lost. */
export function enrolmentEndpoints(deps: Deps): readonly Endpoint[] {
  const rescued = async (request: Request): Promise<DeviceRow | null> => {
    const token = readCookie(request, RESCUE_COOKIE);
    return token === null ? null : deps.store.devices.byCookie(deps.keys.hash('cookie', token));
  };
  const byCookie = async (request: Request): Promise<DeviceRow> => {
    const device = await rescued(request);
    if (device === null) throw new Problem('device-unknown');
    return device;
  };

  return [
    endpoint({
      method: 'POST',
      path: PATHS.enrol,
      who: 'anyone',
      rate: 'enrol',
      body: enrolRequest,
      run: async ({ request, body, now }) => {
        deviceKey(body.publicKey);
        const code = readEnrolCode(body.code);
        if (code === null) throw new Problem('code-unknown');
        const taken = await deps.store.devices.takeCode(deps.keys.hash('enrol', code), now);
        if (taken !== 'taken') throw new Problem(CODE_TROUBLE[taken]);
        const deviceId = randomUUID();
        const token = randomBytes(32).toString('base64url');
        const check = await enrolCheck(body.publicKey, deviceId);
        const cookieHash = deps.keys.hash('cookie', token);
        const label = body.label.trim() === '' ? 'Tablet' : body.label.trim();
        await deps.store.devices.add({ deviceId, label, publicKey: body.publicKey, check, cookieHash }, now);
        // The cookie says that it is a tablet we know, joining again: its records go on being its own.
        const before = await rescued(request);
        if (before !== null) await deps.store.devices.succeed(before.deviceId, deviceId);
        deps.log.info('tablet-waiting', { deviceId });
        const answer: EnrolAnswer = { deviceId: deviceId as DeviceId, check, state: 'waiting' };
        return jsonAnswer(answer, 200, { 'set-cookie': cookieLine(RESCUE_COOKIE, token, RESCUE_LIFE_S) });
      },
    }),
    endpoint({
      method: 'GET',
      path: PATHS.enrolStatus,
      who: 'anyone',
      rate: 'enrolStatus',
      run: async ({ request }): Promise<EnrolAnswer> => {
        const { deviceId, check, state } = await byCookie(request);
        if (state === 'revoked') throw new Problem('device-revoked');
        return { deviceId: deviceId as DeviceId, check, state };
      },
    }),
    endpoint({
      method: 'POST',
      path: PATHS.recover,
      who: 'anyone',
      rate: 'recover',
      body: recoverRequest,
      maxBytes: MAX_PUSH_BYTES,
      run: async ({ request, body, now }): Promise<PushAnswer> => {
        const { deviceId, installIds, state } = await byCookie(request);
        const park = state === 'revoked' ? 'from-revoked-tablet' : 'from-recovered-journal';
        const verdicts = await deps.accept(body.operations, { deviceId, park }, now);
        deps.log.info('journal-recovered', { deviceId, operations: body.operations.length });
        const install = installOf(body.operations) ?? installIds.at(-1) ?? '';
        return { verdicts, standing: await standingOf(install, deps, now) };
      },
    }),
  ];
}

/** The install the journal belongs to, where its first operation tells. */
function installOf(operations: readonly unknown[]): string | null {
  const first = operations[0];
  if (typeof first !== 'object' || first === null || !('installId' in first)) return null;
  return typeof first.installId === 'string' ? first.installId.slice(0, 36) : null;
}
