import { LISTS } from '../../domain/lists/lists.ts';
import type { EntryType, NoteKind } from '../../domain/place.ts';
import type { IconName } from '../../ui/icon/shapes.ts';

/** The sign of each kind of thing on a map and in lists, beside its word and never in its stead. */
export const SIGNS: Readonly<Record<EntryType | NoteKind, IconName>> = {
  venue: 'place',
  group: 'people',
  network: 'link',
  community: 'home',
  gatekeeper: 'key',
  strength: 'heart',
  'trusted-place': 'shield',
  service: 'information',
  barrier: 'no-thanks',
  hazard: 'warning',
  need: 'need',
  'how-to-find': 'flag',
  seen: 'clock',
};

/** `lists:` key of the words for it. */
export function kindKey(type: EntryType | NoteKind): string {
  return `lists:${LISTS.entryTypes.some((one) => one === type) ? 'entryTypes' : 'noteKinds'}.${type}`;
}
