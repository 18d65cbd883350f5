import type { VNode } from 'preact';
import type { LooksLike } from '../domain/looks-personal.ts';
import { useText } from './use-text.tsx';

/** What the writer is asked about a piece of what they wrote, and what stands there when it is taken out. */
export interface PersonalTexts {
  asks(looksLike: LooksLike): VNode;
  instead(looksLike: LooksLike): string;
}

/** The words are those of `common` and of `lists`, which whoever writes has by then. */
export function usePersonalTexts(): PersonalTexts {
  const t = useText('common');
  // Home carries `common`, and nobody writes there.
  const l = useText('lists');
  return {
    asks: (looksLike) => (looksLike === 'position' ? l.el('personal.position') : t.el(`personal.${looksLike}`)),
    instead: (looksLike) => t(`personal.instead.${looksLike === 'position' ? 'postcode' : looksLike}`),
  };
}
