/** Small pictures a person can remember a code by. Each is a text in `receipt.json` and a drawing in `memory-picture.tsx`. */
const MEMORY_PICTURES = [
  'sun',
  'moon',
  'star',
  'tree',
  'leaf',
  'flower',
  'house',
  'boat',
  'kettle',
  'cup',
  'key',
  'umbrella',
  'bell',
  'hat',
  'apple',
  'kite',
] as const;
export type MemoryPicture = (typeof MEMORY_PICTURES)[number];

/**
 * Three pictures for one code, always the same ones for the same code. They help memory and open nothing: many codes
 * share the same three.
 * @param code eight signs, without the dash.
 */
export function memoryPictures(code: string): readonly MemoryPicture[] {
  // FNV-1a, then mixed once more, so that one wrong sign nearly always shows in the pictures.
  let hash = 0x811c9dc5;
  for (const sign of code) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return [24, 16, 8].map((shift) => MEMORY_PICTURES[(hash >>> shift) % MEMORY_PICTURES.length] ?? 'sun');
}
