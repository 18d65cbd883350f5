import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { PACE_WORDS } from './how-said.tsx';
import { useInterpreterNote } from './signing.tsx';
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

/** What is told of a lack: how much is not signed, and who helps. */
const LACK = {
  asked: ['sign.none', 'sign.part'],
  helper: ['sign.noneHelper', 'sign.partHelper'],
  lead: ['sign.noneLead', 'sign.partLead'],
} as const;
const NOTHING_LOST: ReadonlySet<string> = new Set();

/**
 * Texts in sign language, one film after the other, with the words of the present one under it. Never with sound. Where
 * there is no film it says so, also aloud, and how to get an interpreter: noted in the record that is open
 * (`InterpreterNoteProvider`), or through who `helps`. Give it another `turn` for other texts, or to show them again.
 */
export function SignStage(props: {
  texts: readonly Say[];
  turn: number;
  /** Runs once by itself: only where the person chose to be spoken to in signs, or asked to see it. */
  plays: boolean;
  pace: FilmPace;
  /** Stands in large letters beside the film already: it is not written under it again. */
  besideId?: string | undefined;
  helps?: 'helper' | 'lead' | undefined;
}): VNode {
  const t = useText('sound');
  const note = useInterpreterNote();
  const { texts, turn } = props;
  const [missed, miss] = useState<{ readonly turn: number; readonly of: ReadonlySet<string> } | null>(null);
  const lost = missed?.turn === turn ? missed.of : NOTHING_LOST;
  const filmed = texts.filter(({ film }) => film != null && !lost.has(film.sha256));
  const [none, part] = LACK[note === null ? (props.helps ?? 'helper') : 'asked'];
  const section = useRef<HTMLElement>(null);
  const first = useRef(turn);
  useEffect(() => {
    // What was touched may stand far below its film.
    if (turn !== first.current) section.current?.scrollIntoView?.({ block: 'nearest' });
  }, [turn]);
  const told = useRef<HTMLParagraphElement>(null);
  const asking = useRef(false);
  const asked = note?.asked === true;
  useLayoutEffect(() => {
    // The button that was pressed is gone, and would take the focus with it.
    if (asked && asking.current) told.current?.focus({ preventScroll: true });
    asking.current = false;
  }, [asked]);
  const lack = filmed.length === texts.length ? null : filmed.length === 0 ? none : part;
  return (
    <section class="sign-stage" ref={section} aria-label={t('sign.title')}>
      {filmed.length > 0 && (
        <Films
          key={turn}
          filmed={filmed}
          plays={props.plays}
          pace={props.pace}
          besideId={props.besideId}
          onLost={(sha256) => miss({ turn, of: new Set([...lost, sha256]) })}
        />
      )}
      {/* Stays while texts come and go: a region that comes with its words is often not spoken. */}
      <LiveRegion visible>
        {lack !== null && (
          <p class="sign-stage__lack">
            <Icon name="information" />
            <span>{t.el(lack)}</span>
          </p>
        )}
        {asked && (
          <p ref={told} tabIndex={-1}>
            {t.el('sign.asked')}
          </p>
        )}
      </LiveRegion>
      {lack !== null && note?.asked === false && (
        <Button
          icon="people"
          onClick={() => {
            asking.current = true;
            note.ask();
          }}
        >
          {t.el('sign.ask')}
        </Button>
      )}
    </section>
  );
}

function Films(props: {
  filmed: readonly Say[];
  plays: boolean;
  pace: FilmPace;
  besideId: string | undefined;
  onLost: (sha256: string) => void;
}): VNode | null {
  const t = useText('sound');
  const { filmed, pace } = props;
  const video = useRef<HTMLVideoElement>(null);
  const [at, setAt] = useState(0);
  const [running, setRunning] = useState(false);
  const [goesOn, setGoesOn] = useState(props.plays);
  const now = filmed[at] ?? filmed[0];
  const { address, gone } = useFilm(now?.film ?? null);
  const lose = (): void => {
    const sha256 = now?.film?.sha256;
    if (sha256 !== undefined) props.onLost(sha256);
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
  if (now === undefined) return null;
  return (
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
