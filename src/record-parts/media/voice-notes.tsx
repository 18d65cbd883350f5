import type { VNode } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { minutesAndSeconds } from '../../i18n/dates.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { VoiceNote } from '../../ui/voice-note/voice-note.tsx';
import { useRecordHold } from '../record-hold.ts';
import { MAX_MEDIA } from './limits.ts';
import { useKeeper } from '../keeping/use-keeper.ts';
import { useHushWhileRecording } from '../sound/heard.tsx';
import { AskFirst } from './ask-first.tsx';
import { RemoveMedia } from './remove-media.tsx';
import './media.css';

const TICK_MS = 200;

/** Speak instead of writing: asked for first, kept piece by piece, listened to and deleted here. */
export function VoiceNotes(props: { label: string }): VNode {
  const t = useText('capture');
  const { keeper, voice } = useRecordHold();
  const draft = useKeeper(keeper);
  const notes = draft.media.filter((item) => item.role === 'voice');
  const problem = voice.problem();
  useHushWhileRecording();
  return (
    <Stack room="small">
      {notes.map((item, at) => (
        <SavedVoice key={item.id} id={item.id} number={at + 1} />
      ))}
      <AskFirst
        layer="voice"
        onYes={() => void voice.start()}
        opener={(ask) => (
          <Button icon="mic" onClick={ask}>
            {props.label}
          </Button>
        )}
      >
        {draft.media.length >= MAX_MEDIA && voice.state() === 'idle' ? (
          <Notice>{t.el('media.full')}</Notice>
        ) : (
          <Machine label={props.label} />
        )}
      </AskFirst>
      {problem !== null && (
        <Notice tone="careful" speak="polite">
          {problem.code === 'battery-low'
            ? t.el('media.batteryLow')
            : t.el(`problems:${problem.code}`, problem.details)}
        </Notice>
      )}
    </Stack>
  );
}

function Machine(props: { label: string }): VNode {
  const t = useText('capture');
  const { voice } = useRecordHold();
  const [, tick] = useReducer((n: number) => n + 1, 0);
  const state = voice.state();
  const running = state === 'recording';
  useEffect(() => {
    if (!running) return undefined;
    const ticking = setInterval(() => tick(undefined), TICK_MS);
    return () => clearInterval(ticking);
  }, [running]);
  return (
    <VoiceNote
      state={state === 'recording' || state === 'paused' ? state : 'idle'}
      words={{
        label: props.label,
        start: t('media.record'),
        pause: t('media.pause'),
        goOn: t('media.goOn'),
        finish: t('media.stop'),
        play: t('media.play'),
        remove: t('media.remove'),
        status: state === 'idle' ? '' : t.el(`media.states.${state}`),
      }}
      elapsed={minutesAndSeconds(voice.elapsedMs())}
      level={voice.level()}
      onStart={() => void voice.start()}
      onPause={() => voice.pause()}
      onGoOn={() => voice.goOn()}
      onFinish={() => void voice.settle()}
    />
  );
}

function SavedVoice(props: { id: string; number: number }): VNode | null {
  const t = useText('capture');
  const { keeper, voice, urls } = useRecordHold();
  const draft = useKeeper(keeper);
  const item = draft.media.find((one) => one.id === props.id);
  const isRunning = item !== undefined && !item.whole && voice.state() !== 'idle';
  if (item === undefined || isRunning) return null;
  const label = t('media.voiceNumber', { number: props.number });
  const url = urls.get(item.id) ?? null;
  return (
    <Stack room="small">
      <p>
        {label}
        {item.durationMs !== null && (
          <>
            {' '}
            · <bdi dir="ltr">{minutesAndSeconds(item.durationMs)}</bdi>
          </>
        )}
      </p>
      {item.whole ? (
        url !== null && <audio class="voice-player" controls preload="metadata" src={url} aria-label={label} />
      ) : (
        <p>{t.el('media.cutOff')}</p>
      )}
      <RemoveMedia id={item.id} question={t.el('media.removeSure')} />
    </Stack>
  );
}
