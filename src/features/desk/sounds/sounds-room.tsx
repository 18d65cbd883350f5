import { lazyRoom } from '../surveys/lazy-room.tsx';

/** Sounds of the app's own words. The studio reads every text of a language: it is fetched when it is first opened. */
export const SoundsRoom = lazyRoom(async () => (await import('./studio.tsx')).Studio, []);
