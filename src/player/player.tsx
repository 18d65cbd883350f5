import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { writtenIn } from '../domain/signed.ts';
import { changeLanguage, currentLanguage, loadTexts, type Reader } from '../i18n/catalogue.ts';
import { useReader, type PartReader } from '../i18n/reader.ts';
import { useTextChanges } from '../i18n/use-language.ts';
import { arePicturesOn } from '../ui/pictures/pictures-on.ts';
import { useAppSounds } from '../sound/app-words.tsx';
import { InterpreterNoteProvider, SignedToProvider } from '../sound/signing.tsx';
import { TouchingProvider } from '../sound/use-first-touch.ts';
import { useSound } from '../sound/use-sound.tsx';
import type { Say } from '../sound/sound-desk.ts';
import type { Answering, Ways } from '../surveys/answering.ts';
import { back, forward, questionsOf, switchLanguage } from '../surveys/flow.ts';
import { heldLanguages } from '../surveys/held-languages.ts';
import { directionOf } from './language-face.ts';
import type { PlayerProps } from './player-props.ts';
import { useInterpreterIn } from './use-interpreter-in.ts';
import { isAnySigned, useSigned } from './use-signed.ts';
import { ScanRing } from './scanning/scan-ring.tsx';
import { Screens } from './screens/screens.tsx';
import { shortfallWords } from './shortfall-words.ts';
import { StandProvider, type Over, type Stand, type Walk } from './stand.ts';
import { fetchAhead } from './use-answer-view.ts';
import { useKept } from './use-kept.ts';
import { useTouchGuard } from './use-touch-guard.ts';
import { ownWords } from './words.ts';
import './player.css';
import './fit.css';
import './asked-in-between.css';

const NAMESPACES = ['player', 'common', 'common-questions', 'question-common', 'consent', 'lists', 'sound'];
/** Until somebody chooses: as this tablet shows pictures. */
const plainWays = (): Ways => ({ scan: null, paceMs: 2000, pictures: arePicturesOn() });

/**
 * The screens of one person answering, from the choice of a language to "thank you". Fully controlled: it moves `state`
 * by `src/surveys/flow.ts`, hands each step to `onChange` and shows the next screen when that is kept. It brings the
 * app's texts into the person's language; whoever shows it brings the worker's language back (`lendLanguage`).
 * Inside a `SoundProvider` it can be heard; outside, "Listen" says that there is no sound. Recordings of the app's own
 * words are taken from `AppSoundsProvider`.
 */
