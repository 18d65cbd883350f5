import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { MapScreen } from './map-screen.tsx';
import { MapsScreen } from './maps-screen.tsx';
import { NetworksScreen } from './networks-screen.tsx';
import { PlaceScreen } from './place-screen.tsx';
import { PlacesScreen } from './places-screen.tsx';

/** `/places` is the list, `/places/<id>` one entry; three words that are no ids are the other screens. */
export function PlacesPage(): VNode {
  const { at } = useRoute().params;
  if (at === undefined || at === '') return <PlacesScreen />;
  if (at === 'map') return <MapScreen />;
  if (at === 'maps') return <MapsScreen />;
  if (at === 'networks') return <NetworksScreen />;
  return <PlaceScreen key={at} entryId={at} />;
}
