import { SetPicture } from '../../../ui/pictures/set-picture.tsx';
import type { PictureName } from '../../../ui/pictures/set.ts';
import { isPictureName } from '../../../ui/pictures/set.ts';
import type { QuestionTypeName } from '../../../questions/registry.ts';

interface Look {
  readonly pictures: readonly PictureName[];
  /** Which of them wear the mark of a choice. */
  readonly chosen?: readonly number[];
  readonly rows?: 'two';
}

/** What a question of each type looks like to the person who answers, in a few pictures. */
const LOOKS: Readonly<Record<QuestionTypeName, Look>> = {
  'yes-no': { pictures: ['yes', 'no'], chosen: [0] },
  'choose-one': { pictures: ['doctor', 'chemist', 'hospital', 'dentist'], chosen: [1], rows: 'two' },
  'choose-some': {
    pictures: ['barrier-phone', 'barrier-forms', 'barrier-far', 'barrier-time'],
    chosen: [0, 2],
    rows: 'two',
  },
  'faces-three': { pictures: ['face3-good', 'face3-ok', 'face3-not-good'] },
  'faces-five': { pictures: ['face-very-good', 'face-good', 'face-neutral', 'face-poor', 'face-very-poor'] },
  amount: { pictures: ['glass-empty', 'glass-low', 'glass-half', 'glass-full'] },
  'how-often': { pictures: ['dots-never', 'dots-sometimes', 'dots-often'] },
  'sort-piles': { pictures: ['pile-lot', 'pile-bit', 'pile-no'] },
  'rank-three': { pictures: ['badge-1', 'badge-2', 'badge-3'] },
  tokens: { pictures: ['token', 'token', 'token', 'token', 'token', 'token'], rows: 'two' },
  statements: { pictures: ['who-me', 'face3-good', 'face3-ok', 'face3-not-good'] },
  number: { pictures: ['clocks-many'] },
  'short-words': { pictures: ['speech-write', 'speech-voice'] },
  'voice-answer': { pictures: ['consent-voice'] },
  'photo-of-thing': { pictures: ['consent-photo'] },
  'tap-picture': { pictures: ['scene-body'] },
  place: { pictures: ['signpost'] },
  journey: { pictures: ['closed-door', 'waited-long', 'doctor-patient'] },
  'info-card': { pictures: ['purpose'] },
};

export function TypeLook({ type }: { type: QuestionTypeName }) {
  const { pictures, chosen = [], rows } = LOOKS[type];
  return (
    <span class={`type-look${rows === 'two' ? ' type-look--two' : ''}`} aria-hidden="true">
      {pictures.filter(isPictureName).map((name, index) => (
        <span key={index} class={`type-look__one${chosen.includes(index) ? ' type-look__one--chosen' : ''}`}>
          <SetPicture name={name} alt="" />
        </span>
      ))}
    </span>
  );
}
