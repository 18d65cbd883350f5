import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import type { CaptureLayoutProps } from './capture-layout.ts';
import { useRecordHold } from '../../record-parts/record-hold.ts';
import { layersToAsk } from '../../record-parts/consent/answers.ts';
import { ConsentQuestions } from '../../record-parts/consent/consent-questions.tsx';
import { firstGap, layersOf } from './host-steps.ts';
import { SharedSteps } from './shared-steps.tsx';
import { showPart } from './show-part.ts';
import { StepFrame } from './step-frame.tsx';
import { useTooFine } from './too-fine.ts';
import { TOO_FINE_PART, TooFineWords } from './too-fine-words.tsx';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { useStepProps } from './use-step-props.ts';

/** Everything on one screen, one tap from saved: for what would otherwise never be written down. */
export function BriefCapture(props: CaptureLayoutProps): VNode {
  const { kind, open } = props;
  const t = useText('capture');
  const { keeper } = useRecordHold();
  const draft = useKeeper(keeper);
  const stepProps = useStepProps(open);
  const tooFine = useTooFine(open.view);
  const [presses, setPresses] = useState(0);
  const asked = presses > 0;
  const captured = new Set(draft.media.map((item) => item.role));
  const layers = layersToAsk(layersOf(open.view, draft.body), draft.consent, captured);
  const gap = firstGap(open.view, draft.body, draft.consent);
  const gapId = gap?.type === 'kind' ? gap.step.id : null;
  const asksWords = asked && gap === null && tooFine.piece !== null;
  // It stays when all was answered: the focus stays with it.
  const askedWords = useRef(false);
  if (asksWords) askedWords.current = true;
  // It stands at the end of so long a screen, and is there only once it was asked for.
  useEffect(() => {
    if (asksWords) showPart(TOO_FINE_PART, 'end');
  }, [presses]);
  const steps = open.view.steps.filter(({ when }) => when?.(draft.body) !== false);
  const first = steps[0]?.id ?? '';
  return (
    <StepFrame
      kind={kind}
      at={first}
      question={t.el(`kind-${kind}:steps.${first}`)}
      brief
      problem={props.problem}
      participant={false}
      onLeave={props.onLeave}
      needed={
        asked && gapId !== null
          ? t.el(`kind-${kind}:needed.${gapId}`)
          : asksWords
            ? t.el('check.tooFineFirst')
            : undefined
      }
      actions={
        <Button
          look="main"
          wide
          icon="check"
          busy={props.finishing}
          onClick={() => {
            setPresses(presses + 1);
            // The newest draft, not the one that was drawn last.
            const now = keeper.draft();
            const left = firstGap(open.view, now.body, now.consent);
            if (left?.type === 'kind') showPart(left.step.id);
            else if (left === null && !tooFine.asks()) props.onFinish();
          }}
        >
          {t.el(props.finishing ? 'finishing' : 'save')}
        </Button>
      }
    >
      <Stack room="large">
        <SharedSteps
          kind={kind}
          steps={steps}
          together={open.view.together ?? []}
          otherwise="bare"
          stepProps={stepProps}
        />
        {layers.length > 0 && <ConsentQuestions layers={layers} />}
        {askedWords.current && gap === null && <TooFineWords view={open.view} />}
      </Stack>
    </StepFrame>
  );
}
