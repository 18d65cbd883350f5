import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * For a bar that sticks over the page: what the keyboard is at is pushed clear of it, however many lines its words take in
 * this language. Give the ref to the bar; `base.css` reads what is measured.
 */
export function useKeepClear(edge: 'top' | 'bottom'): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = bar.current;
    if (shown === null || typeof ResizeObserver === 'undefined') return undefined;
    const root = document.documentElement;
    const measure = (): void => {
      const style = getComputedStyle(shown);
      const inset = Number.parseFloat(edge === 'top' ? style.top : style.bottom);
      const covers = style.position === 'sticky' ? shown.offsetHeight + (Number.isNaN(inset) ? 0 : inset) : 0;
      root.style.setProperty(`--bar-${edge}`, `${covers}px`);
    };
    const watch = new ResizeObserver(measure);
    watch.observe(shown);
    return () => {
      watch.disconnect();
      root.style.removeProperty(`--bar-${edge}`);
    };
  }, [edge]);
  return bar;
}
