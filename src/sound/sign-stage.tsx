import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { PACE_WORDS } from './how-said.tsx';
import type { Say } from './sound-desk.ts';
import { useFilm } from './use-film.ts';
import './sign-stage.css';

const PACES = [1, 0.75, 0.5] as const;

/** How slowly films run: kept by whoever shows the stage, so that it holds from one text to the next. */
export interface FilmPace {
  readonly at: number;
  slower(): void;
}

export function useFilmPace(): FilmPace {
  const [at, setAt] = useState(0);
  return { at, slower: () => setAt((at + 1) % PACES.length) };
}

/**
 * Texts in sign language, one film after the other, with the words of the present one under it. Never with sound. Where
 * there is no film it says so, and how to get an interpreter. Give it a new `key` for other texts.
 */
export function SignStage(props: {
  texts: readonly Say[];
  /** Runs once by itself: only where the person chose to be spoken to in signs. */
  plays: boolean;
  pace: FilmPace;
  /** Stands in large letters beside the film already: it is not written under it again. */
  besideId?: string | undefined;
  /** Notes that an interpreter is needed; absent where there is nowhere to note it. */
  ask?: { readonly asked: boolean; readonly onAsk: () => void } | undefined;
}): VNode {
  const t = useText('sound');
  const { texts, pace } = props;
  const video = useRef<HTMLVideoElement>(null);
  const [at, setAt] = useState(0);
  const [running, setRunning] = useState(false);
  const [goesOn, setGoesOn] = useState(props.plays);
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
  const filmed = texts.filter(({ film }) => film != null && !lost.has(film.sha256));
  const now = filmed[at] ?? filmed[0];
  const { address, gone } = useFilm(now?.film ?? null);
  const lose = (): void => {
    const sha256 = now?.film?.sha256;
    if (sha256 !== undefined) setLost(new Set([...lost, sha256]));
  };
  useEffect(() => {
    if (gone) lose();
  }, [gone]);
  useEffect(() => {
    const shown = video.current;
    if (shown === null) return;
    shown.defaultPlaybackRate = PACES[pace.at] ?? 1;
    shown.playbackRate = PACES[pace.at] ?? 1;
  }, [pace.at, address]);
  const run = (): void => {
    // A browser that keeps films still leaves the button to start it.
    Promise.resolve(video.current?.play()).catch(() => setRunning(false));
  };
  useEffect(() => {
    if (address !== null && goesOn) run();
  }, [address]);

  const again = (): void => {
    setGoesOn(true);
    if (at !== 0 && filmed.length > 1) setAt(0);
    else if (video.current !== null) {
      video.current.currentTime = 0;
      run();
    }
  };
  const ended = (): void => {
    setRunning(false);
    const more = at + 1 < filmed.length;
    setGoesOn(more);
    if (more) setAt(at + 1);
  };
  const lacking = texts.length - filmed.length;
  return (
    <section class="sign-stage" aria-label={t('sign.title')}>
      {now !== undefined && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- its words stand beside it */}
          <video
            class="sign-stage__film"
            ref={video}
            muted
            playsInline
            preload="auto"
            src={address ?? undefined}
            aria-label={t('sign.film', { words: now.words })}
            onPlay={() => setRunning(true)}
            onPause={() => setRunning(false)}
            onEnded={ended}
            onError={() => address !== null && lose()}
          />
          {now.id !== props.besideId && (
            <p class="sign-stage__words" lang={now.language} dir="auto">
              {now.words}
            </p>
          )}
          <div class="sign-stage__ways">
            <Way icon={running ? 'pause' : 'play'} onTouch={() => (running ? video.current?.pause() : run())}>
              {t.el(running ? 'sign.pause' : 'sign.play')}
            </Way>
            <Way icon="refresh" onTouch={again}>
              {t.el('sign.again')}
            </Way>
            <Way icon="minus" onTouch={pace.slower}>
              {t.el('slower')}
            </Way>
          </div>
          <LiveRegion visible={pace.at > 0}>{pace.at > 0 && t.el(`pace.${PACE_WORDS[pace.at] ?? 'usual'}`)}</LiveRegion>
        </>
      )}
      {lacking > 0 && (
        <div class="sign-stage__none">
          <p>
            <Icon name="information" />
            <span>{t.el(now === undefined ? 'sign.none' : 'sign.part')}</span>
          </p>
          {props.ask !== undefined && !props.ask.asked && (
            <Button icon="people" onClick={props.ask.onAsk}>
              {t.el('sign.ask')}
            </Button>
          )}
        </div>
      )}
      <LiveRegion visible>{props.ask?.asked === true && <p>{t.el('sign.asked')}</p>}</LiveRegion>
    </section>
  );
}

function Way(props: { icon: 'play' | 'pause' | 'refresh' | 'minus'; onTouch: () => void; children: VNode }): VNode {
  return (
    <button class="sign-stage__way" type="button" onClick={props.onTouch}>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </button>
  );
}
