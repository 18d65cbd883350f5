import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { Problem, toProblem } from '../../domain/problems.ts';
import { currentLanguage, loadTexts } from '../../i18n/catalogue.ts';
import type { EntryType } from '../../domain/place.ts';
import { findKind } from '../../kinds/registry.ts';
import { loadCapture, loadSummary, type BlankContext, type CaptureView, type SummaryProps } from '../../kinds/views.ts';
import type { ReferenceStore } from '../../ports/reference-store.ts';
import type { Draft, Drafts } from '../../tablet/drafts.ts';
import { createDraftKeeper, type DraftKeeper } from '../../record-parts/keeping/draft-keeper.ts';
import { entryAtHand } from '../../record-parts/place/entries.ts';
import { localDay } from '../local-day.ts';

export interface CaptureRequest {
  readonly kind: string;
  /** Carries on with this one instead of starting anew. */
  readonly draftId?: string | undefined;
  /** The finished record this one adds to. */
  readonly amends?: { readonly opId: string; readonly entityId: string } | undefined;
  /** The entry of the directory it is about; the place of the visit otherwise. */
  readonly about?: string | undefined;
  /** The observation of `about` that is asked after: whether it is better now. */
  readonly answers?: string | undefined;
  /** What kind of entry is new. */
  readonly entryType?: EntryType | undefined;
}

export interface OpenDraft {
  readonly keeper: DraftKeeper;
  readonly drafts: Drafts;
  readonly view: CaptureView<unknown>;
  readonly Summary: ComponentType<SummaryProps<unknown>>;
  readonly context: BlankContext;
  /** Whether nothing has been put in yet, so that leaving leaves nothing behind. */
  untouched(): boolean;
}

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly open: OpenDraft }
  | { readonly state: 'failed'; readonly problem: Problem };

/** Loads a kind's views and texts, and starts its draft or opens the one asked for. */
export function useOpenDraft(request: CaptureRequest): Opening {
  const services = useServices();
  const { vault, worker, visit } = useUnlocked();
  const drafts = useMemo(() => services.drafts(vault), [services, vault]);
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const { kind, draftId, amends } = request;

  useEffect(() => {
    let left = false;
    const openIt = async (): Promise<OpenDraft> => {
      const [view, Summary] = await Promise.all([
        loadCapture(kind),
        loadSummary(kind),
        loadTexts([`kind-${kind}`, 'capture', 'consent', 'receipt', 'lists', 'common', 'problems']),
      ]);
      if (view === null || Summary === null || findKind(kind) === null) throw new Problem('unknown-kind');
      const aboutPlace = kind === 'map-note' && draftId === undefined;
      const { language, readingMode } = currentLanguage();
      const wallMs = services.clock.wallMs();
      const context: BlankContext = {
        language,
        groupName: visit?.stamp.groupName ?? '',
        workerName: worker.displayName,
        today: localDay(wallMs),
        now: new Date(wallMs).toISOString(),
        visitStartedAt: visit?.startedAt ?? null,
        about: aboutPlace ? await aboutOf(services.reference, request, visit?.stamp.placeId) : null,
        answers: request.answers ?? null,
        visitGrade: visit?.stamp.grade ?? null,
        entryType: request.entryType ?? null,
        newId: () => crypto.randomUUID(),
      };
      const blank = view.blank(context);
      const draft =
        draftId === undefined
          ? await drafts.start(kind, {
              body: blank,
              visit: visit?.stamp ?? null,
              language,
              readingMode,
              ...(amends === undefined ? {} : { amends }),
            })
          : met(await drafts.open(draftId));
      const keeper = createDraftKeeper(draft, (next) => drafts.save(next));
      const untouched = (): boolean => {
        const now = keeper.draft();
        return (
          draftId === undefined &&
          now.consent === null &&
          now.media.length === 0 &&
          JSON.stringify(now.body) === JSON.stringify(blank)
        );
      };
      return { keeper, drafts, view, Summary, context, untouched };
    };
    const run = async (): Promise<void> => {
      try {
        const open = await openIt();
        if (left) await leaveUntouched(open);
        else {
          setOpening({ state: 'open', open });
        }
      } catch (thrown) {
        if (!left) setOpening({ state: 'failed', problem: toProblem(thrown, 'draft-unreadable') });
      }
    };
    void run();
    return () => {
      left = true;
    };
    // One screen is one record: a new request mounts a new screen.
  }, []);

  return opening;
}

/** What is asked after stays with the entry it was told of, so that it goes with it when two entries are taken apart again. */
async function aboutOf(
  reference: ReferenceStore,
  { about, answers }: CaptureRequest,
  visited: string | undefined,
): Promise<BlankContext['about']> {
  const entry = await entryAtHand(reference, about ?? visited);
  return entry === null || about === undefined || answers === undefined ? entry : { ...entry, entryId: about };
}

/** What the tablet began for the worker is met with the first thing they put in. */
function met({ unseen: _unseen, ...draft }: Draft): Draft {
  return draft;
}

/** Leaving a record nobody has touched leaves nothing under "not finished". */
export async function leaveUntouched(open: OpenDraft): Promise<void> {
  if (!open.untouched()) return;
  await open.keeper.close();
  await open.drafts.discard(open.keeper.draft().draftId);
}
