import type { Specimens } from '../specimen.ts';
import { BETTER_PICTURES } from './better-now.ts';
import { ENTRY_PICTURES } from './entry-types.ts';
import { FEELING_PICTURES } from './feelings.ts';
import { KIND_PICTURES } from './kinds.ts';
import { NOTE_PICTURES } from './note-kinds.ts';
import { Picture } from './picture.tsx';
import { SetPicture } from './set-picture.tsx';
import { PICTURE_NAMES } from './set.ts';
import { SCENES } from './scenes.ts';
import { URGENCY_PICTURES } from './urgencies.ts';
import { VOICE_PICTURES } from './voices.ts';
import type { Art } from './strokes.ts';
import './specimens.css';

const show = (pictures: Readonly<Record<string, Art>>) => () => (
  <ul class="picture-specimens">
    {Object.entries(pictures).map(([name, art]) => (
      <li key={name} class="picture-specimens__one">
        <Picture art={art} alt="" />
        <code lang="en" dir="ltr">
          {name}
        </code>
      </li>
    ))}
  </ul>
);

const showSet = () => (
  <ul class="picture-specimens">
    {PICTURE_NAMES.map((name) => (
      <li key={name} class="picture-specimens__one">
        <SetPicture name={name} alt="" />
        <code lang="en" dir="ltr">
          {name}
        </code>
      </li>
    ))}
  </ul>
);

export const specimens: Specimens = {
  kinds: show(KIND_PICTURES),
  feelings: show(FEELING_PICTURES),
  urgencies: show(URGENCY_PICTURES),
  voices: show(VOICE_PICTURES),
  notes: show(NOTE_PICTURES),
  better: show(BETTER_PICTURES),
  entries: show(ENTRY_PICTURES),
  scenes: show(SCENES),
  set: showSet,
};
