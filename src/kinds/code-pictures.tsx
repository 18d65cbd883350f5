import type { VNode } from 'preact';
import type { ListName } from '../domain/lists/lists.ts';
import { BETTER_PICTURES } from '../ui/pictures/better-now.ts';
import { ENTRY_PICTURES } from '../ui/pictures/entry-types.ts';
import { FEELING_PICTURES } from '../ui/pictures/feelings.ts';
import { NEED_PICTURES } from '../ui/pictures/needs.ts';
import { NOTE_PICTURES } from '../ui/pictures/note-kinds.ts';
import { Picture } from '../ui/pictures/picture.tsx';
import type { Art } from '../ui/pictures/strokes.ts';
import { THEME_PICTURES } from '../ui/pictures/themes.ts';
import { URGENCY_PICTURES } from '../ui/pictures/urgencies.ts';
import { VOICE_PICTURES } from '../ui/pictures/voices.ts';

const DRAWN: Partial<Record<ListName, Readonly<Record<string, Art>>>> = {
  betterNow: BETTER_PICTURES,
  entryTypes: ENTRY_PICTURES,
  feelings: FEELING_PICTURES,
  needs: NEED_PICTURES,
  noteKinds: NOTE_PICTURES,
  themes: THEME_PICTURES,
  urgencies: URGENCY_PICTURES,
  voices: VOICE_PICTURES,
};

/** The drawing of a code, or null where there is none: the words beside it say the same, so it has no text of its own. */
export function pictureOf(list: ListName, code: string): VNode | null {
  const art = DRAWN[list]?.[code];
  return art === undefined ? null : <Picture art={art} alt="" />;
}
