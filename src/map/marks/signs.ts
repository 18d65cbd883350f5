import type { EntryType, NoteKind } from '../../domain/place.ts';
import type { IconName } from '../../ui/icon/shapes.ts';

/** The sign of each kind of thing on a map. Its words are `lists:entryTypes.*` and `lists:noteKinds.*`. */
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
  return `lists:${ENTRY_TYPES.has(type) ? 'entryTypes' : 'noteKinds'}.${type}`;
}

const ENTRY_TYPES: ReadonlySet<string> = new Set(['venue', 'group', 'network', 'community', 'gatekeeper']);
