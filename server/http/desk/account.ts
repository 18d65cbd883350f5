import * as z from 'zod/mini';
import { passwordChange, setupRequest, signInRequest, type DeskStatus } from '../../../src/domain/desk.ts';
import { Problem } from '../../../src/domain/problems.ts';
import type { ActorId } from '../../../src/domain/ids.ts';
import { isExample, readOrganisation } from '../../org/organisation.ts';
import { isSetUp, setUp } from '../../org/set-up.ts';
import type { PersonRow } from '../../ports/store.ts';
import { installStarters } from '../../surveys/install-starters.ts';
import { jsonAnswer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { atDesk, endSession, signedInPerson, startSession } from './sessions.ts';

/** First run, sign-in, sign-out, and how things stand. */
export function accountEndpoints(deps: Deps): readonly Endpoint[] {
  const status = async (me: PersonRow | null): Promise<DeskStatus> => {
    const done = await isSetUp(deps.store);
    return {
      setUp: done,
      example: await isExample(deps.store),
      organisation: done ? (await readOrganisation(deps.store)).name : null,
      me: me === null ? null : { actorId: me.actorId as ActorId, displayName: me.displayName, role: me.role },
      appVersion: deps.appVersion,
    };
  };
  const signedIn = async (person: PersonRow, now: string) =>
    jsonAnswer(await status(person), 200, { 'set-cookie': await startSession(person.actorId, deps, now) });

  const throttle = (name: 'signInName' | 'signInAddress', whom: string) => {
    const retryAfterS = deps.limiter.take(name, whom);
    if (retryAfterS > 0) throw new Problem('too-many-requests', { retryAfterS });
  };

  return [
    endpoint({
      method: 'GET',
      path: '/desk/v1/status',
      who: 'anyone',
      rate: 'desk',
      run: async ({ request, now }) => status(await signedInPerson(request, deps, new Date(now))),
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/setup',
      who: 'anyone',
      rate: 'setup',
      body: setupRequest,
      run: async ({ body, now }) => {
        if (await isSetUp(deps.store)) throw new Problem('setup-done');
        const actorId = await setUp(deps, body, await deps.passwords.hash(body.password), now);
        const me = await deps.store.people.get(actorId);
        if (me === null) throw new Problem('server-failed');
        await deps.store.audit.add({ at: now, byName: me.displayName, what: 'set-up', about: body.organisation });
        deps.log.info('set-up');
        await installStarters(deps, now);
        return signedIn(me, now);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/session',
      who: 'anyone',
      rate: 'desk',
      body: signInRequest,
      run: async ({ body, now, address }) => {
        const loginName = body.loginName.trim().toLowerCase();
        throttle('signInAddress', address);
        throttle('signInName', `${deps.keys.hash('session', loginName)}\n${address}`);
        const person = await deps.store.people.byLogin(loginName);
        const right = await deps.passwords.matches(person?.passwordHash ?? null, body.password);
        if (!right || person === null || !person.active || !atDesk(person.role)) {
          // What was typed as a name may be a password: only the name of a person we know is written down. For an unknown
          // one the same work is done, so that time tells nothing.
          const byName = person?.displayName ?? '';
          await deps.store.audit.add({ at: now, byName, what: 'sign-in-refused', about: '' });
          throw new Problem('wrong-sign-in');
        }
        await deps.store.audit.add({ at: now, byName: person.displayName, what: 'signed-in', about: '' });
        return signedIn(person, now);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/password',
      who: 'read-inbox',
      rate: 'desk',
      body: passwordChange,
      run: async ({ body, me, now }) => {
        const { actorId, displayName, passwordHash } = me();
        // A session that somebody left open is not enough, and may not be used to guess.
        throttle('signInName', `own\n${actorId}`);
        if (!(await deps.passwords.matches(passwordHash, body.current))) throw new Problem('wrong-sign-in');
        await deps.store.people.update(actorId, { passwordHash: await deps.passwords.hash(body.next) });
        await deps.store.people.endSessionsOf(actorId);
        await deps.store.audit.add({ at: now, byName: displayName, what: 'password-changed', about: '' });
        return new Response(null, { status: 204, headers: { 'set-cookie': await startSession(actorId, deps, now) } });
      },
    }),
    endpoint({
      method: 'DELETE',
      path: '/desk/v1/session',
      who: 'anyone',
      rate: 'desk',
      body: z.strictObject({}),
      run: async ({ request, now }) => {
        const person = await signedInPerson(request, deps, new Date(now));
        const cookie = await endSession(request, deps);
        if (person !== null) {
          await deps.store.audit.add({ at: now, byName: person.displayName, what: 'signed-out', about: '' });
        }
        return new Response(null, { status: 204, headers: { 'set-cookie': cookie } });
      },
    }),
  ];
}
