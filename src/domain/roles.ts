import * as z from 'zod/mini';

export const role = z.enum(['champion', 'volunteer', 'staff', 'lead', 'admin']);
export type Role = z.output<typeof role>;

/** What a signed-in person may do at the desk. Champions and volunteers work on tablets only. */
const PERMISSIONS = {
  'read-inbox': ['staff', 'lead', 'admin'],
  triage: ['staff', 'lead', 'admin'],
  withdraw: ['staff', 'lead', 'admin'],
  quarantine: ['lead', 'admin'],
  tablets: ['staff', 'lead', 'admin'],
  'revoke-tablet': ['lead', 'admin'],
  people: ['admin'],
  organisation: ['admin'],
  audit: ['lead', 'admin'],
  'edit-surveys': ['staff', 'lead', 'admin'],
  'publish-surveys': ['lead', 'admin'],
  /** Heard on every tablet from the next sync on, with nobody to publish it. */
  'record-sounds': ['lead', 'admin'],
  'export-answers': ['lead', 'admin'],
  'edit-places': ['staff', 'lead', 'admin'],
  /** Telling where a place is more finely than before. */
  'place-grades': ['lead', 'admin'],
  'import-places': ['lead', 'admin'],
  'export-places': ['lead', 'admin'],
  /** Bring base maps in, make them, offer them: every tablet fetches what is offered. */
  maps: ['lead', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

export function may(who: Role, what: Permission): boolean {
  return (PERMISSIONS[what] as readonly Role[]).includes(who);
}
