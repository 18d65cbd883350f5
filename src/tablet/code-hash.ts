import { toHex } from '../domain/bytes.ts';

/** Slow enough that a stolen tablet does not give up its 40-bit codes in an afternoon; quick enough for one Finish. */
const ROUNDS = 50_000;

/**
 * Slow hash of a receipt code, salted with the organisation: it matches a withdrawal to what lies on this tablet without
 * the code being kept. Hex, 32 bytes.
 */
export async function codeHashOf(code: string, orgId: string): Promise<string> {
  const text = new TextEncoder();
  const base = await crypto.subtle.importKey('raw', text.encode(code), 'PBKDF2', false, ['deriveBits']);
  const salt = text.encode(`said-and-done/receipt/${orgId}`);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(how, base, 256)));
}
