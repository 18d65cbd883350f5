import { useEffect, useRef } from 'preact/hooks';
import type { Clip } from '../../../domain/survey.ts';
import { MAX_FILM_MS, WORDS_BESIDE_SIGNING } from '../../../domain/signed.ts';
import { minutesAndSeconds } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { Filming, FilmMaker, MadeFilm } from '../../../ports/film-maker.ts';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useDesk } from '../desk-context.ts';
import { StudioFrame } from './studio-frame.tsx';
import { useTake, type TakeMaker } from './use-take.ts';

const byCamera = (films: FilmMaker): TakeMaker<Filming, MadeFilm> => ({
  start: () => films.start(),
  stop: (filming) => filming.stop(),
  finish: (file) => films.finish(file),
  longestMs: MAX_FILM_MS - 1000,
  otherwise: 'camera-denied',
});

/** Signs one text before the camera, or brings a film, and hands it over once it was watched and taken. */
export function FilmStudio(props: {
  words: string;
  clip: Clip | null;
  onKept: (clip: Clip) => void;
  onRemove: (() => void) | null;
}) {
  const t = useText('desk-surveys');
  const { clips } = useDesk();
  const films = clips?.films ?? null;
  const using = useTake(films === null ? null : byCamera(films));
  return (
    <StudioFrame
      kind="film"
      words={
        <>
          <p class="studio__words" lang={WORDS_BESIDE_SIGNING} dir="ltr">
            {props.words}
          </p>
          <p class="desk-quiet">{t.el('film.who')}</p>
        </>
      }
      using={using}
      canRecord={films !== null}
      clip={props.clip}
      onKept={props.onKept}
      onRemove={props.onRemove}
      accept="video/webm,video/mp4,.webm,.mp4"
      tell={({ code }) => {
        if (code === 'camera-denied') return <p class="desk-caution">{t.el('film.noCamera')}</p>;
        const refused = code === 'asset-type' || code === 'too-large';
        return refused ? <p class="desk-caution">{t.el('film.refused')}</p> : null;
      }}
      live={({ stream }) => <Camera stream={stream} label={t('film.camera')} />}
      made={({ durationMs }, address) => (
        <>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand above it */}
          <video class="studio__film" controls muted playsInline src={address} />
          <LiveRegion visible>{t('film.made', { length: minutesAndSeconds(durationMs) })}</LiveRegion>
        </>
      )}
    />
  );
}

/** Who signs sees themselves. */
function Camera({ stream, label }: { stream: MediaStream; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current === null) return;
    video.current.srcObject = stream;
    Promise.resolve(video.current.play()).catch(() => undefined);
  }, [stream]);
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- nothing is said in it yet
  return <video class="studio__film" ref={video} muted playsInline aria-label={label} />;
}
