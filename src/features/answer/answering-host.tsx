import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useBeforeLock, useUnlocked } from '../../app/session.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { changeLanguage } from '../../i18n/catalogue.ts';
import { lendLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { PlayerEnd } from '../../player/player-props.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { useVoiceRecorder } from '../../record-parts/media/use-voice-recorder.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { isHandedOver, leftBehind } from '../survey-ending.ts';
import type { AnsweringProps } from './answer-screen.tsx';
import { Cover } from './cover.tsx';
import { EndScreen } from './end-screen.tsx';
import { HoldButton } from './hold-button.tsx';
import { fillGlass, leaveGlass, useInTheirHands } from './in-their-hands.ts';
import { PlayerPlace } from './player-place.tsx';
import { ResumeScreen } from './resume-screen.tsx';
import { sealAnswers, throwAway, type Sealed } from './seal-answers.ts';
import { startNeed } from './start-need.ts';
import { TakeBack } from './take-back.tsx';
import { useCamera } from './use-camera.ts';
import { answeringOf, type OpenAnswering } from './use-open-answering.ts';
import { useQuiet } from './use-quiet.ts';
import { useRest } from './use-rest.ts';

/** What is on the glass. `worker`: the worker holds it, and the person's answers wait. */
export type Phase = 'worker' | 'answering' | 'cover' | 'take-back' | 'serious' | 'ended';

/** How it ended: with a sealed record, or with nothing kept. */
export type Ending = { readonly how: 'sealed'; readonly sealed: Sealed } | { readonly how: 'nothing' };

/** One person answering on this tablet: keeps every touch, covers what is left alone, and ends it by the rules. */
export function AnsweringHost(props: AnsweringProps & { open: OpenAnswering }): VNode {
  const { open, own, afternoon, onLeave, onNext } = props;
  const { keeper } = open;
  const t = useText('answer');
  const services = useServices();
  const { vault, lentFor, lendFor } = useUnlocked();
  const draft = useKeeper(keeper);
  const state = answeringOf(keeper);
  const handed = isHandedOver(state);
  const lent = lentFor !== null;
  const media = useMemo(() => services.draftMedia(vault), [services, vault]);
  const voice = useVoiceRecorder(keeper, media);
  const [phase, setPhase] = useState<Phase>(handed && !lent ? 'worker' : 'answering');
  const [ending, setEnding] = useState<Ending | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  const needDraft = useRef<string | null>(null);
  const camera = useCamera();

  const keep = useCallback(async () => {
    await voice.settle();
    await keeper.flush();
  }, [voice, keeper]);
  useBeforeLock(keep);
  useEffect(
    () =>
      services.tablet.subscribe((event) => {
        // A failure shows on the screen through the keeper.
        if (event === 'hidden') keep().catch(() => undefined);
      }),
    [services, keep],
  );
  useEffect(() => () => void keep().catch(() => undefined), [keep]);

  useInTheirHands(lent);
  useRest(lent, phase);
  useTheirLanguage(lent || !handed, phase === 'take-back' || phase === 'serious' ? own : state, own);
  const { secondsLeft, timer } = useQuiet({
    active: lent && phase === 'answering',
    cameraInFront: camera.inFront,
    onCover: () => {
      void keep().catch(() => undefined);
      setPhase('cover');
    },
  });
  const recording = voice.state() !== 'idle';
  useEffect(() => (recording ? timer.hold() : undefined), [recording, timer]);

  /** One thing at a time; what went wrong is said, and nothing is lost. */
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(toProblem(thrown, 'storage-failed'));
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  const seal = async (): Promise<Sealed> => {
    await voice.settle();
    const sealed = await sealAnswers(services, vault, open, async (soon) => {
      needDraft.current ??= await startNeed(services, vault, { draft: keeper.draft(), soon, ...own });
    });
    if (needDraft.current !== null) afternoon.needs = [needDraft.current, ...afternoon.needs];
    afternoon.finished += 1;
    return sealed;
  };
  const show = (next: Ending): void => {
    setEnding(next);
    setPhase('ended');
  };
  const drop = async (): Promise<void> => {
    await voice.settle();
    await throwAway(open);
  };
  const end = (how: PlayerEnd): void =>
    void once(async () => {
      if (how === 'thrown-away' || how === 'child-alone') {
        await drop();
        show({ how: 'nothing' });
      } else show({ how: 'sealed', sealed: await seal() });
    });
  /** Somebody else ends it for a person who left: by what they agreed to. */
  const endForThem = (): void =>
    void once(async () => {
      await voice.settle();
      if (leftBehind(keeper.draft(), answeringOf(keeper)) === 'nothing') {
        await drop();
        show({ how: 'nothing' });
      } else show({ how: 'sealed', sealed: await seal() });
    });
  const nextPerson = (): void => {
    fillGlass();
    void once(async () => {
      if (phase !== 'ended') {
        await keep();
        // What they agreed to keep waits two hours for them; the rest goes now.
        const left = leftBehind(keeper.draft(), answeringOf(keeper));
        if (left === 'nothing') await drop();
        else if (left === 'tally') await seal();
        // From here there may be nothing to go back to: what stays on the glass if the next one cannot begin.
        if (left !== 'keep') show({ how: 'nothing' });
      }
      await onNext(open);
    });
  };
  const handOver = (): void => {
    fillGlass();
    lendFor(keeper.draft().draftId);
    setPhase('answering');
  };
  const backToWorker = (): void => {
    leaveGlass();
    lendFor(null);
    if (ending !== null || afternoon.needs.length > 0) onLeave();
    else setPhase('worker');
  };

  const told = problem === null ? null : t.el(wordsOf(problem), problem.details);
  if (phase === 'serious') return <props.Serious onBack={() => setPhase('cover')} />;
  if (phase === 'take-back')
    return (
      <TakeBack
        onRight={backToWorker}
        onOther={(why) => {
          setProblem(why);
          setPhase(ending === null ? 'cover' : 'ended');
        }}
      />
    );
  if (phase === 'cover')
    return (
      <Cover
        told={told}
        busy={busy}
        onSame={() => {
          fillGlass();
          setProblem(null);
          setPhase('answering');
        }}
        onNew={nextPerson}
        onFinish={endForThem}
        onSerious={() => setPhase('serious')}
        onWorker={() => setPhase('take-back')}
      />
    );
  if (phase === 'ended' && ending !== null)
    return (
      <EndScreen
        ending={ending}
        lent={lent}
        count={state.mode === 'one-minute' || !handed ? afternoon.finished : null}
        told={told}
        busy={busy}
        onNext={nextPerson}
        onWorker={() => setPhase('take-back')}
        onLeave={onLeave}
      />
    );
  if (phase === 'worker')
    return (
      <ResumeScreen
        open={open}
        draft={draft}
        told={told}
        busy={busy}
        onHandOver={handOver}
        onEnd={endForThem}
        onLeave={onLeave}
      />
    );
  return (
    <div class="answering" ref={camera.place}>
      {told !== null && (
        <Notice tone="careful" speak="now">
          {told}
        </Notice>
      )}
      <PlayerPlace
        open={open}
        voice={voice}
        staff={!lent}
        onEnd={end}
        {...(lent
          ? {
              corner: (
                <HoldButton
                  small
                  name={t('worker.hold')}
                  label={t.el('worker.hold')}
                  onHeld={() => {
                    void keep().catch(() => undefined);
                    setPhase('take-back');
                  }}
                />
              ),
            }
          : {})}
      />
      {secondsLeft !== null && <output class="answering__warning">{t.el('quiet', { count: secondsLeft })}</output>}
    </div>
  );
}

/** Passcodes have words of their own here; what else may go wrong is said by the one catalogue. */
function wordsOf({ code }: Problem): string {
  return code === 'wrong-passcode' || code === 'passcode-wait' ? `worker.${code}` : `problems:${code}`;
}

/**
 * While the tablet is in their hands its screens speak their language; the device does not remember it, and the worker's
 * own comes back with the tablet.
 */
function useTheirLanguage(
  theirs: boolean,
  now: { readonly language: string; readonly readingMode: 'standard' | 'easy' },
  own: { readonly language: string; readonly readingMode: 'standard' | 'easy' },
): void {
  useEffect(() => {
    if (!theirs) return undefined;
    const giveBack = lendLanguage();
    return () => {
      void changeLanguage(own.language, own.readingMode).finally(giveBack);
    };
  }, [theirs]);
  const { language, readingMode } = now;
  useEffect(() => {
    if (theirs) void changeLanguage(language, readingMode);
  }, [theirs, language, readingMode]);
}
