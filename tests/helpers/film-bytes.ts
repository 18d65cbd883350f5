/** Bytes that begin, and end, as films do. Nothing is in the pictures. */
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

export const aWebmFilm = (codec = 'V_VP8', about = ''): Uint8Array =>
  latin(
    `\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm${'\0'.repeat(30)}${codec}${'pictures'.repeat(9)}${about}`,
  );

const aBox = (name: string, inside: string): string => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(inside.length + 8);
  return `${size.toString('latin1')}${name}${inside}`;
};

export const anMp4Film = (codec = 'avc1', about = 'pictures of somebody signing'): Uint8Array =>
  latin(aBox('ftyp', 'isom\0\0\x02\0isommp41') + aBox('mdat', about) + aBox('moov', aBox('trak', aBox('stsd', codec))));
