/** Small pictures a person can remember a code by. Each is a text in `receipt.json` and a drawing in `memory-picture.tsx`. */
export const MEMORY_PICTURES = [
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
  const values = [...code].map((sign) => sign.charCodeAt(0));
  return [0, 1, 2].map((place) => {
    // A different mix of all eight signs for each place, so that one wrong sign shows.
    const sum = values.reduce((total, value, index) => total + value * ((index + place) * (place + 2) + 1), 0);
    return MEMORY_PICTURES[sum % MEMORY_PICTURES.length] ?? 'sun';
  });
}
