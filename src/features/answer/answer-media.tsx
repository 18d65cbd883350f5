import { createContext, type VNode } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import type { AnswerMedia } from '../../questions/views.ts';
import type { DraftKeeper } from '../../record-parts/keeping/draft-keeper.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { PhotosOfThings } from '../../record-parts/media/photos-of-things.tsx';
import { VoiceNotes } from '../../record-parts/media/voice-notes.tsx';
import { RecordHoldProvider, type RecordHold } from '../../record-parts/record-hold.ts';
import type { Draft, DraftMediaItem } from '../../tablet/drafts.ts';
import { mediaIds } from '../survey-ending.ts';
import { answeringOf } from './use-open-answering.ts';

const WholeHold = createContext<RecordHold | null>(null);
/** Round the player: what the photos and voice notes of every question share. */
export const AnswerMediaProvider = WholeHold.Provider;

/**
 * What of a draft's photos and voice notes belongs to one question: what its answer holds, and on the screen it is on
 * also what no answer holds yet, so that a recording that was cut off is found again where it was begun.
 */
function mediaFor(keeper: DraftKeeper, code: string): readonly DraftMediaItem[] {
  const { answers, at, unplaced = [] } = answeringOf(keeper);
  const own = new Set(mediaIds(answers[code]?.value));
  const held = new Set([...Object.values(answers), ...unplaced].flatMap(({ value }) => mediaIds(value)));
  return keeper.draft().media.filter(({ id }) => own.has(id) || (at === code && !held.has(id)));
}

/** The draft as one question sees it: its own photos and voice notes, and nobody else's. */
function keeperOf(keeper: DraftKeeper, code: string): DraftKeeper {
  let seen: { whole: Draft; part: Draft } | null = null;
  const part = (): Draft => {
    const whole = keeper.draft();
    if (seen?.whole !== whole) seen = { whole, part: { ...whole, media: mediaFor(keeper, code) } };
    return seen.part;
  };
  return {
    ...keeper,
    draft: part,
    change: (make) =>
      keeper.change((whole) => {
        const before = part();
        const next = make(before);
        const shown = new Set(before.media.map(({ id }) => id));
        return { ...next, media: [...whole.media.filter(({ id }) => !shown.has(id)), ...next.media] };
      }),
  };
}

/** For the player: the same components for the same question as long as the draft is open. */
export function answerMediaOf(keeper: DraftKeeper): (code: string) => AnswerMedia {
  const made = new Map<string, Pick<AnswerMedia, 'VoiceNote' | 'PhotoOfThing'>>();
  const partsOf = (code: string) => {
    const own = keeperOf(keeper, code);
    const parts = {
      VoiceNote: (props: Telling) => <OwnMedia {...props} keeper={own} code={code} kind="voice" />,
      PhotoOfThing: (props: Telling) => <OwnMedia {...props} keeper={own} code={code} kind="photo" />,
    };
    made.set(code, parts);
    return parts;
  };
  return (code) => ({
    attached: mediaFor(keeper, code).map(({ id, role }) => ({ id, role })),
    ...(made.get(code) ?? partsOf(code)),
  });
}

interface Telling {
  readonly onChange: (ids: readonly string[]) => void;
}

function OwnMedia(props: Telling & { keeper: DraftKeeper; code: string; kind: 'voice' | 'photo' }): VNode {
  const t = useText('answer');
  const { keeper, code, kind } = props;
  const whole = useContext(WholeHold);
  if (whole === null) throw new Error('photos and voice notes of an answer stand outside AnswerMediaProvider');
  const hold = useMemo(() => ({ ...whole, keeper }), [whole, keeper]);
  const draft = useKeeper(keeper);
  const ids = draft.media.filter((item) => item.role === kind).map(({ id }) => id);
  const told = ids.join(' ');
  useEffect(() => {
    const others = new Set(keeper.draft().media.flatMap((item) => (item.role === kind ? [] : [item.id])));
    const held = mediaIds(answeringOf(keeper).answers[code]?.value).filter((id) => !others.has(id));
    if (held.join(' ') !== told) props.onChange(ids);
    // Told when the files change, not whenever the question draws.
  }, [told]);
  return (
    <RecordHoldProvider value={hold}>
      {kind === 'voice' ? <VoiceNotes label={t('media.speak')} /> : <PhotosOfThings label={t('media.photo')} />}
    </RecordHoldProvider>
  );
}
