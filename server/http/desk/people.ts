import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { newPerson, person, personChange, type Person } from '../../../src/domain/desk.ts';
import { actorId } from '../../../src/domain/ids.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { may } from '../../../src/domain/roles.ts';
import { publishPerson } from '../../org/organisation.ts';
import type { PersonRow } from '../../ports/store.ts';
import { jsonAnswer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { atDesk, startSession } from './sessions.ts';

/** Who works here: everybody at the desk sees the names, only an admin changes anything. */
export function peopleEndpoints(deps: Deps): readonly Endpoint[] {
  const { people, audit } = deps.store;
  const shown = ({ actorId, displayName, role, loginName, active, lastSeenAt }: PersonRow): Person =>
    person.parse({ actorId, displayName, role, loginName, active, lastSeenAt });

  return [
    endpoint({
      method: 'GET',
      path: '/desk/v1/people',
      who: 'read-inbox',
      rate: 'desk',
      run: async ({ me }) => {
        const all = (await people.list()).map(shown);
        if (may(me().role, 'people')) return { people: all };
        return { people: all.map((each) => ({ ...each, loginName: null, lastSeenAt: null })) };
      },
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/people',
      who: 'people',
      rate: 'desk',
      body: newPerson,
      run: async ({ body, me, now }) => {
        const signsIn = atDesk(body.role);
        if (signsIn && body.loginName === undefined) throw new Problem('bad-request', { field: 'loginName' });
        if (signsIn && body.password === undefined) throw new Problem('bad-request', { field: 'password' });
        const row = {
          actorId: randomUUID(),
          displayName: body.displayName,
          role: body.role,
          loginName: signsIn ? (body.loginName ?? null) : null,
          passwordHash: signsIn && body.password !== undefined ? await deps.passwords.hash(body.password) : null,
          active: true,
        };
        if (!(await people.add(row))) throw new Problem('name-taken');
        await publishPerson(deps.store, row, now);
        await audit.add({ at: now, byName: me().displayName, what: 'person-added', about: row.displayName });
        return shown({ ...row, lastSeenAt: null });
      },
    }),
    endpoint({
      method: 'PATCH',
      path: '/desk/v1/people/:id',
      who: 'people',
      rate: 'desk',
      params: z.object({ id: actorId }),
      body: personChange,
      run: async ({ params, body, me, now }) => {
        const before = await people.get(params.id);
        if (before === null) throw new Problem('not-found');
        const { password, ...rest } = body;
        const after: PersonRow = {
          ...before,
          displayName: rest.displayName ?? before.displayName,
          role: rest.role ?? before.role,
          active: rest.active ?? before.active,
          passwordHash: password === undefined ? before.passwordHash : await deps.passwords.hash(password),
        };
        if (atDesk(after.role) && (after.loginName === null || after.passwordHash === null)) {
          throw new Problem('bad-request', { field: 'role' });
        }
        const staysAdmin = after.active && after.role === 'admin';
        if (before.active && before.role === 'admin' && !staysAdmin) await keepAnAdmin(params.id);
        const { displayName, role, active, passwordHash } = after;
        await people.update(params.id, { displayName, role, active, passwordHash });
        const mustSignInAgain = !active || password !== undefined || role !== before.role;
        if (mustSignInAgain) await people.endSessionsOf(params.id);
        await publishPerson(deps.store, after, now);
        await audit.add({ at: now, byName: me().displayName, what: 'person-changed', about: displayName });
        // Whoever changes their own password stays signed in here, and nowhere else.
        if (!mustSignInAgain || params.id !== me().actorId || !active || !atDesk(role)) return shown(after);
        return jsonAnswer(shown(after), 200, { 'set-cookie': await startSession(params.id, deps, now) });
      },
    }),
  ];

  async function keepAnAdmin(exceptId: string): Promise<void> {
    const others = (await people.list()).filter((each) => each.actorId !== exceptId);
    if (!others.some((each) => each.active && each.role === 'admin')) throw new Problem('last-admin');
  }
}
