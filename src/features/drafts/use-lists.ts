import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { localDay } from '../local-day.ts';
import type { Settled } from '../settle-surveys.ts';
import { listsOf, MOST_ROWS, type Lists } from './rows.ts';

/** The lists as they are now, read again after every change on the tablet. */
export function useLists(): {
  lists: Lists | null;
  /** Unfinished records of this worker that are kept and cannot be opened. */
  unreadable: number;
  problem: Problem | null;
  discard: (draftId: string) => Promise<void>;
  /** Surveys ended just now because nobody came back to them, or null. */
  settled: Settled | null;
} {
  const services = useServices();
  const { vault, worker } = useUnlocked();
  const drafts = useMemo(() => services.drafts(vault), [services, vault]);
  const [state, setState] = useState<{ lists: Lists; unreadable: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [settled, setSettled] = useState<Settled | null>(null);

  const read = useCallback(async () => {
    try {
      const [open, stored, rows, receipts] = await Promise.all([
        drafts.list(),
        services.draftStore.list(worker.actorId),
        services.outbox.list(MOST_ROWS),
        services.reference.receipts(),
      ]);
      const lists = listsOf({
        drafts: open,
        rows,
        receipts,
        actorId: worker.actorId,
        today: localDay(services.clock.wallMs()),
        dayOf: (iso) => localDay(Date.parse(iso)),
      });
      const known = new Set<string>(open.map((draft) => draft.draftId));
      const others = stored.filter((row) => !known.has(row.draftId) && row.kind !== 'current-visit');
      setState({ lists, unreadable: others.length });
      setProblem(null);
    } catch (thrown) {
      setProblem(toProblem(thrown, 'storage-failed'));
    }
  }, [drafts, services, worker.actorId]);

  useEffect(() => {
    // Surveys that their people left are ended first; what could not be ended stays in the list.
    const settle = async (): Promise<void> => {
      const { settleSurveys } = await import('../settle-surveys.ts');
      const done = await settleSurveys(services, vault);
      if (done.keep + done.tally + done.nothing > 0) setSettled(done);
    };
    settle().catch(() => undefined);
  }, [services, vault]);

  useEffect(() => {
    void read();
    const again = () => void read();
    const stops = [
      services.draftStore.subscribe(again),
      services.outbox.subscribe(again),
      services.reference.subscribe(again),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [read, services]);

  const discard = async (draftId: string): Promise<void> => {
    try {
      await drafts.discard(draftId);
      await read();
    } catch (thrown) {
      setProblem(toProblem(thrown, 'storage-failed'));
    }
  };
  return { lists: state?.lists ?? null, unreadable: state?.unreadable ?? 0, problem, discard, settled };
}
