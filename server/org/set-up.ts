import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { Problem } from '../../src/domain/problems.ts';
import type { SetupRequest } from '../../src/domain/desk.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { changeOrganisation, publishPerson } from './organisation.ts';

type Deps = { readonly store: Store; readonly keys: Keyring };

const claim = z.object({
  actorId: z.string(),
  displayName: z.string(),
  loginName: z.string(),
  passwordHash: z.string(),
  organisation: z.string(),
});
type Claim = z.output<typeof claim>;

const TOKEN = 'setup.token';
const CLAIM = 'setup.claim';
const DONE = 'setup.done';

export async function isSetUp(store: Store): Promise<boolean> {
  return (await store.settings.get(DONE)) !== null;
}

/** The token in the link of the first run. Kept, so that a restart shows the same link. */
export async function setupToken(store: Store): Promise<string> {
  return store.settings.setOnce(TOKEN, randomBytes(24).toString('base64url'));
}

/**
 * Names the organisation and makes the first account, once. One row, written once by whichever process is first, holds
 * all of it; what follows can be done again after a crash.
 * @returns the actor id of the new admin. Throws Problem('setup-token' | 'setup-done').
 */
export async function setUp(deps: Deps, request: SetupRequest, passwordHash: string, now: string): Promise<string> {
  if (await isSetUp(deps.store)) throw new Problem('setup-done');
  const right = Buffer.from(await setupToken(deps.store));
  const given = Buffer.from(request.token);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Problem('setup-token');
  const { displayName, loginName, organisation } = request;
  const mine: Claim = { actorId: randomUUID(), displayName, loginName, passwordHash, organisation };
  const first = await deps.store.settings.setOnce(CLAIM, JSON.stringify(mine));
  const { actorId } = await completeClaim(deps, first, now);
  if (actorId !== mine.actorId) throw new Problem('setup-done');
  return actorId;
}

/** Finishes a first run that a crash cut off half-way. For start-up. */
export async function finishSetUp(deps: Deps, now: string): Promise<void> {
  const stored = await deps.store.settings.get(CLAIM);
  if (stored !== null && !(await isSetUp(deps.store))) await completeClaim(deps, stored, now);
}

async function completeClaim(deps: Deps, stored: string, now: string): Promise<Claim> {
  const made = claim.parse(JSON.parse(stored));
  const { actorId, displayName, loginName, passwordHash, organisation } = made;
  const admin = { actorId, displayName, role: 'admin', loginName, passwordHash, active: true } as const;
  if ((await deps.store.people.get(actorId)) === null) await deps.store.people.add(admin);
  await publishPerson(deps.store, admin, now);
  await changeOrganisation(deps, { name: organisation }, now);
  await deps.store.settings.setOnce(DONE, now);
  await deps.store.settings.set(CLAIM, JSON.stringify({ ...made, passwordHash: '' }));
  return made;
}
