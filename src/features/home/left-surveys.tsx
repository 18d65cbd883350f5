import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { loadTexts } from '../../i18n/catalogue.ts';

/** As `STALE_MS` of the rules says, which come along only when there is something to end. */
const LONG_AGO_MS = 2 * 3_600_000;

/**
 * Surveys that their people left two hours ago are ended as soon as the worker is home again, and the worker is told: none
 * waits to be found in a list.
 */
export function LeftSurveys(): VNode | null {
  const services = useServices();
  const { vault } = useUnlocked();
  const [told, tell] = useState<VNode | null>(null);
  useEffect(() => {
    let here = true;
    const look = async (): Promise<void> => {
      const rows = await services.draftStore.list(vault.actorId);
      const before = services.clock.wallMs() - LONG_AGO_MS;
      if (!rows.some(({ kind, updatedAt }) => kind === 'survey-response' && Date.parse(updatedAt) <= before)) return;
      const [{ settleSurveys }, { WhatWasLeft }] = await Promise.all([
        import('../settle-surveys.ts'),
        import('../what-was-left.tsx'),
        loadTexts(['answer']),
      ]);
      const settled = await settleSurveys(services, vault);
      if (here) tell(<WhatWasLeft settled={settled} />);
    };
    // What cannot be ended now is met again in the list.
    look().catch(() => undefined);
    return () => {
      here = false;
    };
  }, [services, vault]);
  return told;
}