export function Player(props: PlayerProps): VNode {
  const { loaded, lend, preview = false } = props;
  const { survey } = loaded;
  const root = useRef<HTMLDivElement>(null);
  const kept = useKept(props.state, props.onChange);
  const [over, setOver] = useState<Over>(null);
  const [problem, setProblem] = useState<Say | null>(null);
  const [busy, setBusy] = useState(false);
  const moving = useRef(false);
  const sound = useSound();
  useTextChanges();
  useTouchGuard(root);
  const state = kept.shown;
  const part = useReader();
  const ready = useOwnLanguage(state, part);

  const signing = useSigned(state.language);
  const say = signing === null ? sound.say : signing.say;
  const sounds = useAppSounds();
  const base = { loaded, language: state.language, layer: state.readingMode, sounds };
  const tell = (words: Say | null): void => {
    setProblem(words);
    if (words !== null && kept.latest().listen) say(words);
  };
  /** One step at a time: a second touch while the first is being kept does nothing. */
  const step = async (work: () => Promise<unknown>): Promise<void> => {
    if (moving.current) return;
    moving.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      moving.current = false;
      setBusy(false);
    }
  };
  const show = (next: Answering): Promise<void> =>
    step(async () => {
      const was = kept.latest();
      if (next === was && over === null) return;
      if (next !== was && !(await kept.go(next))) return;
      setProblem(null);
      setOver(null);
    });
  const goOn = (from: Answering = kept.latest()): void => {
    const to = forward(from, survey);
    if (to.needs === undefined && to.shortfall === undefined) void show(to.state);
    else {
      if (from !== kept.latest()) kept.put(from);
      tell(to.needs === undefined ? shortfallWords(to.shortfall) : ownWords(base, 'needsAnswer'));
    }
  };
  const walk: Walk = {
    kept,
    busy,
    problem,
    setProblem: tell,
    forward: goOn,
    back: () => void show(back(kept.latest(), survey)),
    go: (next) => void show(next),
    after: (keep, then) => {
      const waitForIt = async (): Promise<void> => {
        let done = false;
        await step(async () => {
          try {
            await keep();
            done = true;
          } catch {
            tell(ownWords(base, 'notKept'));
          }
        });
        if (done) then();
      };
      void waitForIt();
    },
    speak: (to, on) =>
      void step(async () => {
        const now = kept.latest();
        const language = to.language ?? now.language;
        const readingMode = to.readingMode ?? now.readingMode;
        const next = switchLanguage(now, { language, readingMode, listen: to.listen ?? now.listen });
        const before = part ?? currentLanguage();
        await readAs({ language, readingMode }, part);
        if (!(await kept.go(on ? forward(next, survey).state : next))) {
          await readAs(before, part);
          return;
        }
        setProblem(null);
        if (over === 'language') setOver(null);
      }),
    setWays: (ways) => kept.put({ ...kept.latest(), ways }),
    open: (next) => {
      setProblem(null);
      setOver(next);
    },
    close: () => {
      setProblem(null);
      setOver(null);
    },
    end: (how) => {
      if (moving.current) return;
      sound.stop();
      props.onEnd(how);
    },
  };

  const note = useInterpreterIn(state, (next) => kept.put(next(kept.latest())));

  const repeats = ready && (state.stage === 'evaluation' || state.stage === 'check');
  useEffect(() => {
    // What was said is repeated at the check in the words of its type, also when somebody is taken up there again.
    if (!repeats) return;
    const types = [...new Set(survey.questions.map(({ type }) => `question-${type}`))];
    void loadTexts(types, { language: state.language, readingMode: state.readingMode });
  }, [repeats, survey, state.language, state.readingMode]);

  // Where nothing can be heard, a first touch that says something would only be a touch that does nothing.
  const row = loaded.texts.find(({ language }) => language === state.language);
  const clips = row === undefined ? [] : [row.sounds.standard, row.sounds.easy].flatMap((of) => Object.keys(of));
  const canBeHeard = clips.length > 0 || sound.sourceFor(state.language, null) !== 'none';
  const saysFirst =
    signing === null ? state.listen && canBeHeard : isAnySigned(state.language, [...loaded.texts, ...sounds]);
  const languages = props.languages ?? heldLanguages(loaded);
  const stand: Stand = {
    ...base,
    survey,
    state,
    lend,
    touch: saysFirst ? 'say-first' : 'choose',
    ways: state.ways ?? plainWays(),
    languages,
    away:
      signing === null &&
      !heldLanguages(loaded).some((tag) => tag === state.language || tag === state.language.split('-')[0]),
    signing,
    staff: props.staff === true,
    preview,
    corner: props.corner ?? null,
    say,
    walk,
  };
  useEffect(() => {
    // The first question is at hand before anybody gets there.
    const first = questionsOf(survey, state)[0] ?? survey.questions[0];
    if (first !== undefined) void fetchAhead(first.type);
  }, [survey, state.stage]);
  const dir = useMemo(() => directionOf(state.language), [state.language]);
  return (
    <div
      class={preview ? 'player player--preview' : 'player'}
      ref={root}
      lang={writtenIn(state.language)}
      dir={dir}
      data-reading={state.readingMode}
      data-audience="participant"
    >
      <StandProvider value={stand}>
        <SignedToProvider value={signing !== null}>
          <InterpreterNoteProvider value={note}>
            <TouchingProvider value={stand}>
              <div class="player__sheet">{ready && <Screens over={over} />}</div>
            </TouchingProvider>
            {ready && stand.ways.scan !== null && <ScanRing root={root} ways={stand.ways} />}
          </InterpreterNoteProvider>
        </SignedToProvider>
      </StandProvider>
    </div>
  );
}

/** The app's own words in the person's language: false until they are here. */
function useOwnLanguage(state: Answering, part: PartReader | null): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    void (async () => {
      // The words of this very person, whatever the page is brought into meanwhile.
      await loadTexts(NAMESPACES, state);
      const now = part ?? currentLanguage();
      if (now.language !== state.language || now.readingMode !== state.readingMode) await readAs(state, part);
      if (!gone) setReady(true);
    })();
    return () => {
      gone = true;
    };
    // Also when the host takes up another person's state.
  }, [state.language, state.readingMode]);
  return ready;
}

/** Brings the page into this language; in a preview only the part of it that is the preview. */
async function readAs({ language, readingMode }: Reader, part: PartReader | null): Promise<void> {
  if (part === null) return await changeLanguage(language, readingMode);
  await loadTexts(NAMESPACES, { language, readingMode });
  part.change({ language, readingMode });
}
