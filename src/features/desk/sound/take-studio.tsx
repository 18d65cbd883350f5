import { useEffect, useState } from 'preact/hooks';
import { isSigned } from '../../../domain/signed.ts';
import type { Clip, TextLayer } from '../../../domain/survey.ts';
import { minutesAndSeconds } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { ClipMaker, MadeClip } from '../../../ports/clip-maker.ts';
import type { Recording } from '../../../ports/recorder.ts';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { LevelPicture } from '../../../ui/voice-note/level-picture.tsx';
import { useDesk } from '../desk-context.ts';
import { directionOf } from '../../../player/language-face.ts';
import { FilmStudio } from './film-studio.tsx';
import { StudioFrame } from './studio-frame.tsx';
import { useTake, type TakeMaker } from './use-take.ts';

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

const byMicrophone = (clips: ClipMaker): TakeMaker<Recording, MadeClip> => ({
  start: () => clips.recorder.start(() => Promise.resolve()),
  async stop(recording) {
    const { bytes, mime } = await recording.stop();
    return clips.finish(new Blob([bytes], { type: mime }));
  },
  finish: (file) => clips.finish(file),
  longestMs: 120_000,
  otherwise: 'microphone-missing',
});

/** Says one text into the microphone, or brings a file, and hands over the clip once it was heard and taken. */
function SoundStudio({ words, language, clip, onKept, onRemove }: TakeProps) {
  const t = useText('desk-surveys');
  const { clips } = useDesk();
  const using = useTake(clips === null ? null : byMicrophone(clips));
  return (
    <StudioFrame
      kind="sound"
      words={
        <p class="studio__words" lang={language} dir={directionOf(language)}>
          {words}
        </p>
      }
      using={using}
      canRecord={clips !== null}
      clip={clip}
      onKept={onKept}
      onRemove={onRemove}
      accept="audio/*,.opus,.ogg,.webm"
      live={(recording) => <Level recording={recording} />}
      made={({ cutMs, durationMs }, address) => (
        <>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand above it */}
          <audio controls src={address} />
          <LiveRegion visible>
            {t(cutMs >= 100 ? 'sound.madeCut' : 'sound.made', {
              length: minutesAndSeconds(durationMs),
              cut: (cutMs / 1000).toFixed(1),
            })}
          </LiveRegion>
        </>
      )}
    />
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
