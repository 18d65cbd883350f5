import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import type { CaptureStep, SharedStep, StepProps } from '../../kinds/views.ts';
import { Fold } from '../../ui/fold/fold.tsx';

/** A kind's steps on one screen. The heading of the screen is the first one's; others may be folded away until wanted. */
export function SharedSteps(props: {
  kind: string;
  steps: readonly CaptureStep<unknown>[];
  together: readonly (readonly SharedStep[])[];
  /** How a step stands that `together` does not name. */
  otherwise?: SharedStep['as'];
  stepProps: StepProps<unknown>;
  /** What the host adds to a step, above its own part: a way to listen. */
  beside?: (step: string) => VNode | null;
}): VNode {
  const t = useText(`kind-${props.kind}`);
  const shared = props.together.flat();
  return (
    <>
      {props.steps.map((step, at) => {
        const as = at === 0 ? 'bare' : (shared.find((one) => one.step === step.id)?.as ?? props.otherwise ?? 'heading');
        const view = (
          <>
            {props.beside?.(step.id)}
            <step.View {...props.stepProps} />
          </>
        );
        if (as === 'fold')
          return (
            <FoldedStep
              key={step.id}
              title={t.el(`steps.${step.id}`)}
              open={step.empty?.(props.stepProps.value) === false}
            >
              {view}
            </FoldedStep>
          );
        return (
          <section key={step.id} class="capture__part" data-part={step.id}>
            {as === 'heading' && <h2>{t.el(`steps.${step.id}`)}</h2>}
            {view}
          </section>
        );
      })}
    </>
  );
}

/** Open from the start where there is something in it; from then on as the person leaves it. */
function FoldedStep(props: { title: VNode; open: boolean; children: VNode }): VNode {
  const [open, setOpen] = useState(props.open);
  return (
    <div class="capture__fold">
      <Fold title={props.title} open={open} onToggle={setOpen}>
        {open && <div class="capture__folded">{props.children}</div>}
      </Fold>
    </div>
  );
}
