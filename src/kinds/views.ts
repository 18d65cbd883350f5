import type { ComponentType } from 'preact';
import type { ConsentLayer } from '../domain/consent.ts';
import type { MediaRole } from '../domain/envelope.ts';

/**
 * What a kind's folder offers beside its schema:
 *   capture.tsx   exports `capture: CaptureView<Body>`
 *   summary.tsx   exports `Summary: ComponentType<SummaryProps<Body>>`
 *   specimens.ts  exports `specimens: Record<string, Body>`
 * Found by name: adding a kind edits one line of `registry.ts` and nothing here.
 */

/** A photo or voice note attached to the draft. */
export interface AttachedMedia {
  readonly id: string;
  readonly role: MediaRole;
  readonly caption: string;
  readonly durationMs: number | null;
  /** Object URL for looking or listening while the draft is open, or null while it loads. */
  readonly url: string | null;
}

/** What the capture screen lends to a step: media are kept by the screen, never by the kind. */
export interface CaptureMedia {
  readonly attached: readonly AttachedMedia[];
  /** Parts ready to be placed: they record, show, caption and remove, and say plainly when they cannot. */
  readonly VoiceNotes: ComponentType<{ label: string }>;
  readonly PhotosOfThings: ComponentType<{ label: string }>;
}

export interface StepProps<Body> {
  readonly value: Body;
  /** Kept on the tablet before the next screen shows. */
  readonly onChange: (next: Body) => void;
  readonly media: CaptureMedia;
  /** What the record started from; `today` is for dates that follow from an answer. */
  readonly context: BlankContext;
}

export interface CaptureStep<Body> {
  /** Key of its heading in `kind-<name>.json`: `steps.<id>`. */
  readonly id: string;
  readonly View: ComponentType<StepProps<Body>>;
  /**
   * Whether this step has what a finished record must have. A step without it may always be passed. While it is not
   * ready, `needed.<id>` of `kind-<name>.json` says what to do.
   */
  readonly ready?: (value: Body) => boolean;
  /** Whether there is nothing in it yet: folded away under another step, it opens when there is something. */
  readonly empty?: (value: Body) => boolean;
}

/** How a step stands on a screen it shares: under its heading, with its own words alone, or folded away. */
export interface SharedStep {
  readonly step: string;
  readonly as: 'heading' | 'bare' | 'fold';
}

/** What a blank record starts from. */
export interface BlankContext {
  readonly language: string;
  readonly groupName: string;
  readonly workerName: string;
  /** Local calendar date, YYYY-MM-DD. */
  readonly today: string;
  /** Wall clock, ISO 8601. */
  readonly now: string;
  /** When the visit that is going on began, ISO 8601, or null without one. */
  readonly visitStartedAt: string | null;
}

/**
 * A kind's own half of the capture screen. `Body` may be a looser type than the schema's: a draft has gaps that a
 * finished record may not have.
 */
export interface CaptureView<Body> {
  readonly blank: (context: BlankContext) => Body;
  readonly steps: readonly CaptureStep<Body>[];
  /** Layers asked for before this kind can be finished, in this order; none for a tally or a visit. */
  readonly consentLayers: readonly ConsentLayer[];
  /** Layers that must have been asked before this kind is finished. Any answer will do. */
  readonly mustAsk?: readonly ConsentLayer[];
  /** One screen for everything, consent beneath it, and no "check what you said". For what must be quick. */
  readonly brief?: boolean;
  /**
   * In standard reading these steps share a screen, which has the heading of the first of them. Easy reading keeps one
   * step to a screen. The first screen also asks whether one may listen.
   */
  readonly together?: readonly (readonly SharedStep[])[];
  /** Id of the step before which consent is asked; after the last step when it is absent. */
  readonly consentBefore?: string;
  /** How to reach the person: shown after a yes to "hear back", forgotten after a no. */
  readonly hearBack?: {
    readonly View: ComponentType<StepProps<Body>>;
    readonly forget: (value: Body) => Body;
  };
}

export interface SummaryProps<Body> {
  readonly body: Body;
}

const captures = import.meta.glob<{ capture: CaptureView<unknown> }>('./*/capture.tsx');
const summaries = import.meta.glob<{ Summary: ComponentType<SummaryProps<unknown>> }>('./*/summary.tsx');

/** null when the kind has no capture screen of its own (a withdrawal). */
export async function loadCapture(kind: string): Promise<CaptureView<unknown> | null> {
  const load = captures[`./${kind}/capture.tsx`];
  return load === undefined ? null : (await load()).capture;
}

export async function loadSummary(kind: string): Promise<ComponentType<SummaryProps<unknown>> | null> {
  const load = summaries[`./${kind}/summary.tsx`];
  return load === undefined ? null : (await load()).Summary;
}
