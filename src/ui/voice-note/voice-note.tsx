import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/shapes.ts';
import { LevelPicture } from './level-picture.tsx';
import './voice-note.css';

export type VoiceNoteState = 'idle' | 'recording' | 'paused' | 'saved';

/** All the words it shows or says. */
export interface VoiceNoteWords {
  /** What this recording is. */
  label: ComponentChildren;
  start: string;
  pause: string;
  goOn: string;
  finish: string;
  /** Names the player of what was recorded. */
  play: string;
  remove: string;
  /** How it stands, read out on every change: "Recording", "Paused", "Saved on this tablet". */
  status: ComponentChildren;
}

/**
 * Speak instead of writing. Shows how a recording stands and takes the presses; the recording itself is the caller's.
 * The round button starts, pauses and goes on; finishing is a button with words. `level` is the loudness now, from 0
 * to 1; `elapsed` is ready to show ("1:05"). `problem` says what to do when it cannot record.
 */
export function VoiceNote(props: {
  state: VoiceNoteState;
  words: VoiceNoteWords;
  elapsed: string;
  level: number;
  onStart: () => void;
  onPause: () => void;
  onGoOn: () => void;
  onFinish: () => void;
  /** Leave out where what was saved may not be removed here. */
  onRemove?: (() => void) | undefined;
  /** Object URL of what was saved. */
  url?: string | null | undefined;
  problem?: ComponentChildren;
}): VNode {
  const { state, words } = props;
  const [icon, name, press]: [IconName, string, () => void] =
    state === 'recording'
      ? ['pause', words.pause, props.onPause]
      : state === 'paused'
        ? ['mic', words.goOn, props.onGoOn]
        : ['mic', words.start, props.onStart];
  return (
    <fieldset class={`voice-note voice-note--${state}`}>
      <legend class="voice-note__label">{words.label}</legend>
      {state === 'saved' ? (
        <div class="voice-note__saved">
          {props.url !== undefined && props.url !== null && (
            <audio class="voice-note__player" controls preload="metadata" src={props.url} aria-label={words.play} />
          )}
          {props.onRemove !== undefined && (
            <Button icon="trash" look="careful" onClick={props.onRemove}>
              {words.remove}
            </Button>
          )}
        </div>
      ) : (
        <div class="voice-note__machine">
          <button class="voice-note__round" type="button" onClick={press}>
            <Icon name={icon} size="large" />
            <span class="voice-note__name">{name}</span>
          </button>
          <div class="voice-note__live">
            <LevelPicture level={state === 'recording' ? props.level : 0} />
            <p class="voice-note__elapsed" dir="ltr">
              {props.elapsed}
            </p>
            {state !== 'idle' && (
              <Button icon="stop" onClick={props.onFinish}>
                {words.finish}
              </Button>
            )}
          </div>
        </div>
      )}
      <output class="voice-note__status">
        {state === 'recording' && <span class="voice-note__dot" aria-hidden="true" />}
        {state === 'saved' && <Icon name="check" size="small" />}
        {words.status}
      </output>
      {props.problem !== undefined && (
        <p class="field__problem" role="alert">
          <Icon name="warning" size="small" />
          <span>{props.problem}</span>
        </p>
      )}
    </fieldset>
  );
}
