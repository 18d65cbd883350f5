import { useEffect, useRef } from 'preact/hooks';
import type { Clip } from '../../../domain/survey.ts';
import { WORDS_BESIDE_SIGNING } from '../../../domain/signed.ts';
import { minutesAndSeconds } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { PlayClip } from './play-clip.tsx';
import { useFilmTake } from './use-film-take.ts';

/** Signs one text before the camera, or brings a film, and hands it over once it was watched and taken. */
export function FilmStudio(props: {
  words: string;
  clip: Clip | null;
  onKept: (clip: Clip) => void;
  onRemove: (() => void) | null;
}) {
  const t = useText('desk-surveys');
  const { client, clips } = useDesk();
  const films = clips?.films ?? null;
  const { take, problem, start, stop, bring, forget } = useFilmTake(films);
  const { busy, problem: keepProblem, act } = useAct();
  const told =
    problem?.code === 'camera-denied'
      ? 'film.noCamera'
      : problem?.code === 'asset-type' || problem?.code === 'too-large'
        ? 'film.refused'
        : null;

  function keep(): void {
    if (take.stage !== 'made') return;
    const { blob, durationMs } = take.film;
    void act(async () => {
      const kept = await client.putAsset(blob, { role: 'film', durationMs });
      forget();
      props.onKept({ sha256: kept.sha256, mime: kept.mime, bytes: kept.bytes, durationMs: kept.durationMs });
    });
  }
  return (
    <div class="studio">
      <p class="studio__words" lang={WORDS_BESIDE_SIGNING} dir="ltr">
        {props.words}
      </p>
      <p class="desk-quiet">{t.el('film.who')}</p>
      {told !== null && <p class="desk-caution">{t.el(told)}</p>}
      {problem !== null && told === null && <ProblemNotice problem={problem} />}
      {keepProblem !== null && <ProblemNotice problem={keepProblem} />}
      {take.stage === 'ready' && (
        <>
          {props.clip !== null && (
            <div class="studio__here">
              <PlayClip sha256={props.clip.sha256} film />
              {props.onRemove !== null && (
                <Button look="quiet" icon="trash" onClick={props.onRemove}>
                  {t.el('film.remove')}
                </Button>
              )}
            </div>
          )}
          <div class="studio__ways">
            {films !== null && (
              <Button look={props.clip === null ? 'main' : 'second'} icon="camera" onClick={() => void start()}>
                {t.el(props.clip === null ? 'film.start' : 'film.again')}
              </Button>
            )}
            <label class="survey-file survey-file--small">
              <Icon name="box" />
              <span>{t.el('film.bring')}</span>
              <input
                class="survey-file__input"
                type="file"
                accept="video/webm,video/mp4,.webm,.mp4"
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
      {take.stage === 'filming' && (
        <div class="studio__recording">
          <Camera stream={take.filming.stream} label={t('film.camera')} />
          <Button look="main" icon="stop" onClick={() => void stop()}>
            {t.el('film.stop')}
          </Button>
        </div>
      )}
      {take.stage === 'finishing' && <LiveRegion visible>{t('film.finishing')}</LiveRegion>}
      {take.stage === 'made' && (
        <div class="studio__made">
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand above it */}
          <video class="studio__film" controls muted playsInline src={take.address} />
          <LiveRegion visible>{t('film.made', { length: minutesAndSeconds(take.film.durationMs) })}</LiveRegion>
          <div class="studio__ways">
            <Button onClick={forget} icon="camera">
              {t.el('film.again')}
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
