import { withdrawRequest } from '../../../src/domain/desk.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { codeHashOf, withdrawByCode } from '../../inbox/withdrawals.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

/** "Stop using my words", by code, on the phone or at the desk. The tombstone stays for what has not arrived yet. */
export function withdrawEndpoint(deps: Deps): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/desk/v1/withdraw',
    who: 'withdraw',
    rate: 'desk',
    body: withdrawRequest,
    run: async ({ body, me, now }) => {
      const codeHash = codeHashOf(deps.keys, body.code);
      if (codeHash === null) throw new Problem('bad-request', { field: 'code' });
      const byName = me().displayName;
      const { store, keys: keyring, blobs } = deps;
      const found = await withdrawByCode({ store, keyring, blobs }, { codeHash, scope: body.scope, byName }, now);
      await store.audit.add({ at: now, byName, what: `withdrawn-${body.scope}`, about: `${found}` });
      return { found };
    },
  });
}
