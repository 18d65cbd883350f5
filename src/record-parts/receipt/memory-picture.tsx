import type { VNode } from 'preact';
import type { MemoryPicture } from './memory-pictures.ts';

/** Our own drawings: a 48 by 48 grid, thick round strokes, easy to tell apart and to say in a word. */
const DRAWINGS: Readonly<Record<MemoryPicture, string>> = {
  sun: 'M24 15a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM24 3v5M24 40v5M3 24h5M40 24h5M9 9l4 4M35 35l4 4M9 39l4-4M35 13l4-4',
  moon: 'M30 6a19 19 0 1 0 12 26A16 16 0 0 1 30 6Z',
  star: 'M24 4l6 13 14 2-10 10 2 15-12-7-12 7 2-15L4 19l14-2Z',
  tree: 'M24 44V26M24 4a11 11 0 0 1 10 15 9 9 0 0 1-5 15H19a9 9 0 0 1-5-15A11 11 0 0 1 24 4ZM16 44h16',
  leaf: 'M8 40C6 20 18 8 42 6c0 24-12 36-34 34ZM8 40 28 20',
  flower:
    'M24 22a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM24 12a6 6 0 0 0-8 9M24 12a6 6 0 0 1 8 9M16 21a6 6 0 0 0 8 5M32 21a6 6 0 0 1-8 5M24 26v18M24 40c-6 0-9-3-10-8M24 40c6 0 9-3 10-8',
  house: 'M5 24 24 7l19 17M10 20v22h28V20M20 42V30h8v12',
  boat: 'M4 32h40l-6 10H10ZM24 32V5M24 8l14 18H24M24 12 12 26h12',
  kettle: 'M12 18h22l4 24H8ZM16 18a7 7 0 0 1 14 0M23 11V7M36 26l8-6M20 7h6',
  cup: 'M8 16h26v14a12 12 0 0 1-12 12h-2A12 12 0 0 1 8 30ZM34 20h3a6 6 0 0 1 0 12h-3M16 5v5M26 5v5',
  key: 'M15 24a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM22 26 42 6M34 14l6 6M15 33h.01',
  umbrella: 'M5 26a19 19 0 0 1 38 0ZM24 26v13a5 5 0 0 0 10 0M24 3v4',
  bell: 'M10 36c4-4 4-8 4-14a10 10 0 0 1 20 0c0 6 0 10 4 14ZM20 36a4 4 0 0 0 8 0M24 6v6',
  hat: 'M4 36h40M11 36c0-16 3-24 13-24s13 8 13 24M11 29h26',
  apple: 'M24 16c-4-5-17-4-17 9 0 10 7 18 12 18 2 0 3-1 5-1s3 1 5 1c5 0 12-8 12-18 0-13-13-14-17-9ZM24 16c0-5 2-9 7-11',
  kite: 'M24 3l14 16-14 17L10 19ZM24 3v33M10 19h28M24 36c0 6-6 4-6 9',
};

/** `label` is its name in the reader's language. */
export function MemoryPictureShow(props: { picture: MemoryPicture; label: string }): VNode {
  return (
    <figure class="memory-picture">
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <path d={DRAWINGS[props.picture]} />
      </svg>
      <figcaption>{props.label}</figcaption>
    </figure>
  );
}
