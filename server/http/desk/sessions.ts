import { randomBytes } from 'node:crypto';
import { may, type Role } from '../../../src/domain/roles.ts';
import type { PersonRow } from '../../ports/store.ts';
import { cookieLine, readCookie, SESSION_COOKIE } from '../cookies.ts';
import type { Deps } from '../deps.ts';

const IDLE_MS = 8 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;
/** A session in use is written down at most this often. */
const TOUCH_MS = 60_000;

/** Whether a role has a seat at the desk. Champions and volunteers work on tablets only. */
export const atDesk = (role: Role): boolean => may(role, 'read-inbox');

/** The person whose session cookie came along, or null: none, ended, too old, or no longer active. */
export async function signedInPerson(
  request: Request,
  deps: Pick<Deps, 'store' | 'keys'>,
  now: Date,
): Promise<PersonRow | null> {
  const token = readCookie(request, SESSION_COOKIE);
  if (token === null) return null;
  const tokenHash = deps.keys.hash('session', token);
  const session = await deps.store.people.session(tokenHash);
  if (session === null) return null;
  const idle = now.getTime() - Date.parse(session.lastUsedAt);
  const age = now.getTime() - Date.parse(session.createdAt);
  if (idle > IDLE_MS || age > LONGEST_MS) {
    await deps.store.people.endSession(tokenHash);
    return null;
  }
  const person = await deps.store.people.get(session.actorId);
  if (person === null || !person.active || !atDesk(person.role)) return null;
  if (idle > TOUCH_MS) {
    await deps.store.people.touchSession(tokenHash, now.toISOString());
    await deps.store.people.seen(person.actorId, now.toISOString());
  }
  return person;
}

/** Starts a session; returns the line for `Set-Cookie`. */
export async function startSession(actorId: string, deps: Pick<Deps, 'store' | 'keys'>, now: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await deps.store.people.addSession({
    tokenHash: deps.keys.hash('session', token),
    actorId,
    createdAt: now,
    lastUsedAt: now,
  });
  await deps.store.people.seen(actorId, now);
  return cookieLine(SESSION_COOKIE, token, LONGEST_MS / 1000);
}

/** Ends the session of this request, if there is one; returns the line that clears the cookie. */
export async function endSession(request: Request, deps: Pick<Deps, 'store' | 'keys'>): Promise<string> {
  const token = readCookie(request, SESSION_COOKIE);
  if (token !== null) await deps.store.people.endSession(deps.keys.hash('session', token));
  return cookieLine(SESSION_COOKIE, '', 0);
}
