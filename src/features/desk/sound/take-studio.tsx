import { useEffect, useState } from 'preact/hooks';
import { isSigned } from '../../../domain/signed.ts';
import type { Clip, TextLayer } from '../../../domain/survey.ts';
import { minutesAndSeconds } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { Recording } from '../../../ports/recorder.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { LevelPicture } from '../../../ui/voice-note/level-picture.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { directionOf } from '../../../player/language-face.ts';
import { FilmStudio } from './film-studio.tsx';
import { PlayClip } from './play-clip.tsx';
import { useTake } from './use-take.ts';

export interface TakeProps {
  language: string;
  layer: TextLayer;
  words: string;
  clip: Clip | null;
  onKept: (clip: Clip) => void;
  onRemove: (() => void) | null;
}

/** Makes the recording of one text: said into the microphone, or signed before the camera. */
export function TakeStudio(props: TakeProps) {
  return isSigned(props.language) ? <FilmStudio {...props} /> : <SoundStudio {...props} />;
}

/** Says one text into the microphone, or brings a file, and hands over the clip once it was heard and taken. */
function SoundStudio(props: TakeProps) {
  const t = useText('desk-surveys');
  const { client, clips } = useDesk();
  const { take, problem, start, stop, bring, forget } = useTake(clips);
  const { busy, problem: keepProblem, act } = useAct();
  const { words, language } = props;

  function keep(): void {
    if (take.stage !== 'made') return;
    const { blob, durationMs } = take.clip;
    void act(async () => {
      const kept = await client.putAsset(blob, { role: 'clip', durationMs: Math.round(durationMs) });
      forget();
      props.onKept({ sha256: kept.sha256, mime: kept.mime, bytes: kept.bytes, durationMs: kept.durationMs });
    });
  }

  return (
    <div class="studio">
      <p class="studio__words" lang={language} dir={directionOf(language)}>
        {words}
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {keepProblem !== null && <ProblemNotice problem={keepProblem} />}
      {take.stage === 'ready' && (
        <>
          {props.clip !== null && (
            <div class="studio__here">
              <PlayClip sha256={props.clip.sha256} />
              {props.onRemove !== null && (
                <Button look="quiet" icon="trash" onClick={props.onRemove}>
                  {t.el('sound.remove')}
                </Button>
              )}
            </div>
          )}
          <div class="studio__ways">
            {clips !== null && (
              <Button look={props.clip === null ? 'main' : 'second'} icon="mic" onClick={() => void start()}>
                {t.el(props.clip === null ? 'sound.start' : 'sound.again')}
              </Button>
            )}
            <label class="survey-file survey-file--small">
              <Icon name="box" />
              <span>{t.el('sound.bring')}</span>
              <input
                class="survey-file__input"
                type="file"
                accept="audio/*,.opus,.ogg,.webm"
                onChange={(event) => {
                  const [file] = event.currentTarget.files ?? [];
                  event.currentTarget.value = '';
                  if (file !== undefined) void bring(file);
                }}
              />
            </label>
          </div>
        </>
      )}
      {take.stage === 'recording' && (
        <div class="studio__recording">
          <Level recording={take.recording} />
          <Button look="main" icon="stop" onClick={() => void stop()}>
            {t.el('sound.stop')}
          </Button>
        </div>
      )}
      {take.stage === 'finishing' && <LiveRegion visible>{t('sound.finishing')}</LiveRegion>}
      {take.stage === 'made' && (
        <div class="studio__made">
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand above it */}
          <audio controls src={take.address} />
          <LiveRegion visible>
            {t(take.clip.cutMs >= 100 ? 'sound.madeCut' : 'sound.made', {
              length: minutesAndSeconds(take.clip.durationMs),
              cut: (take.clip.cutMs / 1000).toFixed(1),
            })}
          </LiveRegion>
          <div class="studio__ways">
            <Button onClick={forget} icon="mic">
              {t.el('sound.again')}
            </Button>
            <Button look="main" icon="check" busy={busy} onClick={keep}>
              {t.el('sound.keep')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** How loud it is and how long it runs, while it does. */
function Level({ recording }: { recording: Recording }) {
  const t = useText('desk-surveys');
  const [now, setNow] = useState({ level: 0, ms: 0 });
  useEffect(() => {
    const looking = setInterval(() => setNow({ level: recording.level(), ms: recording.elapsedMs() }), 100);
    return () => clearInterval(looking);
  }, [recording]);
  return (
    <div class="studio__level">
      <LevelPicture level={now.level} />
      <span>{t.el('sound.running', { length: minutesAndSeconds(now.ms) })}</span>
    </div>
  );
}
