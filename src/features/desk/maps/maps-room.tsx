import { lazyRoom } from '../surveys/lazy-room.tsx';

/** Base maps for tablets: fetched when it is first opened. */
export const MapsRoom = lazyRoom(async () => (await import('./maps-page.tsx')).MapsPage, ['desk-maps']);
