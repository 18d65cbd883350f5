import type { RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon/icon.tsx';
import './more-below.css';

/** Less than this out of sight is no more than the edge of something. */
const EDGE_PX = 16;

/**
 * An arrow over the lower edge while there is more below it, for who never used a tablet and does not know that a screen
 * can be pushed up: a touch shows the rest. Keys, switches and screen readers come to the rest by themselves, so it is
 * only for fingers.
 */
export function MoreBelow({ within }: { within: RefObject<HTMLElement | null> }): VNode | null {
  const [more, setMore] = useState(false);
  useEffect(() => {
    const box = within.current;
    if (box === null || typeof ResizeObserver === 'undefined') return;
    const look = (): void => setMore(box.scrollHeight - box.clientHeight - box.scrollTop > EDGE_PX);
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    for (const inside of box.children) sizes.observe(inside);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', look);
    };
  });
  if (!more) return null;
  return (
    <div class="more-below" aria-hidden="true">
      <button
        type="button"
        class="more-below__button"
        tabIndex={-1}
        onClick={() => {
          const box = within.current;
          box?.scrollBy({ top: box.clientHeight * 0.8, behavior: calm() ? 'auto' : 'smooth' });
        }}
      >
        <span class="more-below__sign">
          <Icon name="down" />
        </span>
      </button>
    </div>
  );
}

const calm = (): boolean => globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
