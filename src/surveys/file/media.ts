import { MAX_CLIP_BYTES, MAX_PICTURE_BYTES } from '../../domain/desk-surveys.ts';
import { MAX_FILM_BYTES } from '../../domain/signed.ts';
import { isRecord, type Note } from './notes.ts';

export interface FileMedia {
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const CLIP = /^audio\/(?:webm|ogg)(?:;|$)/;
const FILM = /^video\/(?:webm|mp4)(?:;|$)/;
const PICTURE = /^image\/(?:png|jpeg|webp|svg\+xml)$/;
/** A survey with more is no survey: 120 questions in 60 languages are far below. */
const MOST_FILES = 20_000;

/** The recordings and pictures of a file that are what they say they are. */
export async function readMedia(
  value: unknown,
  sha256: (bytes: Uint8Array) => Promise<string>,
  note: Note,
): Promise<ReadonlyMap<string, FileMedia>> {
  const media = new Map<string, FileMedia>();
  if (value === undefined) return media;
  if (!isRecord(value)) {
    note.warn(['media'], 'unreadable');
    return media;
  }
  for (const [hash, item] of Object.entries(value).slice(0, MOST_FILES)) {
    const path = ['media', hash.slice(0, 8)];
    const read = readOne(item, path, note);
    if (read === null) continue;
    if ((await sha256(read.bytes)) === hash) media.set(hash, read);
    else note.warn(path, 'wrong-hash');
  }
  return media;
}

function readOne(item: unknown, path: readonly string[], note: Note): FileMedia | null {
  if (!isRecord(item) || typeof item['mime'] !== 'string' || typeof item['base64'] !== 'string') {
    note.warn(path, 'unreadable-media');
    return null;
  }
  const { mime, base64 } = item;
  if (!CLIP.test(mime) && !FILM.test(mime) && !PICTURE.test(mime)) {
    note.warn(path, 'media-type', { mime: mime.slice(0, 64) });
    return null;
  }
  const most = CLIP.test(mime) ? MAX_CLIP_BYTES : FILM.test(mime) ? MAX_FILM_BYTES : MAX_PICTURE_BYTES;
  const bytes = (base64.length * 3) / 4 > most + 3 ? 'too-large' : fromBase64(base64);
  if (bytes === null) note.warn(path, 'unreadable-media');
  else if (bytes === 'too-large' || bytes.length > most) note.warn(path, 'media-too-large', { most: most / 1000 });
  else return { mime, bytes };
  return null;
}

/** null when it is not base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text);
    return Uint8Array.from({ length: binary.length }, (_, at) => binary.charCodeAt(at));
  } catch {
    return null;
  }
}

export function toBase64(bytes: Uint8Array): string {
  const CHUNK = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
