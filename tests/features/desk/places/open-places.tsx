import { render } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import type { MemoryDesk } from '../../../../src/adapters/memory/desk-client.ts';
import type { MemoryPlaces } from '../../../../src/adapters/memory/places-client.ts';
import type { InboxDetail } from '../../../../src/domain/desk.ts';
import { Desk } from '../../../../src/features/desk/desk.tsx';
import { anOrganisation, aNote } from '../memory-organisation.ts';

/** Something was promised to Elm Tree, and is owed. */
export const aPromise = (): InboxDetail =>
  aNote(1, { lane: 'promises', headline: 'Bring the answer', groupName: 'Elm Tree', placeName: null });

/** The desk at this path of its places, with what is known there; Amina, who may do everything, has signed in. */
export function openPlaces(
  path: string,
  known: Partial<MemoryPlaces>,
  { details = [], who = 'amina' }: { details?: InboxDetail[]; who?: string } = {},
): MemoryDesk {
  const desk = anOrganisation(details);
  Object.assign(desk.state.places, known);
  desk.enter(who);
  window.history.replaceState(null, '', `/desk/places${path}`);
  render(
    <LocationProvider>
      <Desk client={desk.client} />
    </LocationProvider>,
  );
  return desk;
}
