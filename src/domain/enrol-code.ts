import { readSigns, signsFrom } from './receipt-code.ts';

/** The one-time code that lets a tablet ask to join: ten signs (50 random bits), ten minutes, used once. */
const ENROL_CODE_LENGTH = 10;
export const ENROL_CODE_MINUTES = 10;

/** @param randomBytes at least ten bytes of randomness. */
export function enrolCodeFrom(randomBytes: Uint8Array): string {
  return signsFrom(randomBytes, ENROL_CODE_LENGTH);
}

/** What somebody typed, as an enrolment code, or null if it cannot be one. */
export function readEnrolCode(typed: string): string | null {
  return readSigns(typed, ENROL_CODE_LENGTH);
}

/**
 * Two groups of three signs from the tablet's public key (SPKI, base64) and its id: shown on both screens, and staff
 * approve only when they are the same.
 */
export async function enrolCheck(publicKey: string, deviceId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(publicKey + deviceId));
  const signs = signsFrom(new Uint8Array(digest), 6);
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}
