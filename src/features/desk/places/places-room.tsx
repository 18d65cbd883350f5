import { useEffect, useRef, useState } from 'preact/hooks';
import { placesPath, type PlacesView } from '../place.ts';
import { lazyRoom } from '../surveys/lazy-room.tsx';
import { EVERYTHING, type PlaceFilter } from './narrow.ts';
import { PlaceList } from './place-list.tsx';
import './places.css';

const WORDS = ['places', 'map', 'kind-place', 'kind-map-note'];
const OnePlace = lazyRoom(async () => (await import('./one-place.tsx')).OnePlace, [...WORDS, 'desk-ladder']);
const Coverage = lazyRoom(async () => (await import('./coverage-page.tsx')).CoveragePage, WORDS);
const News = lazyRoom(async () => (await import('./news-page.tsx')).NewsPage, [...WORDS, 'desk-place-news']);
const Same = lazyRoom(async () => (await import('./same-page.tsx')).SamePage, WORDS);
const Files = lazyRoom(async () => (await import('./files-page.tsx')).FilesPage, WORDS);
const Profile = lazyRoom(async () => (await import('./profile-page.tsx')).ProfilePage, [...WORDS, 'desk-ladder']);

/** The directory of places, groups, networks, communities and people who open doors. */
export function PlacesRoom({ view }: { view: PlacesView }) {
  // Kept while one looks at an entry and comes back.
  const [filter, setFilter] = useState<PlaceFilter>(EVERYTHING);
  const path = placesPath(view);
  const last = useRef(path);
  // From one part to another the page begins anew: at its top, and for the keyboard too.
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    const main = document.getElementById('main');
    main?.focus();
    main?.scrollTo(0, 0);
    globalThis.scrollTo(0, 0);
  }, [path]);
  switch (view.show) {
    case 'one':
      return <OnePlace key={view.entryId} entryId={view.entryId} />;
    case 'profile':
      return <Profile key={view.entryId} entryId={view.entryId} />;
    case 'coverage':
      return <Coverage />;
    case 'news':
      return <News />;
    case 'same':
      return <Same />;
    case 'files':
      return <Files />;
    case 'list':
      return <PlaceList filter={filter} onFilter={setFilter} />;
  }
}
