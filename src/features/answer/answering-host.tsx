import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { isSigned } from '../../domain/signed.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { PlayerEnd } from '../../player/player-props.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { useVoiceRecorder } from '../../record-parts/media/use-voice-recorder.ts';
import { planMove } from '../../surveys/move.ts';
import { setPeople } from '../../surveys/flow.ts';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { takeNeedBack } from '../raise-need.ts';
import { isHandedOver, leftBehind } from '../survey-ending.ts';
import type { HostProps } from './answer-screen.tsx';
import { Scanned } from '../../player/scanning/scanned.tsx';
import { InterpreterNoteProvider, SignedToProvider } from '../../sound/signing.tsx';
import { useInterpreterIn } from '../../player/use-interpreter-in.ts';
import { isAnySigned } from '../../player/use-signed.ts';
import { Cover } from './cover.tsx';
import { Heard } from '../../record-parts/sound/heard.tsx';
import { EndScreen } from './end-screen.tsx';
import { HoldButton } from './hold-button.tsx';
import { fillGlass, leaveGlass, useInTheirHands } from './in-their-hands.ts';
import { PlayerPlace } from './player-place.tsx';
import { coverAfterMs, SPEAKS_FOR_MS } from './quiet-timer.ts';
import { ResumeScreen } from './resume-screen.tsx';
import { sealAnswers, throwAway, type Sealed } from './seal-answers.ts';
import { TakeBack } from './take-back.tsx';
import { useCamera } from './use-camera.ts';
import { answeringOf } from './use-open-answering.ts';
import { problemKey } from './problem-key.ts';
import { isUntouched, useAnswersKept } from './use-answers-kept.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';
import { useQuiet } from './use-quiet.ts';
import { useRest } from './use-rest.ts';
import { useTheirLanguage } from './use-their-language.ts';
import { GroupStart } from './group-start.tsx';
import { MoveOffer } from './move-offer.tsx';
import { earlyMarks } from './voice-marks.tsx';

/** What is on the glass. `worker`: the worker holds it, and the person's answers wait. */
export type Phase = 'worker' | 'answering' | 'cover' | 'take-back' | 'serious' | 'ended';

/** How it ended: with a sealed record, or with nothing kept. */
export type Ending = { readonly how: 'sealed'; readonly sealed: Sealed } | { readonly how: 'nothing' };

/** One person answering on this tablet: keeps every touch, covers what is left alone, and ends it by the rules. */
export function AnsweringHost(props: HostProps): VNode {
  const { open, own, afternoon, onLeave, onNext, onReopen } = props;
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
  const [phase, setPhase] = useState<Phase>(() => {
    const begun = Object.keys(state.answers).length > 0;
    const offers = open.newer !== null && begun;
    return !lent && (handed || offers) ? 'worker' : 'answering';
  });
  const [ending, setEnding] = useState<Ending | null>(null);
  const { busy, problem, tell, once } = useOneAtATime();
  const over = useRef(false);
  const toTell = useRef(afternoon);
  toTell.current = afternoon;
  const marks = useMemo(earlyMarks, []);
  const camera = useCamera();

  const { keep, raise, leaveThem } = useAnswersKept({ open, own, voice, over, toTell });

  const note = useInterpreterIn(state, (next) => keeper.change((now) => ({ ...now, body: next(answeringOf(keeper)) })));

  useInTheirHands(lent);
  useRest(lent, phase);
  useTheirLanguage(lent || !handed, phase === 'take-back' || phase === 'serious' ? own : state, own);
  const { secondsLeft, timer } = useQuiet({
    active: lent && phase === 'answering',
    afterMs: coverAfterMs(state.ways),
    cameraInFront: camera.inFront,
    onCover: () => {
      void keep().catch(() => undefined);
      setPhase('cover');
    },
  });
  // Paused, or left running, it holds nothing open: the cover ends the recording and keeps it.
  const recording = !['idle', 'paused'].includes(voice.state());
  useEffect(() => (recording ? timer.hold(SPEAKS_FOR_MS) : undefined), [recording, timer]);

  const seal = async (): Promise<Sealed> => {
    await voice.settle();
    await raise();
    const sealed = await sealAnswers(services, vault, open);
    afternoon.finished += 1;
    return sealed;
  };
  const show = (next: Ending): void => {
    over.current = true;
    setEnding(next);
    setPhase('ended');
  };
  const drop = async (): Promise<void> => {
    await voice.settle();
    await throwAway(open);
    toTell.current.needs = toTell.current.needs.filter((need) => need !== keeper.draft().needRaised);
    await takeNeedBack(services, vault, keeper.draft()).catch(() => undefined);
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
        else await raise();
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
    if (ending !== null) return onLeave();
    // Nobody has begun: there is nothing to come back to, and nothing to offer for a moment.
    const nobody = isUntouched(keeper) && answeringOf(keeper).stage === 'language';
    if (!nobody) {
      setPhase('worker');
      if (afternoon.needs.length > 0) onLeave();
    } else
      void once(async () => {
        await drop().catch((thrown: unknown) => {
          setPhase('worker');
          throw thrown;
        });
        over.current = true;
        onLeave();
      });
  };

  const told = problem === null ? null : t.el(problemKey(problem), problem.details);
  /** Round the screens beside the player's: they are worked by the same switch. */
  const switched = (screen: VNode): VNode => (
    <Scanned ways={lent ? state.ways : undefined}>
      <SignedToProvider value={lent && isSigned(state.language)}>{screen}</SignedToProvider>
    </Scanned>
  );
  if (phase === 'serious') return switched(<props.Serious onBack={() => setPhase('cover')} />);
  if (phase === 'take-back')
    return (
      <TakeBack
        onRight={backToWorker}
        onOther={(why) => {
          tell(why);
          setPhase(ending === null ? 'cover' : 'ended');
        }}
      />
    );
  if (phase === 'cover')
    return switched(
      <Heard key="cover">
        <InterpreterNoteProvider value={note}>
          <Cover
            told={told}
            busy={busy}
            signed={isAnySigned(state.language, open.loaded.texts)}
            onSame={() => {
              fillGlass();
              tell(null);
              setPhase('answering');
            }}
            onNew={nextPerson}
            onFinish={endForThem}
            onSerious={() => setPhase('serious')}
            onWorker={() => setPhase('take-back')}
          />
        </InterpreterNoteProvider>
      </Heard>,
    );
  if (phase === 'ended' && ending !== null)
    return switched(
      <Heard key="ended">
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
      </Heard>,
    );
  const moveTo = (newer: LoadedSurvey): void =>
    void once(async () => {
      keeper.change((now) => ({ ...now, body: planMove(answeringOf(keeper), open.loaded.survey, newer.survey).state }));
      await keeper.flush();
      await keeper.close();
      onReopen();
    });

  if (phase === 'worker')
    return (
      <ResumeScreen
        open={open}
        draft={draft}
        told={told}
        busy={busy}
        offer={
          open.newer === null ? null : (
            <MoveOffer
              open={open}
              newer={open.newer}
              busy={busy}
              onMove={() => open.newer !== null && moveTo(open.newer)}
            />
          )
        }
        onGoOn={handed ? handOver : () => setPhase('answering')}
        onEnd={endForThem}
        onLeave={() => void leaveThem().then(onLeave, onLeave)}
      />
    );
  if (state.mode === 'group' && state.people === null)
    return (
      <GroupStart
        onPeople={(people) =>
          void once(async () => {
            keeper.change((now) => ({ ...now, body: setPeople(answeringOf(keeper), people) }));
            await keeper.flush();
          })
        }
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
        marks={marks}
        quiet={timer}
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
