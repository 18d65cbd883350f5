import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskEndpoints } from '../../../server/http/desk/routes.ts';
import { syncEndpoints } from '../../../server/http/sync/routes.ts';
import { may, role, type Role } from '../../../src/domain/roles.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';

let app: TestApp;
let cookies: Record<Role, string>;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
  const made = await Promise.all(role.options.map(async (each) => [each, await app.cookieFor(each)] as const));
  cookies = Object.fromEntries(made) as Record<Role, string>;
});
afterAll(() => app.close());

/** Written out by hand, so that a route without a line here, or with a looser one in the code, fails. */
const WHO: Readonly<Record<string, string>> = {
  'GET /desk/v1/status': 'anyone',
  'POST /desk/v1/setup': 'anyone',
  'POST /desk/v1/session': 'anyone',
  'POST /desk/v1/password': 'read-inbox',
  'DELETE /desk/v1/session': 'anyone',
  'GET /desk/v1/people': 'read-inbox',
  'POST /desk/v1/people': 'people',
  'PATCH /desk/v1/people/:id': 'people',
  'GET /desk/v1/organisation': 'read-inbox',
  'PATCH /desk/v1/organisation': 'organisation',
  'POST /desk/v1/organisation/confirm': 'organisation',
  'GET /desk/v1/inbox': 'read-inbox',
  'GET /desk/v1/inbox/:entityId': 'read-inbox',
  'PATCH /desk/v1/inbox/:entityId': 'triage',
  'POST /desk/v1/withdraw': 'withdraw',
  'GET /desk/v1/quarantine': 'quarantine',
  'POST /desk/v1/quarantine/:inboxId/retry': 'quarantine',
  'GET /desk/v1/quarantine/:inboxId/export': 'quarantine',
  'GET /desk/v1/media/:id': 'read-inbox',
  'GET /desk/v1/places': 'read-inbox',
  'GET /desk/v1/places/notes': 'read-inbox',
  'GET /desk/v1/places/coverage': 'read-inbox',
  'GET /desk/v1/places/news': 'read-inbox',
  'POST /desk/v1/places/import': 'import-places',
  'POST /desk/v1/places/exported': 'export-places',
  'POST /desk/v1/places': 'edit-places',
  'GET /desk/v1/places/:id': 'read-inbox',
  'PUT /desk/v1/places/:id': 'edit-places',
  'POST /desk/v1/places/:id/check': 'edit-places',
  'POST /desk/v1/places/:id/close': 'edit-places',
  'POST /desk/v1/places/:id/merge': 'edit-places',
  'POST /desk/v1/places/:id/unmerge': 'edit-places',
  'POST /desk/v1/places/:id/words': 'edit-places',
  'GET /desk/v1/sounds': 'record-sounds',
  'PUT /desk/v1/sounds': 'record-sounds',
  'DELETE /desk/v1/sounds': 'record-sounds',
  'GET /desk/v1/surveys': 'edit-surveys',
  'POST /desk/v1/surveys': 'edit-surveys',
  'POST /desk/v1/surveys/assets': 'edit-surveys',
  'GET /desk/v1/surveys/assets/:sha256': 'edit-surveys',
  'POST /desk/v1/surveys/import': 'edit-surveys',
  'GET /desk/v1/surveys/:surveyId/:version/export': 'edit-surveys',
  'GET /desk/v1/surveys/:surveyId/results': 'read-inbox',
  'GET /desk/v1/surveys/:surveyId/answers.csv': 'export-answers',
  'GET /desk/v1/surveys/:surveyId/:version': 'edit-surveys',
  'PUT /desk/v1/surveys/:surveyId/:version': 'edit-surveys',
  'DELETE /desk/v1/surveys/:surveyId/:version': 'edit-surveys',
  'GET /desk/v1/surveys/:surveyId/:version/check': 'edit-surveys',
  'POST /desk/v1/surveys/:surveyId/:version/state': 'edit-surveys',
  'POST /desk/v1/surveys/:surveyId/:version/checked': 'edit-surveys',
  'GET /desk/v1/tablets': 'tablets',
  'POST /desk/v1/tablets/code': 'tablets',
  'POST /desk/v1/tablets/:deviceId': 'tablets',
  'GET /desk/v1/maps': 'read-inbox',
  'POST /desk/v1/maps': 'maps',
  'POST /desk/v1/maps/estimate': 'maps',
  'POST /desk/v1/maps/uploads': 'maps',
  'GET /desk/v1/maps/uploads/:uploadId': 'maps',
  'PUT /desk/v1/maps/uploads/:uploadId': 'maps',
  'POST /desk/v1/maps/uploads/:uploadId/done': 'maps',
  'DELETE /desk/v1/maps/uploads/:uploadId': 'maps',
  'GET /desk/v1/maps/sources/:sourceId/bytes': 'maps',
  'DELETE /desk/v1/maps/sources/:sourceId': 'maps',
  'POST /desk/v1/maps/:mapId': 'maps',
  'DELETE /desk/v1/maps/:mapId': 'maps',
  'GET /desk/v1/maps/:mapId/bytes': 'read-inbox',
  'GET /desk/v1/audit': 'audit',
  'POST /sync/v1/hello': 'device',
  'POST /sync/v1/push': 'device',
  'GET /sync/v1/pull': 'device',
  'GET /sync/v1/assets/:sha256': 'device',
  'GET /sync/v1/media/:id': 'device',
  'PUT /sync/v1/media/:id/:n': 'device',
  'POST /sync/v1/enrol': 'anyone',
  'GET /sync/v1/enrol/status': 'anyone',
  'POST /sync/v1/recover': 'anyone',
};

