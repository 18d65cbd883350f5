import type { PlacesView } from '../place.ts';
import { lazyRoom } from '../surveys/lazy-room.tsx';
import { PlaceList } from './place-list.tsx';
import './places.css';

const WORDS = ['places', 'map', 'kind-place', 'kind-map-note'];
const OnePlace = lazyRoom(async () => (await import('./one-place.tsx')).OnePlace, WORDS);
const Coverage = lazyRoom(async () => (await import('./coverage-page.tsx')).CoveragePage, WORDS);
const Same = lazyRoom(async () => (await import('./same-page.tsx')).SamePage, WORDS);
const Files = lazyRoom(async () => (await import('./files-page.tsx')).FilesPage, WORDS);
const Profile = lazyRoom(async () => (await import('./profile-page.tsx')).ProfilePage, WORDS);

/** The directory of places, groups, networks, communities and people who open doors. */
export function PlacesRoom({ view }: { view: PlacesView }) {
  switch (view.show) {
    case 'one':
      return <OnePlace key={view.entryId} entryId={view.entryId} />;
    case 'profile':
      return <Profile key={view.entryId} entryId={view.entryId} />;
    case 'coverage':
      return <Coverage />;
    case 'same':
      return <Same />;
    case 'files':
      return <Files />;
    case 'list':
      return <PlaceList />;
  }
}
