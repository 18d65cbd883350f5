import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ProgressWords } from '../../ui/progress-words/progress-words.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { useRecordHold } from '../../record-parts/record-hold.ts';
import type { CaptureLayoutProps } from './capture-layout.ts';
import { CheckStep } from './check-step.tsx';
import { questionKey } from '../../record-parts/consent/consent-question.tsx';
import { ConsentStep } from './consent/consent-step.tsx';
import { layersToAsk } from '../../record-parts/consent/answers.ts';
import { TalkStep } from './consent/talk-step.tsx';
import {
  firstGap,
  hostScreens,
  hostSteps,
  isAsked,
  layersOf,
  screenAfter,
  screenBefore,
  screenWith,
  type HostStep,
} from './host-steps.ts';
import { SharedSteps } from './shared-steps.tsx';
import { StepHeard } from './step-heard.tsx';
import { showPart } from './show-part.ts';
import { StepFrame } from './step-frame.tsx';
import { useTooFine } from './too-fine.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { useStepProps } from './use-step-props.ts';

/**
 * One question a screen in easy reading, a few that belong together in standard reading. Where the person stands is kept
 * with the draft, so that coming back finds the same screen.
 */
export function SteppedCapture(props: CaptureLayoutProps): VNode {
  const { kind, open } = props;
  const t = useText('capture');
  const { readingMode } = useLanguage();
  const { keeper, voice, shielded } = useRecordHold();
  const draft = useKeeper(keeper);
  const stepProps = useStepProps(open);
  const tooFine = useTooFine(open.view);
  const moving = useRef(false);
  const [needed, setNeeded] = useState(false);
  const [moveProblem, setMoveProblem] = useState<Problem | null>(null);
  const steps = hostSteps(open.view);
  const oneByOne = readingMode === 'easy';
  const screens = hostScreens(open.view, oneByOne);
  const captured = new Set(draft.media.map((item) => item.role));
  const stepsOf = (screen: number) => (screens[screen] ?? []).flatMap((place) => steps[place] ?? []);
  const askedOf = (screen: number, { body, consent } = keeper.draft()) =>
    stepsOf(screen).filter((one) => isAsked(open.view, one, { body, consent, captured }));
  const standing = screens.flatMap((_, screen) => (askedOf(screen, draft).length > 0 ? [screen] : []));
  // A record that is asked nothing on the first screens begins at the first one that asks.
  const start = standing[0] ?? 0;
  const at = Math.max(start, screenWith(screens, draft.step));
  const here = standing.includes(at) ? askedOf(at, draft) : stepsOf(at);
  const step = here.find(({ type }) => type === 'kind') ?? here[0];
  const layers = layersToAsk(layersOf(open.view, draft.body), draft.consent, captured);
  const firstOpen = layers.findIndex((layer) => draft.consent?.answers[layer] === undefined);
  const [layerAt, setLayerAt] = useState(Math.max(0, firstOpen));
  const gapOf = (body: unknown, answers: Readonly<Record<string, unknown>>) =>
    here.find((one) => stepGap(one, open.view.mustAsk ?? [], body, answers));
  const missing = gapOf(draft.body, draft.consent?.answers ?? {});

  const asked = oneByOne ? layers[layerAt] : undefined;
  const goToScreen = (screen: number) => void go(Math.min(...(screens[screen] ?? [0])));
  const go = async (to: number): Promise<void> => {
    if (moving.current) return;
    moving.current = true;
    setNeeded(false);
    setMoveProblem(null);
    try {
      // No recording goes on unseen, and no screen is left before what stands on it is kept.
      await voice.settle();
      await keeper.flush();
      keeper.change((now) => ({ ...now, step: to }));
    } catch (thrown) {
      setMoveProblem(toProblem(thrown, 'storage-failed'));
    } finally {
      moving.current = false;
    }
  };
  const wants = (gap: HostStep | undefined): boolean => {
    if (gap === undefined) return false;
    setNeeded(true);
    if (gap.type === 'kind') showPart(gap.step.id);
    return true;
  };
  const next = () => {
    if (step?.type === 'consent' && oneByOne && layerAt < layers.length - 1) return setLayerAt(layerAt + 1);
    // The newest draft, not the one that was drawn last.
    const now = keeper.draft();
    if (wants(gapOf(now.body, now.consent?.answers ?? {}))) return;
    let to = screenAfter(steps, screens, at, now.consent);
    while (to < screens.length - 1 && askedOf(to).length === 0) to += 1;
    return goToScreen(to);
  };
  /** What the kind still asks is left out: on to consent and the check. */
  const enough = () => {
    const now = keeper.draft();
    if (wants(gapOf(now.body, now.consent?.answers ?? {}))) return;
    const after = screens.findIndex((_, screen) => screen > at && askedOf(screen).some(({ type }) => type !== 'kind'));
    return goToScreen(after);
  };
  const back = () => {
    if (step?.type === 'consent' && oneByOne && layerAt > 0) return setLayerAt(layerAt - 1);
    let to = screenBefore(steps, screens, at, draft.consent);
    while (to > 0 && askedOf(to).length === 0) to -= 1;
    return goToScreen(to);
  };

  if (step === undefined) throw new Error(`the kind ${kind} has no steps`);
  const last = at === screens.length - 1;
  const kindSteps = open.view.steps.map(({ id }) => id);
  const placeOf = (id: string | undefined) => (id === undefined ? -1 : kindSteps.indexOf(id));
  const enoughFrom = placeOf(open.view.enoughAfter);
  const mayStop =
    oneByOne &&
    enoughFrom >= 0 &&
    here.some((one) => one.type === 'kind' && placeOf(one.step.id) >= enoughFrom) &&
    here.every((one) => one.type !== 'kind' || placeOf(one.step.id) < kindSteps.length - 1);
  const stepNumber = standing.filter((screen) => screen <= at).length;
  return (
    <StepFrame
      kind={kind}
      at={`${at}:${layerAt}`}
      question={
        step.type === 'consent' && asked !== undefined
          ? t.el(`consent:${questionKey(asked, shielded)}`)
          : questionOf(step, kind, t)
      }
      progress={
        <ProgressWords step={stepNumber} steps={standing.length}>
          {t.el('stepOf', { step: stepNumber, steps: standing.length })}
        </ProgressWords>
      }
      problem={props.problem ?? moveProblem}
      participant
      turnable={here.some((one) => one.type !== 'kind' || one.step.id === 'read-back' || one.step.id === 'about-you')}
      onLeave={props.onLeave}
      needed={
        needed && missing !== undefined
          ? t.el(missing.type === 'kind' ? `kind-${kind}:needed.${missing.step.id}` : 'consent:needed')
          : undefined
      }
      actions={
        <>
          {at > start && (
            <Button icon="back" onClick={back}>
              {t.el('common:back')}
            </Button>
          )}
          {mayStop && <Button onClick={enough}>{t.el('enough')}</Button>}
          {last ? (
            <Button
              look="main"
              icon="check"
              busy={props.finishing}
              disabled={firstGap(open.view, draft.body, draft.consent) !== null || tooFine.piece !== null}
              onClick={props.onFinish}
            >
              {t.el(props.finishing ? 'finishing' : 'finish')}
            </Button>
          ) : (
            <Button look="main" icon="next" iconAt="end" onClick={next}>
              {t.el('common:next')}
            </Button>
          )}
        </>
      }
    >
      <Stack room="large">
        {here.some(({ type }) => type === 'talk') && (
          <TalkStep onStop={props.onFinish} opening={step.type === 'talk' ? 'heading' : 'here'} />
        )}
        {step.type === 'kind' && (
          <SharedSteps
            kind={kind}
            steps={here.flatMap((one) => (one.type === 'kind' ? [one.step] : []))}
            together={open.view.together ?? []}
            stepProps={stepProps}
            beside={(id) => <StepHeard kind={kind} step={id} />}
          />
        )}
        {step.type === 'consent' && (
          <ConsentStep
            layers={oneByOne ? layers.slice(layerAt, layerAt + 1) : layers}
            open={open}
            progress={oneByOne ? { at: layerAt, all: layers.length } : null}
          />
        )}
        {step.type === 'check' && (
          <CheckStep kind={kind} open={open} onGoTo={(to) => void go(steps.indexOf(to))} steps={steps} />
        )}
      </Stack>
    </StepFrame>
  );
}

function stepGap(
  step: HostStep | undefined,
  mustAsk: readonly string[],
  body: unknown,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  if (step?.type === 'kind') return step.step.ready?.(body) === false;
  if (step?.type === 'consent') return mustAsk.some((layer) => answers[layer] === undefined);
  return false;
}

function questionOf(step: HostStep, kind: string, t: ReturnType<typeof useText>): VNode {
  switch (step.type) {
    case 'kind':
      return t.el(`kind-${kind}:steps.${step.step.id}`);
    case 'talk':
      return t.el('consent:layers.talk.question');
    case 'consent':
      return t.el('consent:title');
    case 'check':
      return t.el('check.title');
  }
}
