import { SCENES } from './scenes.ts';
import type { Art } from './strokes.ts';

/** A picture for each thing somebody may need now. */
export const NEED_PICTURES = {
  'see-doctor': SCENES.doctor,
  'register-doctor': SCENES.desk,
  medicine: SCENES.medicine,
  'mental-health': SCENES.mind,
  'pregnancy-baby': SCENES.baby,
  dentist: SCENES.tooth,
  housing: SCENES.house,
  'damp-cold': SCENES.damp,
  'water-toilets': SCENES.tap,
  'food-money': SCENES.bread,
  forms: SCENES.form,
  interpreter: SCENES.languages,
  safety: SCENES.shield,
  transport: SCENES.bus,
  school: SCENES.school,
  'someone-to-talk': SCENES.talk,
  other: SCENES.anything,
} satisfies Record<string, Art>;
