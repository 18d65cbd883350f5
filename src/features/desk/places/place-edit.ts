import type { PlaceDraft } from '../../../domain/desk-places.ts';
import type { PlaceLink } from '../../../domain/place.ts';
import type { OtherEdit } from './other-edit.tsx';

/** A link that is being chosen: it is one as soon as it leads somewhere. */
export interface ChosenLink {
  /** Empty while nobody is chosen. */
  readonly to: string;
  readonly how: PlaceLink['how'];
}

/** An edit under way: what it began from, how it stands, and what somebody else kept meanwhile. */
export interface PlaceEdit {
  /** The state of the entry that it began from: whatever was kept since is looked at before this is. 0 for a new one. */
  readonly rev: number;
  readonly before: PlaceDraft;
  readonly draft: PlaceDraft;
  readonly link: ChosenLink;
  readonly other: OtherEdit | null;
}

export function beginEdit(rev: number, before: PlaceDraft): PlaceEdit {
  return { rev, before, draft: before, link: { to: '', how: 'meets-at' }, other: null };
}

/** Whether leaving it would lose something. */
export function isChanged({ before, draft, link }: PlaceEdit): boolean {
  return link.to !== '' || JSON.stringify(draft) !== JSON.stringify(before);
}

/** With the link that is chosen among the others. */
export function withLink(edit: PlaceEdit): PlaceEdit {
  const { draft, link } = edit;
  if (link.to === '') return edit;
  const others = draft.links.filter(({ to, how }) => to !== link.to || how !== link.how);
  return { ...edit, draft: { ...draft, links: [...others, link] }, link: { ...link, to: '' } };
}
