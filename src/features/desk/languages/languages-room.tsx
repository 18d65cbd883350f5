import { lazyRoom } from '../surveys/lazy-room.tsx';

/** How far each language has come. The figures of every text come with it: it is fetched when it is first opened. */
export const LanguagesRoom = lazyRoom(async () => (await import('./standing-page.tsx')).StandingPage, []);
