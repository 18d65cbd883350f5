import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Say } from '../sound/sound-desk.ts';
import { MachineMark } from '../sound/machine-mark.tsx';
import { SignStage } from '../sound/sign-stage.tsx';
import { useSound } from '../sound/use-sound.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Bar, type BarActions } from './bar.tsx';
import { languageFace } from './language-face.ts';
import { MoreBelow } from './more-below.tsx';
import { Progress } from './progress.tsx';
import { languageOf } from '../i18n/languages.ts';
import { hasLetters } from '../i18n/letters.ts';
import { Said } from './said.tsx';
import { useStand } from './stand.ts';
import { ownWords } from './words.ts';

/**
 * One screen: the language on top, one heading with its picture at the beginning of the line, what is asked, and the bar
 * that never moves. The focus goes to the heading of each new screen; listening, the heading is said.
 */
export function PlayerScreen(props: {
  /** Another name, another screen. */
  name: string;
  heading: Say;
  headingId?: string | undefined;
  /** More to read and hear under the heading. */
  help?: readonly Say[] | undefined;
  /** What else stands on the screen and has to be heard by who does not read: said behind the heading and the help. */
  alsoSaid?: readonly Say[] | undefined;
  /** What is agreed to here, or promised. In words that no second speaker has checked it says that they are for practice. */
  agreed?: 'promised' | 'asked' | undefined;
  /** Said by itself also before anybody chose to listen: where that very choice is made. */
  saysItself?: boolean | undefined;
  picture?: VNode | null | undefined;
  actions: BarActions;
  marked?: 'notSure' | 'skip' | null | undefined;
  progress?: { at: number; of: number } | undefined;
  children?: ComponentChildren;
}): VNode {
  const stand = useStand();
  const sound = useSound();
  const { walk } = stand;
  const main = useRef<HTMLElement>(null);
  // A preview stands within a page that has its main part already.
  const Main = (stand.preview ? 'div' : 'main') as 'main';
  const heading = useRef<HTMLHeadingElement>(null);
  const aloud = [props.heading, ...(props.help ?? []), ...(props.alsoSaid ?? [])];
  const saying = aloud.some(({ id }) => id === sound.saying);
  const silent = sound.sourceFor(props.heading.language, props.heading.clip) === 'none';

  useEffect(() => {
    main.current?.scrollTo?.(0, 0);
    if (!stand.preview) heading.current?.focus({ preventScroll: true });
    // Not when the screen before goes: that is told only after this one has begun to speak, and would cut it off.
    sound.stop();
    const wanted = stand.state.listen || (props.saysItself === true && !stand.preview);
    if (stand.signing !== null) return;
    if (stand.touch === 'say-first' || (wanted && !silent)) stand.say(aloud);
    // A new screen, or the same one in another language.
  }, [props.name, stand.language, stand.layer]);

  const signed = stand.signing !== null;
  useLayoutEffect(() => {
    // Before it is drawn: no film of the screen before is ever seen beside this one.
    if (signed) stand.say(aloud);
  }, [props.name, stand.language, stand.layer, signed]);

  const practice = languageOf(stand.language).status === 'draft' && (
    <p class="player__note player__note--practice">
      <Icon name="warning" />
      <Said text={ownWords(stand, 'consent:notForField')} />
    </p>
  );
  const listen = (): void => {
    if (saying) sound.stop();
    else if (silent) walk.setProblem(ownWords(stand, 'noSound'));
    else sound.say(aloud);
  };
  return (
    <>
      <Top progress={props.progress} />
      <Main class="player__main" ref={main} {...(stand.preview ? {} : { id: 'main' })}>
        <div class={`player__asked${signed ? ' player__asked--signed' : ''}`} key={props.name}>
          {stand.signing !== null && (
            <SignStage
              turn={stand.signing.turn}
              texts={stand.signing.texts}
              pace={stand.signing.pace}
              plays={!stand.preview}
              besideId={props.heading.id}
            />
          )}
          {props.agreed === 'promised' && practice}
          <div class="player__head">
            {props.picture && stand.ways.pictures && <div class="player__picture">{props.picture}</div>}
            <h1 class="player__question" id={props.headingId} ref={heading} tabIndex={-1}>
              <Said text={props.heading} />
            </h1>
          </div>
          {props.help?.map((text) => (
            <p class="player__help" key={text.id}>
              <Said text={text} />
            </p>
          ))}
          {props.children}
          {/* Question and answers stay in sight together. */}
          {props.agreed === 'asked' && practice}
        </div>
        <MoreBelow within={main} key={`more ${props.name}`} />
      </Main>
      <Notes beside={props.alsoSaid ?? []} />
      <Bar
        actions={{ ...props.actions, listen }}
        marked={props.marked ?? null}
        screen={props.name}
        saying={saying}
        silent={silent}
        busy={walk.busy}
      />
    </>
  );
}

function Top({ progress }: { progress: { at: number; of: number } | undefined }): VNode {
  const stand = useStand();
  return (
    <header class="player__top">
      <button type="button" class="player__globe" onClick={() => stand.walk.open('language')}>
        <Icon name="globe" size="large" />
        <span class="player__globe-words">
          <Said text={ownWords(stand, 'language')} />
        </span>
      </button>
      <div class="player__middle">
        {progress !== undefined && <Progress {...progress} />}
        {languageFace(stand.language, stand.loaded.texts).draft && (
          <p class="player__draft">
            <Said text={ownWords(stand, 'notChecked')} />
          </p>
        )}
      </div>
      <div class="player__corner">{stand.corner}</div>
    </header>
  );
}

/** What is in the way, and how keeping goes: in words, above the bar, and nothing while all is well. */
function Notes({ beside }: { beside: readonly Say[] }): VNode {
  const stand = useStand();
  const { silent } = useSound();
  const { problem, kept } = stand.walk;
  // Who listens and hears nothing is not left to wonder: what was touched, or the question, has no sound yet.
  const unheard =
    stand.signing === null &&
    stand.touch === 'say-first' &&
    problem === null &&
    silent !== null &&
    !beside.some(({ id }) => id === silent);
  return (
    <div class="player__notes">
      <MachineMark />
      {!hasLetters(stand.language) && (
        <p class="player__note">
          <Icon name="information" />
          <span>
            <Said text={ownWords({ ...stand, language: 'en' }, 'noLetters')} />
          </span>
        </p>
      )}
      {stand.away && !stand.staff && (
        <p class="player__note">
          <Icon name="information" />
          <span>
            <Said text={ownWords(stand, 'notHere')} />
          </span>
        </p>
      )}
      <LiveRegion visible>
        {(problem !== null || unheard) && (
          <p class="player__note">
            <Icon name="information" />
            <span>
              <Said text={problem ?? ownWords(stand, 'noSound')} />
            </span>
          </p>
        )}
        {kept.keeping === 'slow' && (
          <p class="player__note">
            <Icon name="clock" />
            <span>
              <Said text={ownWords(stand, 'keeping')} />
            </span>
          </p>
        )}
        {kept.keeping === 'not-kept' && (
          <p class="player__note">
            <Icon name="information" />
            <span>
              <Said text={ownWords(stand, 'notKept')} />
            </span>
          </p>
        )}
      </LiveRegion>
      {kept.keeping === 'not-kept' && (
        <button type="button" class="player__again" onClick={kept.again}>
          <Icon name="refresh" />
          <Said text={ownWords(stand, 'again')} />
        </button>
      )}
    </div>
  );
}
