/**
 * The receipt code a person takes away: eight signs of a 32-sign alphabet without I, L, O and U (40 random bits),
 * shown in two groups of four. Made on the tablet with no connection; it says nothing about who or what.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_CODE_LENGTH = 8;

/** Signs of the same alphabet from bytes, one each: for receipt codes, enrolment codes and the check of a tablet. */
export function signsFrom(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new RangeError('each sign needs one byte');
  let signs = '';
  for (const byte of bytes.subarray(0, length)) signs += ALPHABET.charAt(byte & 31);
  return signs;
}

/** What somebody typed, as `length` signs, or null. Reads O as 0, I and L as 1, and ignores spaces and dashes. */
export function readSigns(typed: string, length: number): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const valid = code.length === length && [...code].every((sign) => ALPHABET.includes(sign));
  return valid ? code : null;
}

/** @param randomBytes at least eight bytes of randomness. */
export function receiptCodeFrom(randomBytes: Uint8Array): string {
  if (randomBytes.length < RECEIPT_CODE_LENGTH) throw new RangeError('a receipt code needs eight random bytes');
  return signsFrom(randomBytes, RECEIPT_CODE_LENGTH);
}

/** `7KQ4M2TD` as `7KQ4-M2TD`: easier to read out. */
export function showReceiptCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed, as a code, or null if it cannot be one. Reads O as 0, I and L as 1, and ignores spaces and dashes. */
export function readReceiptCode(typed: string): string | null {
  return readSigns(typed, RECEIPT_CODE_LENGTH);
}
