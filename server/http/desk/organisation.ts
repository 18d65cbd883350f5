import { confirmRequest, orgChange, orgSettings } from '../../../src/domain/desk.ts';
import { changeOrganisation, confirmSetting, readOrganisation } from '../../org/organisation.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

/** The organisation's own settings, and what is still to be confirmed. Everybody at the desk may look. */
export function organisationEndpoints(deps: Deps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/desk/v1/organisation',
      who: 'read-inbox',
      rate: 'desk',
      run: () => readOrganisation(deps.store),
    }),
    endpoint({
      method: 'PATCH',
      path: '/desk/v1/organisation',
      who: 'organisation',
      rate: 'desk',
      body: orgChange,
      maxBytes: 512 * 1024,
      run: async ({ body, me, now }) => {
        const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
        const after = await changeOrganisation(deps, given, now);
        const about = Object.keys(given).join(', ').slice(0, 120);
        await deps.store.audit.add({ at: now, byName: me().displayName, what: 'organisation-changed', about });
        return orgSettings.parse(after);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/desk/v1/organisation/confirm',
      who: 'organisation',
      rate: 'desk',
      body: confirmRequest,
      run: async ({ body, me, now }) => {
        const after = await confirmSetting(deps, body.what, body.confirmed ? me().displayName : null, now);
        const what = body.confirmed ? 'confirmed' : 'confirmation-withdrawn';
        await deps.store.audit.add({ at: now, byName: me().displayName, what, about: body.what });
        return after;
      },
    }),
  ];
}
