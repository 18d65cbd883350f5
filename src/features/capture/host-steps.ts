import type { Consent } from '../../domain/consent.ts';
import type { CaptureStep, CaptureView } from '../../kinds/views.ts';

/** One screen of a capture: the kind's own steps, with the screens that every kind has around them. */
export type HostStep =
  | { readonly type: 'talk' }
  | { readonly type: 'kind'; readonly step: CaptureStep<unknown> }
  | { readonly type: 'consent' }
  | { readonly type: 'check' };

/**
 * The screens of one kind, in order. The list depends on the kind alone, never on the answers, so that a number kept
 * in the draft finds the same screen again.
 */
export function hostSteps(view: CaptureView<unknown>): readonly HostStep[] {
  const steps: HostStep[] = view.consentLayers.includes('talk') ? [{ type: 'talk' }] : [];
  const asksMore = view.consentLayers.some((layer) => layer !== 'talk');
  let consentStands = !asksMore;
  for (const step of view.steps) {
    if (!consentStands && step.id === view.consentBefore) {
      steps.push({ type: 'consent' });
      consentStands = true;
    }
    steps.push({ type: 'kind', step });
  }
  if (!consentStands) steps.push({ type: 'consent' });
  return [...steps, { type: 'check' }];
}

/** After a no to "use" nothing more is asked: the next screen is the last one. */
export function stepAfter(steps: readonly HostStep[], at: number, consent: Consent | null): number {
  const last = steps.length - 1;
  if (steps[at]?.type === 'consent' && consent?.answers.use === 'no') return last;
  return Math.min(at + 1, last);
}

/** Back from the last screen goes to where the person came from. */
export function stepBefore(steps: readonly HostStep[], at: number, consent: Consent | null): number {
  if (at === steps.length - 1 && consent?.answers.use === 'no') {
    const asked = steps.findIndex((step) => step.type === 'consent');
    if (asked >= 0) return asked;
  }
  return Math.max(at - 1, 0);
}

/** The first step without what a finished record must have, or null. With a no to "use" nothing is missing. */
export function firstGap(view: CaptureView<unknown>, body: unknown, consent: Consent | null): HostStep | null {
  if (consent?.answers.use === 'no') return null;
  for (const step of hostSteps(view)) {
    if (step.type === 'kind' && step.step.ready?.(body) === false) return step;
    if (step.type === 'consent' && (view.mustAsk ?? []).some((layer) => consent?.answers[layer] === undefined)) {
      return step;
    }
  }
  return null;
}
