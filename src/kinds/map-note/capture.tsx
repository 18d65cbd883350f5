import { FACT_FOLDS, factSteps } from '../facts-steps.tsx';
import { isTold } from '../source-fields.tsx';
import type { CaptureView } from '../views.ts';
import { BetterStep } from './better-step.tsx';
import { blankNote, isAnswer, mayKeep, type MapNoteDraft } from './draft.ts';
import { LinkStep, PhotoStep, StatusStep, ThemesStep, WhereStep } from './further-steps.tsx';
import { placeWords } from './words.ts';
import { AboutStep, GradeStep, KindStep, SaidStep, ShareStep, SourceStep } from './word-steps.tsx';

export const needs = ['place-parts'];

/** What is asked of something new; a note on whether something is better now has its own question instead. */
const isNew = (note: MapNoteDraft): boolean => !isAnswer(note);

/** A picture and a sentence, saved at a caravan step; everything else is folded away until somebody has a minute. */
export const capture: CaptureView<MapNoteDraft> = {
  blank: blankNote,
  mayKeep,
  placeWords,
  steps: [
    { id: 'kind', View: KindStep, when: isNew, ready: (note) => note.kind !== undefined },
    { id: 'about', View: AboutStep, when: isNew },
    {
      id: 'grade',
      View: GradeStep,
      when: (note) => note.about === null,
      ready: (note) => note.grade !== undefined,
    },
    { id: 'better', View: BetterStep, when: isAnswer, ready: (note) => note.answers?.now !== undefined },
    { id: 'said', View: SaidStep },
    { id: 'source', View: SourceStep },
    { id: 'photo', View: PhotoStep, empty: (note) => note.sheet === null },
    { id: 'status', View: StatusStep, when: isNew, empty: (note) => note.status === null },
    ...factSteps<MapNoteDraft>().map((step) => ({ ...step, when: isNew })),
    { id: 'where', View: WhereStep, when: isNew, empty: (note) => note.where.as === 'nowhere' },
    {
      id: 'link',
      View: LinkStep,
      when: (note) => note.about !== null && isNew(note),
      empty: (note) => note.link === null,
    },
    { id: 'themes', View: ThemesStep, when: isNew, empty: (note) => note.themes.length === 0 },
    { id: 'share', View: ShareStep, empty: (note) => note.share === 'team' },
  ],
  together: [
    [
      { step: 'kind', as: 'bare' },
      { step: 'about', as: 'bare' },
      { step: 'grade', as: 'bare' },
      { step: 'better', as: 'bare' },
      { step: 'said', as: 'bare' },
      { step: 'source', as: 'heading' },
      { step: 'photo', as: 'fold' },
      { step: 'status', as: 'fold' },
      ...FACT_FOLDS,
      { step: 'where', as: 'fold' },
      { step: 'link', as: 'fold' },
      { step: 'themes', as: 'fold' },
      { step: 'share', as: 'fold' },
    ],
  ],
  consentLayers: ['use', 'voice', 'photo'],
  // What the worker saw is theirs to write down; what somebody told is not.
  asks: (note) => (isTold(note.source) ? ['use', 'voice', 'photo'] : []),
  brief: 'standard',
  enoughAfter: 'said',
};
