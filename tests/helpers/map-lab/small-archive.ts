/**
 * A base map of one town, written byte by byte: one tile for the whole earth, one layer `place`, names in several scripts.
 * For what the real base maps of the tests do not have.
 */
export function smallArchive(names: Readonly<Record<string, string>>, at: { lng: number; lat: number }): Uint8Array {
  const tile = tileWith(names, at);
  const directory = [...varint(1), ...varint(0), ...varint(1), ...varint(tile.length), ...varint(1)];
  const metadata = [...new TextEncoder().encode('{}')];
  const header = new Uint8Array(127);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode('PMTiles'));
  header[7] = 3;
  const root = 127;
  const described = root + directory.length;
  const data = described + metadata.length;
  const places = [root, directory.length, described, metadata.length, data, 0, data, tile.length, 1, 1, 1];
  for (const [index, value] of places.entries()) view.setBigUint64(8 + index * 8, BigInt(value), true);
  // Clustered, nothing packed, vector tiles, one zoom.
  header.set([1, 1, 1, 1, 0, 0], 96);
  for (const [index, degrees] of [-180, -85, 180, 85].entries()) view.setInt32(102 + index * 4, degrees * 1e7, true);
  return Uint8Array.from([...header, ...directory, ...metadata, ...tile]);
}

const EXTENT = 1 << 20;

function tileWith(names: Readonly<Record<string, string>>, { lng, lat }: { lng: number; lat: number }): number[] {
  const angle = (lat * Math.PI) / 180;
  const x = Math.round(((lng + 180) / 360) * EXTENT);
  const y = Math.round((0.5 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / (2 * Math.PI)) * EXTENT);
  const tags = { class: 'city', ...names };
  const pairs = Object.keys(tags).flatMap((_, at) => [...varint(at), ...varint(at)]);
  // MoveTo once, to where the town is.
  const geometry = [...varint(9), ...varint(x << 1), ...varint(y << 1)];
  const feature = [...bytes(2, pairs), 0x18, 1, ...bytes(4, geometry)];
  return bytes(3, [
    ...bytes(1, text('place')),
    ...bytes(2, feature),
    ...Object.keys(tags).flatMap((key) => bytes(3, text(key))),
    ...Object.values(tags).flatMap((value) => bytes(4, bytes(1, text(value)))),
    0x28,
    ...varint(EXTENT),
    0x78,
    2,
  ]);
}

const text = (words: string): number[] => [...new TextEncoder().encode(words)];
const bytes = (field: number, inside: readonly number[]): number[] => [
  (field << 3) | 2,
  ...varint(inside.length),
  ...inside,
];

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}
