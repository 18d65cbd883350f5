/** Other codecs by the names that stand in a film: no tablet has to have them. */
const OTHER_CODECS = /hvc1|hev1|dvh1|dvhe|mp4v|vp08|vp09|av01|apcn|apch|ap4h/;
const TRACKS = 'moov';
const MOST_BOXES = 10_000;

/**
 * Whether these bytes are whole boxes of an MP4 with one H.264 track and pictures in it: read from end to end, so that
 * neither a name in the middle of something else nor half a file passes.
 */
export function isH264(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
  let tracks = '';
  let hasPictures = false;
  for (let at = 0, boxes = 0; at < bytes.length; boxes += 1) {
    if (boxes > MOST_BOXES || at + 8 > bytes.length) return false;
    const name = text(at + 4, at + 8);
    const size = sizeAt(view, at);
    if (size === null || size < 8 || at + size > bytes.length || !/^[\x20-\x7e]{4}$/.test(name)) return false;
    if (name === TRACKS) tracks += text(at, at + size);
    if (name === 'mdat') hasPictures ||= size > 16;
    at += size;
  }
  const films = tracks.match(/avc[13]/g) ?? [];
  return hasPictures && films.length === 1 && !OTHER_CODECS.test(tracks);
}

/** 0: to the end of the file. 1: the size stands behind the name, in eight bytes. */
function sizeAt(view: DataView, at: number): number | null {
  const size = view.getUint32(at);
  if (size === 0) return view.byteLength - at;
  if (size !== 1) return size;
  if (at + 16 > view.byteLength) return null;
  const large = Number(view.getBigUint64(at + 8));
  return large >= 16 ? large : null;
}
