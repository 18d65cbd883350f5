import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { PlaceScreen } from './place-screen.tsx';
import { PlacesScreen } from './places-screen.tsx';

/** `/places` is the list, `/places/<id>` one entry. */
export function PlacesPage(): VNode {
  const { at } = useRoute().params;
  if (at === undefined || at === '') return <PlacesScreen />;
  return <PlaceScreen key={at} entryId={at} />;
}
