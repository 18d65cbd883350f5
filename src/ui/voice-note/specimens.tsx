import { Stack } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { VoiceNote, type VoiceNoteState } from './voice-note.tsx';

const nothing = (): void => undefined;
const silence = 'data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

const inState = (state: VoiceNoteState, elapsed: string, problem = false): Specimens[string] =>
  function Shown({ t }) {
    return (
      <Stack>
        <VoiceNote
          state={state}
          elapsed={elapsed}
          level={0.7}
          url={state === 'saved' ? silence : null}
          words={{
            label: t('voice.label'),
            start: t('voice.start'),
            pause: t('voice.pause'),
            goOn: t('voice.goOn'),
            finish: t('voice.finish'),
            play: t('voice.play'),
            remove: t('common:remove'),
            status: t(`voice.${state}`),
          }}
          onStart={nothing}
          onPause={nothing}
          onGoOn={nothing}
          onFinish={nothing}
          onRemove={nothing}
          problem={problem ? t('voice.problem') : undefined}
        />
      </Stack>
    );
  };

export const specimens: Specimens = {
  idle: inState('idle', '0:00'),
  recording: inState('recording', '1:05'),
  paused: inState('paused', '1:05'),
  saved: inState('saved', '1:05'),
  problem: inState('idle', '0:00', true),
};
