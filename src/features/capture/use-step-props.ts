import { useMemo } from 'preact/hooks';
import type { CaptureMedia, CapturePlaces, StepProps } from '../../kinds/views.ts';
import { useRecordHold } from '../../record-parts/record-hold.ts';
import { PhotosOfThings } from '../../record-parts/media/photos-of-things.tsx';
import { VoiceNotes } from '../../record-parts/media/voice-notes.tsx';
import { DrawSheet } from '../../record-parts/place/draw-sheet.tsx';
import { useEntries } from '../../record-parts/place/entries.ts';
import { useTold } from '../../record-parts/place/told.ts';
import { PickEntry } from '../../record-parts/place/pick-entry.tsx';
import { PickWhere } from '../../record-parts/place/pick-where.tsx';
import { rebased } from './rebased.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import type { OpenDraft } from './use-open-draft.ts';

const PLACES: CapturePlaces = { useEntries, useTold, PickEntry, PickWhere, DrawSheet };

/** What a kind's step is given: its body, a way to change it, and the parts for photos and voices. */
export function useStepProps(open: OpenDraft): StepProps<unknown> {
  const { keeper, urls } = useRecordHold();
  const draft = useKeeper(keeper);
  const media = useMemo<CaptureMedia>(
    () => ({
      attached: draft.media.map(({ id, role, caption, durationMs }) => ({
        id,
        role,
        caption,
        durationMs,
        url: urls.get(id) ?? null,
      })),
      VoiceNotes,
      PhotosOfThings,
    }),
    [draft.media, urls],
  );
  return {
    value: draft.body,
    onChange: (body) =>
      keeper.change((now) => {
        const next = rebased(draft.body, body, now.body);
        return { ...now, body: open.view.mayKeep?.(next) ?? next };
      }),
    media,
    places: PLACES,
    context: open.context,
  };
}
