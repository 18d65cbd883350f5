import type { ComponentChildren, ComponentType } from 'preact';
import type { ConsentLayer } from '../domain/consent.ts';
import type { DirectoryEntry, Observation } from '../domain/directory.ts';
import type { MediaRole } from '../domain/envelope.ts';
import type { LooksLike } from '../domain/looks-personal.ts';
import type { EntryType, Sheet, Where } from '../domain/place.ts';
import type { PlaceGrade } from '../domain/record.ts';
import { loadTexts } from '../i18n/catalogue.ts';

/**
 * What a kind's folder offers beside its schema:
 *   capture.tsx   exports `capture: CaptureView<Body>`
 *   summary.tsx   exports `Summary: ComponentType<SummaryProps<Body>>`
 *   specimens.ts  exports `specimens: Record<string, Body>`
 * Views may export `needs`, names of further files of words.
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
  /** `about`: the entry the record is about, whose rule on photos is kept as the one of the visit is. */
  readonly PhotosOfThings: ComponentType<{ label: string; about?: string | null }>;
}

/** What the capture screen lends of the directory, the map and the position: a kind reads and keeps none of them itself. */
export interface CapturePlaces {
  /** A hook: every entry to choose from, this tablet's own new ones too; null while they are read. */
  readonly useEntries: () => readonly DirectoryEntry[] | null;
  /** A hook: what was told of an entry before; null while it is read, and when it is not on this tablet. */
  readonly useTold: (of: { readonly entryId: string; readonly observationId: string } | null) => Observation | null;
  /** Finds an entry by a few letters. `null` is told when somebody takes the choice back. */
  readonly PickEntry: ComponentType<{
    label: ComponentChildren;
    value: { readonly entryId: string; readonly name: string } | null;
    onChange: (entry: DirectoryEntry | null) => void;
    /** Not offered: the place itself, or what is linked already. */
    except?: readonly string[];
  }>;
  /** In words, on the map, from this tablet's position, or not said. What it tells is never finer than `grade`. */
  readonly PickWhere: ComponentType<{ grade: PlaceGrade; value: Where; onChange: (where: Where) => void }>;
  /** A plan drawn on a blank sheet or over one of the record's own photos. */
  readonly DrawSheet: ComponentType<{ value: Sheet | null; onChange: (sheet: Sheet | null) => void }>;
}

export interface StepProps<Body> {
  readonly value: Body;
  /** Kept on the tablet before the next screen shows. */
  readonly onChange: (next: Body) => void;
  readonly media: CaptureMedia;
  readonly places: CapturePlaces;
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
  /** Whether it is asked at all of such a record. Absent: always. */
  readonly when?: (value: Body) => boolean;
}

/** How a step stands on a screen it shares: under its heading, with its own words alone, or folded away. */
export interface SharedStep {
  readonly step: string;
  readonly as: 'heading' | 'bare' | 'fold';
}

/** One text of a record, and the record with other words in its place. */
export interface FreeWords<Body> {
  readonly words: string;
  /** As long as it may be, in UTF-16 units. */
  readonly most: number;
  readonly with: (words: string) => Body;
}

/** Texts that go wherever a place goes, and what in them would say more than its grade. */
export interface PlaceWords<Body> {
  /** How closely the place may be shown; undefined before that is chosen. */
  readonly grade: PlaceGrade | undefined;
  readonly tooFine: readonly LooksLike[];
  readonly words: readonly FreeWords<Body>[];
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
  /** The entry of the directory it is about: the one that was asked for, or the place of the visit. */
  readonly about: { readonly entryId: string; readonly name: string; readonly grade: PlaceGrade } | null;
  /** Id of the observation of `about` that is asked after: whether it is better now. */
  readonly answers: string | null;
  /** Of the visit that is going on: chosen when it began. */
  readonly visitGrade: PlaceGrade | null;
  /** What kind of entry was asked for. */
  readonly entryType: EntryType | null;
  /** A new random name, for what the record brings into the world. */
  readonly newId: () => string;
}

/**
 * A kind's own half of the capture screen. `Body` may be a looser type than the schema's: a draft has gaps that a
 * finished record may not have.
 */
export interface CaptureView<Body> {
  readonly blank: (context: BlankContext) => Body;
  /**
   * What may be kept of it. Every change passes through this before anything keeps it, so that two changes which cross
   * never leave what neither of them would have.
   */
  readonly mayKeep?: (value: Body) => Body;
  readonly steps: readonly CaptureStep<Body>[];
  /**
   * Its texts, where it is about a place. What in them may say more than the grade is asked about before it is finished;
   * nothing is taken out without being asked.
   */
  readonly placeWords?: (value: Body) => PlaceWords<Body>;
  /** Layers asked for before this kind can be finished, in this order; none for a tally or a visit. */
  readonly consentLayers: readonly ConsentLayer[];
  /** Those of them that such a record asks for. Absent: all. */
  readonly asks?: (value: Body) => readonly ConsentLayer[];
  /** Layers that must have been asked before this kind is finished. Any answer will do. */
  readonly mustAsk?: readonly ConsentLayer[];
  /**
   * One screen for everything, consent beneath it, and no "check what you said". For what must be quick. `standard`: in
   * standard reading only, with folds as `together` says; easy reading keeps one step to a screen.
   */
  readonly brief?: boolean | 'standard';
  /** Id of the step from which on the rest may be left out with one tap, where easy reading has a screen to each. */
  readonly enoughAfter?: string;
  /**
   * In standard reading these steps share a screen, which has the heading of the first of them. Easy reading keeps one
   * step to a screen. The first screen also asks whether one may listen.
   */
  readonly together?: readonly (readonly SharedStep[])[];
  /** Id of the step before which consent is asked; after the last step when it is absent. */
  readonly consentBefore?: string;
  /** Where such a record notes that the person needs somebody who signs; absent where it has no place for it. */
  readonly interpreter?: {
    readonly asked: (value: Body) => boolean;
    readonly ask: (value: Body) => Body;
  };
  /** How to reach the person: shown after a yes to "hear back", forgotten after a no. */
  readonly hearBack?: {
    readonly View: ComponentType<StepProps<Body>>;
    readonly forget: (value: Body) => Body;
  };
}

/** Namespaces of words that a kind's views need beside their own. */
type Needs = readonly string[];

export interface SummaryProps<Body> {
  readonly body: Body;
}

const captures = import.meta.glob<{ capture: CaptureView<unknown>; needs?: Needs }>('./*/capture.tsx');
const summaries = import.meta.glob<{ Summary: ComponentType<SummaryProps<unknown>>; needs?: Needs }>('./*/summary.tsx');

/** null when the kind has no capture screen of its own (a withdrawal). */
export async function loadCapture(kind: string): Promise<CaptureView<unknown> | null> {
  const load = captures[`./${kind}/capture.tsx`];
  if (load === undefined) return null;
  const { capture, needs } = await load();
  if (needs !== undefined) await loadTexts(needs);
  return capture;
}

export async function loadSummary(kind: string): Promise<ComponentType<SummaryProps<unknown>> | null> {
  const load = summaries[`./${kind}/summary.tsx`];
  if (load === undefined) return null;
  const { Summary, needs } = await load();
  if (needs !== undefined) await loadTexts(needs);
  return Summary;
}
