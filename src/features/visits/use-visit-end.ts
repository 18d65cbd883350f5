import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useBeforeLock, useUnlocked } from '../../app/session.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Visit } from '../../kinds/visit/schema.ts';
import type { Draft } from '../../tablet/drafts.ts';
import { blankEnd, findVisitEnd, startVisitEnd } from './keep-visit.ts';

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
  const written = useRef<Visit | null>(null);
  const saving = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    if (visit === null || written.current !== null) return;
    const look = async (): Promise<void> => {
      draft.current = await findVisitEnd(services, vault, visit);
      written.current = draft.current === null ? blankEnd(visit) : (draft.current.body as Visit);
      show(written.current);
      const rows = await services.outbox.list(EVERYTHING);
      setPromises(rows.filter((row) => row.kind === 'promise' && row.visitId === visit.stamp.visitId).length);
    };
    void look();
  }, [services, vault, visit]);

  const save = useCallback(async (): Promise<void> => {
    const body = written.current;
    if (body === null || visit === null) return;
    draft.current =
      draft.current === null
        ? await startVisitEnd(services, vault, visit, body, { language, readingMode })
        : await services.drafts(vault).save({ ...draft.current, body });
  }, [services, vault, visit, language, readingMode]);

  const change = useCallback(
    (part: Partial<Visit>) => {
      if (written.current === null) return;
      written.current = { ...written.current, ...part };
      show(written.current);
      saving.current = saving.current.then(save, save);
    },
    [save],
  );

  const settle = useCallback(async () => {
    await saving.current.catch(() => undefined);
    if (draft.current !== null) await save();
  }, [save]);
  useBeforeLock(settle);

  const flush = useCallback(async () => {
    await saving.current.catch(() => undefined);
    await save();
    if (draft.current === null) throw new Error('there is no visit to end');
    return draft.current;
  }, [save]);

  return { body, promises, change, flush };
}
