import { createHash } from 'node:crypto';
import { cleanSvg } from '../../src/domain/clean-svg.ts';
import { MAX_CLIP_BYTES, MAX_PICTURE_BYTES, type SurveyAsset } from '../../src/domain/desk-surveys.ts';
import { Problem } from '../../src/domain/problems.ts';
import { MAX_FILM_BYTES, MAX_FILM_MS } from '../../src/domain/signed.ts';
import { assetKey, LEAST_FREE_BYTES, type Blobs } from '../ports/blobs.ts';
import type { Store } from '../ports/store.ts';
import { refuseHuge, sniff, type Sniffed } from './sniff.ts';
import { stripPicture } from './strip-picture.ts';

const MOST_BYTES: Readonly<Record<Sniffed['role'], number>> = {
  clip: MAX_CLIP_BYTES,
  film: MAX_FILM_BYTES,
  picture: MAX_PICTURE_BYTES,
};

interface Deps {
  readonly store: Pick<Store, 'surveys'>;
  readonly blobs: Blobs;
}

/**
 * Keeps a clip, a film or a picture under the hash of what is kept, once: sounds and films as they are, photos without what stands beside
 * them, drawings cleaned. The bytes are flushed before the row is written. Throws Problem('asset-type' | 'too-large' |
 * 'disk-low').
 */
export async function keepAsset(
  { store, blobs }: Deps,
  given: Uint8Array,
  about: { readonly role: Sniffed['role']; readonly durationMs: number },
  byName: string,
  now: string,
): Promise<SurveyAsset> {
  const { role, mime, bytes } = usable(given, about.role);
  if (role === 'film' && (about.durationMs < 1 || about.durationMs > MAX_FILM_MS)) {
    throw new Problem('asset-type', { reason: 'too-long', mostSeconds: MAX_FILM_MS / 1000 });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const there = await store.surveys.asset(sha256);
  if (there !== null && (await blobs.get(assetKey(sha256))) !== null) {
    return { sha256, mime: there.mime, bytes: there.bytes, durationMs: there.durationMs };
  }
  const free = await blobs.freeBytes();
  if (free !== null && free < LEAST_FREE_BYTES) throw new Problem('disk-low', { retryAfterS: 600 });
  await blobs.put(assetKey(sha256), bytes);
  const durationMs = role === 'picture' ? 0 : about.durationMs;
  await store.surveys.addAsset(
    { sha256, role: role === 'film' ? 'clip' : role, mime, bytes: bytes.length, durationMs },
    byName,
    now,
  );
  return { sha256, mime, bytes: bytes.length, durationMs };
}

/** What would be kept of these bytes. Throws Problem('asset-type' | 'too-large'). */
export function usable(
  given: Uint8Array,
  wanted: Sniffed['role'],
): { readonly role: Sniffed['role']; readonly mime: string; readonly bytes: Uint8Array } {
  const { role, mime } = sniff(given);
  if (role !== wanted) throw new Problem('asset-type', { reason: `not-a-${wanted}` });
  const maxBytes = MOST_BYTES[role];
  if (given.length > maxBytes) throw new Problem('too-large', { maxBytes });
  if (role !== 'picture') return { role, mime, bytes: given };
  if (mime === 'image/svg+xml') return { role, mime, bytes: cleaned(given) };
  refuseHuge(given, mime);
  return { role, mime, bytes: stripPicture(given, mime) };
}

/** Written anew from a short list of shapes: nothing that runs or loads comes through. */
function cleaned(given: Uint8Array): Uint8Array {
  const clean = cleanSvg(given);
  if ('refused' in clean) throw new Problem('asset-type', { reason: clean.refused });
  return new TextEncoder().encode(clean.svg);
}
