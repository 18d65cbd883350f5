import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useBeforeLock, useUnlocked } from '../../app/session.ts';
import type { useVoiceRecorder } from '../../record-parts/media/use-voice-recorder.ts';
import { raiseNeed } from '../raise-need.ts';
import { isHandedOver } from '../survey-ending.ts';
import type { HostProps } from './answer-screen.tsx';
import { throwAway } from './seal-answers.ts';
import { answeringOf } from './use-open-answering.ts';

/** Keeps one person's answers through everything that takes the screen away: the lock, another app, leaving. */
export function useAnswersKept(props: {
  open: HostProps['open'];
  own: HostProps['own'];
  voice: ReturnType<typeof useVoiceRecorder>;
  /** Set once they are sealed or thrown away: from then on there is nothing to keep. */
  over: RefObject<boolean>;
  toTell: RefObject<HostProps['afternoon']>;
}): { keep: () => Promise<void>; raise: () => Promise<void>; leaveThem: () => Promise<void> } {
  const { open, own, voice, over, toTell } = props;
  const { keeper } = open;
  const services = useServices();
  const { vault } = useUnlocked();
  const raising = useRef<Promise<void>>(Promise.resolve());

  const keep = useCallback(async () => {
    await voice.settle();
    await keeper.flush();
  }, [voice, keeper]);
  /** Whoever asked for help in these answers is not lost with them: a need is begun, once, and kept as begun. */
  const raise = useCallback((): Promise<void> => {
    const begin = async (): Promise<void> => {
      if (over.current) return;
      const need = await raiseNeed(services, vault, keeper.draft(), answeringOf(keeper), open.loaded, own);
      if (need === null) return;
      toTell.current.needs = [need, ...toTell.current.needs];
      keeper.change((now) => ({ ...now, needRaised: need }));
      await keeper.flush();
    };
    raising.current = raising.current.then(begin, begin);
    return raising.current;
  }, [services, vault, keeper, open, own, over, toTell]);
  /** The answers are left here, to be taken up again or not. */
  const leaveThem = useCallback(async () => {
    await keep();
    await raise();
  }, [keep, raise]);
  useBeforeLock(leaveThem);
  useEffect(
    () =>
      services.tablet.subscribe((event) => {
        // A failure shows on the screen through the keeper.
        if (event === 'hidden') keep().catch(() => undefined);
      }),
    [services, keep],
  );
  useEffect(
    () => () => {
      if (over.current) return;
      // Leaving before anything was said leaves nothing under "not finished".
      const left = !isHandedOver(answeringOf(keeper)) && isUntouched(keeper) ? throwAway(open) : leaveThem();
      left.catch(() => undefined);
    },
    [leaveThem, keeper, open, over],
  );
  return { keep, raise, leaveThem };
}

/** Nobody was asked or counted yet, and nothing was said. */
export function isUntouched(keeper: HostProps['open']['keeper']): boolean {
  const { answers, people } = answeringOf(keeper);
  return keeper.draft().consent === null && Object.keys(answers).length === 0 && people === null;
}
