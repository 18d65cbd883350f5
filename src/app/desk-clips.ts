import { createBrowserRecorder } from '../adapters/browser/browser-recorder.ts';
import { createClipMaker } from '../adapters/browser/clip-maker.ts';
import { createClipPlayer } from '../adapters/browser/clip-player.ts';
import { createFilmMaker } from '../adapters/browser/film-maker.ts';
import type { ClipMaker } from '../ports/clip-maker.ts';

/** What the desk records the sounds of surveys with. */
export const deskClips = (): ClipMaker => ({
  ...createClipMaker(createBrowserRecorder(), createClipPlayer()),
  films: createFilmMaker(),
});
