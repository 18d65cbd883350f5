import type { Consent, ConsentLayer } from '../../domain/consent.ts';
import type { MediaRole } from '../../domain/envelope.ts';
import type { CaptureStep, CaptureView } from '../../kinds/views.ts';
import { layersToAsk } from '../../record-parts/consent/answers.ts';

/** One step of a capture: the kind's own, with those that every kind has around them. */
export type HostStep =
  | { readonly type: 'talk' }
  | { readonly type: 'kind'; readonly step: CaptureStep<unknown> }
  | { readonly type: 'consent' }
  | { readonly type: 'check' };

/**
 * The steps of one kind, in order. The list depends on the kind alone, never on the answers, so that a number kept
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

/** The layers that this very record asks for, in the kind's order. */
export function layersOf(view: CaptureView<unknown>, body: unknown): readonly ConsentLayer[] {
  const asked = view.asks?.(body);
  return asked === undefined ? view.consentLayers : view.consentLayers.filter((layer) => asked.includes(layer));
}

/** What decides whether a step is asked: the record as it stands. */
export interface Standing {
  readonly body: unknown;
  readonly consent: Consent | null;
  readonly captured: ReadonlySet<MediaRole>;
}

/** Whether there is anything to ask in this step of such a record. */
export function isAsked(view: CaptureView<unknown>, step: HostStep, now: Standing): boolean {
  if (step.type === 'kind') return step.step.when?.(now.body) !== false;
  if (step.type === 'consent') return layersToAsk(layersOf(view, now.body), now.consent, now.captured).length > 0;
  return true;
}

/** The steps of one screen, as places in the list of steps, in the order they stand there. */
export type HostScreen = readonly number[];

/**
 * Which steps stand on one screen. Easy reading: one each. Standard reading: what the kind puts `together`, at the place
 * of its earliest step; whether one may listen is asked on the screen of the first question.
 */
export function hostScreens(view: CaptureView<unknown>, easy: boolean): readonly HostScreen[] {
  const steps = hostSteps(view);
  if (easy) return steps.map((_, at) => [at]);
  const placeOf = (id: string) => steps.findIndex((step) => step.type === 'kind' && step.step.id === id);
  const groups = (view.together ?? []).map((parts) => parts.map(({ step }) => placeOf(step)).filter((at) => at >= 0));
  const talk = steps.findIndex((step) => step.type === 'talk');
  if (talk >= 0) groups[0]?.unshift(talk);
  const screens: HostScreen[] = [];
  steps.forEach((_, at) => {
    const screen = groups.find((group) => group.includes(at)) ?? [at];
    if (!screens.includes(screen)) screens.push(screen);
  });
  return screens;
}

/** The screen with this step. A number from elsewhere finds the last screen. */
export function screenWith(screens: readonly HostScreen[], step: number): number {
  const at = screens.findIndex((screen) => screen.includes(step));
  return at < 0 ? screens.length - 1 : at;
}

/** After a no to "use" nothing more is asked: the next screen is the last one. */
export function screenAfter(
  steps: readonly HostStep[],
  screens: readonly HostScreen[],
  at: number,
  consent: Consent | null,
): number {
  const last = screens.length - 1;
  const asks = screens[at]?.some((step) => steps[step]?.type === 'consent') === true;
  return asks && consent?.answers.use === 'no' ? last : Math.min(at + 1, last);
}

/** Back from the last screen goes to where the person came from. */
export function screenBefore(
  steps: readonly HostStep[],
  screens: readonly HostScreen[],
  at: number,
  consent: Consent | null,
): number {
  if (at === screens.length - 1 && consent?.answers.use === 'no') {
    const asked = screens.findIndex((screen) => screen.some((step) => steps[step]?.type === 'consent'));
    if (asked >= 0) return asked;
  }
  return Math.max(at - 1, 0);
}

/** The first step without what a finished record must have, or null. With a no to "use" nothing is missing. */
export function firstGap(view: CaptureView<unknown>, body: unknown, consent: Consent | null): HostStep | null {
  if (consent?.answers.use === 'no') return null;
  for (const step of hostSteps(view)) {
    if (step.type === 'kind' && step.step.when?.(body) !== false && step.step.ready?.(body) === false) return step;
    if (step.type === 'consent' && (view.mustAsk ?? []).some((layer) => consent?.answers[layer] === undefined)) {
      return step;
    }
  }
  return null;
}
