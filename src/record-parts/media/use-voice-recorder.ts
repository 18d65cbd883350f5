import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import type { DraftMedia } from '../../tablet/draft-media.ts';
import type { DraftKeeper } from '../keeping/draft-keeper.ts';
import { createVoiceRecorder, type VoiceRecorder } from './voice-recorder.ts';

export type { VoiceRecorder } from './voice-recorder.ts';

/** One recorder for the whole capture screen, so that leaving a step can end a recording and keep it. */
export function useVoiceRecorder(keeper: DraftKeeper, media: DraftMedia): VoiceRecorder {
  const { recorder, tablet } = useServices();
  const { holdOpen } = useUnlocked();
  const [, again] = useReducer((n: number) => n + 1, 0);
  const hold = useRef(holdOpen);
  hold.current = holdOpen;
  const voice = useMemo(
    () => createVoiceRecorder({ recorder, tablet, keeper, media, holdOpen: () => hold.current() }),
    [recorder, tablet, keeper, media],
  );
  useEffect(() => {
    const stop = voice.subscribe(() => again(undefined));
    return () => {
      stop();
      void voice.settle();
    };
  }, [voice]);
  return voice;
}
