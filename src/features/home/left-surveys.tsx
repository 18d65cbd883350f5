import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { loadTexts } from '../../i18n/catalogue.ts';

/** As `STALE_MS` of the rules says, which come along only when there is something to end. */
const LONG_AGO_MS = 2 * 3_600_000;

/**
 * What people left behind in surveys, met at home: none waits to be found in a list. Those left two hours ago are ended,
 * and the worker is told. Whoever asked for help in their answers is shown until the worker has met it.
 */
export function LeftSurveys(): VNode | null {
  const services = useServices();
  const { vault } = useUnlocked();
  const [told, tell] = useState<VNode | null>(null);
  const [asked, ask] = useState<VNode | null>(null);
  useEffect(() => {
    let here = true;
    const lookForNeeds = async (): Promise<void> => {
      const rows = await services.draftStore.list(vault.actorId);
      if (!rows.some(({ kind }) => kind === 'immediate-need')) return here ? ask(null) : undefined;
      const [{ unseenNeeds }, { AskedForHelp }] = await Promise.all([
        import('../raise-need.ts'),
        import('../asked-for-help.tsx'),
        loadTexts(['answer']),
      ]);
      const needs = await unseenNeeds(services, vault);
      if (here) ask(needs.length === 0 ? null : <AskedForHelp needs={needs} />);
    };
    const lookAgain = (): void => void lookForNeeds().catch(() => undefined);
    lookAgain();
    const stop = services.draftStore.subscribe(lookAgain);
    const look = async (): Promise<void> => {
      const rows = await services.draftStore.list(vault.actorId);
      const now = services.clock.wallMs();
      const isOld = (updatedAt: string): boolean => Math.abs(now - Date.parse(updatedAt)) >= LONG_AGO_MS;
      if (!rows.some(({ kind, updatedAt }) => kind === 'survey-response' && isOld(updatedAt))) return;
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
      stop();
    };
  }, [services, vault]);
  return (
    <>
      {asked}
      {told}
    </>
  );
}
