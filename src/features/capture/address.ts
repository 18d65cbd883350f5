import { betterNow, entryId, entryType } from '../../domain/place.ts';
import type { Draft } from '../../tablet/drafts.ts';
import type { CaptureRequest } from './use-open-draft.ts';

/**
 * `/capture/<kind>` begins a record, `/capture/<kind>/<draft>` carries on with one, and
 * `?amends=<operation>&entity=<entity>` adds to a finished one. `/capture/map-note?about=<entry>` begins a note about an
 * entry of the directory, with `&answers=<observation>` one on whether that is better now, `/capture/place?type=<type>` a
 * new entry. null when the address is none of these.
 */
export function requestFromAddress(address: { pathname: string; search: string }): CaptureRequest | null {
  const [, room, kind, draftId] = address.pathname.split('/');
  if (room !== 'capture' || kind === undefined || kind === '') return null;
  const query = new URLSearchParams(address.search);
  const opId = query.get('amends');
  const entityId = query.get('entity');
  const about = entryId.safeParse(query.get('about'));
  const answers = betterNow.shape.observationId.safeParse(query.get('answers'));
  const type = entryType.safeParse(query.get('type'));
  return {
    kind,
    ...(draftId === undefined || draftId === '' ? {} : { draftId }),
    ...(opId === null || entityId === null ? {} : { amends: { opId, entityId } }),
    ...(about.success ? { about: about.data } : {}),
    ...(answers.success ? { answers: answers.data } : {}),
    ...(type.success ? { entryType: type.data } : {}),
  };
}

/** The address of an unfinished record. */
function addressOf(draft: { kind: string; draftId: string }): string {
  return `/capture/${draft.kind}/${draft.draftId}`;
}

/**
 * Names the open draft in the address without a new entry in the history: after a lock the same draft opens again.
 * null when it is finished: nobody can page back to it.
 */
export function nameInAddress(draft: Draft | null): void {
  if (!globalThis.location.pathname.startsWith('/capture/')) return;
  globalThis.history.replaceState(globalThis.history.state, '', draft === null ? '/home' : addressOf(draft));
}
