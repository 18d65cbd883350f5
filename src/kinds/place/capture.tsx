import { FACT_FOLDS, factSteps } from '../facts-steps.tsx';
import type { CaptureView } from '../views.ts';
import { blankPlace, hasSetting, mayKeep, type PlaceDraft } from './draft.ts';
import { GradeStep, NameStep, SettingStep, TypeStep, WhereStep } from './first-steps.tsx';
import { LinksStep, PhotoStep, SaidStep, SizeStep, SourceStep, StatusStep } from './further-steps.tsx';
import { placeWords } from './words.ts';

export const needs = ['place-parts'];

/** How closely it may be shown comes before its name, and where it is has a screen that nobody sees before both. */
export const capture: CaptureView<PlaceDraft> = {
  blank: blankPlace,
  mayKeep,
  placeWords,
  steps: [
    { id: 'type', View: TypeStep, ready: (entry) => entry.type !== undefined },
    { id: 'setting', View: SettingStep, when: hasSetting },
    { id: 'grade', View: GradeStep, ready: (entry) => entry.grade !== undefined },
    { id: 'name', View: NameStep, ready: (entry) => entry.name.trim() !== '' },
    { id: 'where', View: WhereStep },
    { id: 'said', View: SaidStep },
    { id: 'source', View: SourceStep },
    { id: 'photo', View: PhotoStep },
    { id: 'status', View: StatusStep, empty: (entry) => entry.status === null },
    ...factSteps<PlaceDraft>(),
    { id: 'size', View: SizeStep, empty: (entry) => entry.size === null },
    { id: 'links', View: LinksStep, empty: (entry) => entry.links.length === 0 },
  ],
  together: [
    [
      { step: 'type', as: 'bare' },
      { step: 'setting', as: 'heading' },
      { step: 'grade', as: 'heading' },
      { step: 'name', as: 'bare' },
    ],
    [{ step: 'where', as: 'bare' }],
    [
      { step: 'said', as: 'bare' },
      { step: 'source', as: 'heading' },
      { step: 'photo', as: 'fold' },
      { step: 'status', as: 'fold' },
      ...FACT_FOLDS,
      { step: 'size', as: 'fold' },
      { step: 'links', as: 'fold' },
    ],
  ],
  consentLayers: ['use', 'voice', 'photo'],
  // Somebody who opens doors is a person, and asked before they are written down; a building is not.
  asks: (entry) => (entry.type === 'gatekeeper' ? ['use', 'voice', 'photo'] : []),
  enoughAfter: 'where',
};
