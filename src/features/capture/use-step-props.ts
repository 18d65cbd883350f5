import { useMemo } from 'preact/hooks';
import type { CaptureMedia, StepProps } from '../../kinds/views.ts';
import { useRecordHold } from '../../record-parts/record-hold.ts';
import { PhotosOfThings } from '../../record-parts/media/photos-of-things.tsx';
import { VoiceNotes } from '../../record-parts/media/voice-notes.tsx';
import { rebased } from './rebased.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import type { OpenDraft } from './use-open-draft.ts';

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
    onChange: (body) => keeper.change((now) => ({ ...now, body: rebased(draft.body, body, now.body) })),
    media,
    context: open.context,
  };
}
