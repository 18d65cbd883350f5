import { useCallback } from 'preact/hooks';
import type { Confirmation, OrgSettings } from '../../../domain/desk.ts';
import type { OrgChange } from '../../../ports/desk-client.ts';
import { useDesk } from '../desk-context.ts';
import { useAct, useAsked, type Act, type Asked } from '../use-asked.ts';

/** The organisation's settings, and the two ways to change them. */
export function useOrganisation(): Asked<OrgSettings> &
  Pick<Act, 'busy'> & {
    readonly saveProblem: Act['problem'];
    readonly save: (change: OrgChange) => Promise<boolean>;
    readonly confirm: (what: Confirmation, confirmed: boolean) => Promise<boolean>;
  } {
  const { client } = useDesk();
  const asked = useAsked(useCallback(() => client.organisation(), [client]));
  const { busy, problem, act } = useAct();
  const { put } = asked;
  return {
    ...asked,
    busy,
    saveProblem: problem,
    save: (change) => act(async () => put(await client.changeOrganisation(change))),
    confirm: (what, confirmed) => act(async () => put(await client.confirm(what, confirmed))),
  };
}