const pathOf = (route: string) =>
  route
    .split(' ')[1]!
    .replaceAll(/:(\w*[iI]d)\b/g, () => randomUUID())
    .replace(':n', '0');
const ask = (route: string, cookie?: string) => {
  const [method = 'GET'] = route.split(' ');
  const body = method === 'GET' ? {} : { body: {} };
  return app.ask(pathOf(route), { method, ...body, ...(cookie === undefined ? {} : { cookie }) });
};
const problem = async (answer: Response) => ((await answer.json()) as { problem?: string }).problem;

test('every route has its line, and its line is what the code says', () => {
  const all = [...deskEndpoints(app.deps), ...syncEndpoints(app.deps)];
  const written = Object.fromEntries(all.map(({ method, path, who }) => [`${method} ${path}`, who]));
  expect(written).toEqual(WHO);
});

describe.each(Object.entries(WHO))('%s (%s)', (route, who) => {
  if (who === 'anyone') {
    test('answers without a session, and not with a failure', async () => {
      expect((await ask(route)).status).toBeLessThan(500);
    });
    return;
  }

  if (who === 'device') {
    test('is closed to people, whoever they are', async () => {
      for (const cookie of [undefined, ...Object.values(cookies)]) {
        const answer = await ask(route, cookie);
        expect(answer.status).toBe(401);
        expect(answer.headers.get('said-nonce')).toBeTruthy();
      }
    });
    return;
  }

  test('is closed without a session, and with a made-up one', async () => {
    for (const cookie of [undefined, '__Host-said=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
      const answer = await ask(route, cookie);
      expect([answer.status, await problem(answer)]).toEqual([401, 'not-signed-in']);
    }
  });

  test.each(role.options)('%s', async (each) => {
    const answer = await ask(route, cookies[each]);
    const told = answer.status === 204 ? undefined : await problem(answer.clone());
    if (each === 'champion' || each === 'volunteer') expect([answer.status, told]).toEqual([401, 'not-signed-in']);
    else if (may(each, who as Parameters<typeof may>[1])) expect(['not-signed-in', 'not-allowed']).not.toContain(told);
    else expect([answer.status, told]).toEqual([403, 'not-allowed']);
    expect(answer.status).toBeLessThan(500);
  });
});

test('staff may approve a tablet; only lead and admin may revoke one', async () => {
  const tablet = await app.tablet('To revoke', false);
  const change = (cookie: string, action: string) =>
    app.ask(`/desk/v1/tablets/${tablet.deviceId}`, { body: { action }, cookie });
  expect((await change(cookies.staff, 'approve')).status).toBe(204);
  expect((await change(cookies.staff, 'revoke')).status).toBe(403);
  expect((await app.deps.store.devices.get(tablet.deviceId))?.state).toBe('approved');
  expect((await change(cookies.lead, 'revoke')).status).toBe(204);
  expect((await change(cookies.admin, 'approve')).status).toBe(409);
});

test('only an admin sees how the others sign in', async () => {
  const people = async (cookie: string) =>
    ((await (await app.ask('/desk/v1/people', { cookie })).json()) as { people: { loginName: string | null }[] })
      .people;
  expect((await people(cookies.admin)).some(({ loginName }) => loginName !== null)).toBe(true);
  expect((await people(cookies.lead)).every(({ loginName }) => loginName === null)).toBe(true);
});
