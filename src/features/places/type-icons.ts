import type { EntryType } from '../../domain/place.ts';
import type { IconName } from '../../ui/icon/shapes.ts';

/** The sign of each type of entry, beside its word and never in its stead. */
export const TYPE_ICONS: Readonly<Record<EntryType, IconName>> = {
  venue: 'place',
  group: 'people',
  network: 'link',
  community: 'home',
  gatekeeper: 'key',
};
