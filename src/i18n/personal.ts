import type { VNode } from 'preact';
import type { LooksLike } from '../domain/looks-personal.ts';
import { useText } from './use-text.tsx';

/** What the writer is asked about a piece of what they wrote, and what stands there when it is taken out. */
export interface PersonalTexts {
  asks(looksLike: LooksLike): VNode;
  instead(looksLike: LooksLike): string;
}

/** Needs `common` and `lists`, which every screen has that people write on. */
export function usePersonalTexts(): PersonalTexts {
  const t = useText('common');
  return {
    // Home carries `common`, and nobody writes there.
    asks: (looksLike) => t.el(looksLike === 'position' ? 'lists:personal.position' : `personal.${looksLike}`),
    instead: (looksLike) => t(`personal.instead.${looksLike === 'position' ? 'postcode' : looksLike}`),
  };
}
