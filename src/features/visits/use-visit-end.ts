import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useBeforeLock, useUnlocked } from '../../app/session.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Visit } from '../../kinds/visit/schema.ts';
import type { Draft } from '../../tablet/drafts.ts';
import { openVisitEnd } from './keep-visit.ts';

const EVERYTHING = 100_000;

export interface VisitEnd {
  /** null until it is open. */
  readonly body: Visit | null;
  /** Promises finished on this visit. Their words are sealed: only how many is known here. */
  readonly promises: number;
  change(part: Partial<Visit>): void;
  /** The draft with all that was typed, kept. */
  flush(): Promise<Draft>;
}

/** The end of the visit as a draft: every change is kept as it happens, one save after the other. */
export function useVisitEnd(): VisitEnd {
  const services = useServices();
  const { vault, visit } = useUnlocked();
  const { language, readingMode } = useLanguage();
  const [body, show] = useState<Visit | null>(null);
  const [promises, setPromises] = useState(0);
  const draft = useRef<Draft | null>(null);
  const saving = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    if (visit === null || draft.current !== null) return;
    void openVisitEnd(services, vault, visit, { language, readingMode }).then((opened) => {
      draft.current = opened;
      show(opened.body as Visit);
    });
    void services.outbox.list(EVERYTHING).then((rows) => {
      setPromises(rows.filter((row) => row.kind === 'promise' && row.visitId === visit.stamp.visitId).length);
    });
  }, [services, vault, visit, language, readingMode]);

  const save = useCallback(async (): Promise<void> => {
    const present = draft.current;
    if (present === null) return;
    const kept = await services.drafts(vault).save(present);
    // What was typed meanwhile stays; only the store's own bookkeeping is taken over.
    draft.current = { ...kept, body: draft.current?.body ?? kept.body };
  }, [services, vault]);

  const change = useCallback(
    (part: Partial<Visit>) => {
      const present = draft.current;
      if (present === null) return;
      const next = { ...(present.body as Visit), ...part };
      draft.current = { ...present, body: next };
      show(next);
      saving.current = saving.current.then(save, save);
    },
    [save],
  );

  const settle = useCallback(async () => {
    await saving.current.catch(() => undefined);
    await save();
  }, [save]);
  useBeforeLock(settle);

  const flush = useCallback(async () => {
    await settle();
    if (draft.current === null) throw new Error('there is no visit to end');
    return draft.current;
  }, [settle]);

  return { body, promises, change, flush };
}
