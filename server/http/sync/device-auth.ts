import { createHash, createPublicKey, randomBytes, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import { Problem } from '../../../src/domain/problems.ts';
import { signedText } from '../../../src/domain/protocol.ts';
import type { Keyring } from '../../ports/keys.ts';
import type { DeviceRow } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';

const NONCE_LIFE_MS = 10 * 60_000;

/** A nonce that needs no memory: when it ends, randomness, and our seal on both. Any server process knows another's. */
export function freshNonce(keys: Keyring, now: Date): string {
  const text = `${(now.getTime() + NONCE_LIFE_MS).toString(36)}.${randomBytes(12).toString('base64url')}`;
  return Buffer.from(`${text}.${keys.mac(`nonce:${text}`)}`).toString('base64url');
}

/** Whether we gave this nonce out, and not too long ago. */
function nonceHolds(keys: Keyring, nonce: string, now: Date): boolean {
  const parts = Buffer.from(nonce, 'base64url').toString('latin1').split('.');
  const [ends, random, mac] = parts;
  if (parts.length !== 3 || ends === undefined || random === undefined || mac === undefined) return false;
  const right = Buffer.from(keys.mac(`nonce:${ends}.${random}`));
  const given = Buffer.from(mac);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return false;
  const endsAt = Number.parseInt(ends, 36);
  return endsAt > now.getTime() && endsAt <= now.getTime() + NONCE_LIFE_MS + 60_000;
}

const AUTHORIZATION =
  /^SaidAndDone device="([0-9a-f-]{36})", nonce="([\w-]{0,300})", signature="([A-Za-z0-9+/]{86}==)"$/;

/**
 * The enrolled tablet that signed this request. A revoked one is let through: what it holds may matter, and each route
 * decides what it may still do.
 * @throws Problem('device-unknown' | 'bad-signature' | 'stale-nonce')
 */
export async function knownDevice(
  request: Request,
  body: Uint8Array<ArrayBuffer>,
  deps: Pick<Deps, 'store' | 'keys'>,
  now: Date,
): Promise<DeviceRow> {
  const authorization = request.headers.get('authorization');
  if (authorization === null) throw new Problem('stale-nonce');
  const [, deviceId, nonce, signature] = AUTHORIZATION.exec(authorization) ?? [];
  if (deviceId === undefined || nonce === undefined || signature === undefined) throw new Problem('bad-signature');
  if (!nonceHolds(deps.keys, nonce, now)) throw new Problem('stale-nonce');
  const device = await deps.store.devices.get(deviceId);
  if (device === null || device.state === 'waiting' || device.state === 'refused') throw new Problem('device-unknown');
  const { pathname, search } = new URL(request.url);
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const signed = new TextEncoder().encode(signedText(request.method, pathname + search, bodySha256, nonce));
  const key = deviceKey(device.publicKey);
  const holds = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'));
  if (!holds) throw new Problem('bad-signature');
  return device;
}

/** Reading a key costs more than checking with it, and a tablet comes with the same one a hundred times a day. */
const readKeys = new Map<string, KeyObject>();
const MAX_READ_KEYS = 1_000;

/** A tablet's public key (P-256, SPKI, base64). Throws Problem('bad-request') when it is none. */
export function deviceKey(publicKey: string): KeyObject {
  const known = readKeys.get(publicKey);
  if (known !== undefined) return known;
  const key = readKey(publicKey);
  if (readKeys.size >= MAX_READ_KEYS) readKeys.clear();
  readKeys.set(publicKey, key);
  return key;
}

function readKey(publicKey: string): KeyObject {
  const refused = (cause?: unknown) => new Problem('bad-request', { field: 'publicKey' }, { cause });
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  } catch (cause) {
    throw refused(cause);
  }
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (!isP256) throw refused();
  return key;
}
