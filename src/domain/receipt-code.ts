/**
 * The receipt code a person takes away: eight signs of a 32-sign alphabet without I, L, O and U (40 random bits),
 * shown in two groups of four. Made on the tablet with no connection; it says nothing about who or what.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECEIPT_CODE_LENGTH = 8;

/** @param randomBytes at least eight bytes of randomness. */
export function receiptCodeFrom(randomBytes: Uint8Array): string {
  if (randomBytes.length < RECEIPT_CODE_LENGTH) throw new RangeError('a receipt code needs eight random bytes');
  let code = '';
  for (const byte of randomBytes.subarray(0, RECEIPT_CODE_LENGTH)) code += ALPHABET.charAt(byte & 31);
  return code;
}

/** `7KQ4M2TD` as `7KQ4-M2TD`: easier to read out. */
export function showReceiptCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed, as a code, or null if it cannot be one. Reads O as 0, I and L as 1, and ignores spaces and dashes. */
export function readReceiptCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const valid = code.length === RECEIPT_CODE_LENGTH && [...code].every((sign) => ALPHABET.includes(sign));
  return valid ? code : null;
}
