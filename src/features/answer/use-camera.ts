import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';

/**
 * Whether the device's own camera or file dialogue was opened from in here and stands in front of the app: the page is
 * out of sight then, and nobody has gone.
 */
export function useCamera(): { place: (element: HTMLElement | null) => void; inFront: () => boolean } {
  const { tablet } = useServices();
  const [element, place] = useState<HTMLElement | null>(null);
  const front = useRef(false);
  useEffect(() => {
    if (element === null) return undefined;
    const opened = (event: Event): void => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') front.current = true;
    };
    const back = (): void => {
      front.current = false;
    };
    element.addEventListener('click', opened);
    element.addEventListener('change', back);
    element.addEventListener('cancel', back, true);
    // Whoever else hears of being seen again finds it still in front.
    const stop = tablet.subscribe((event) => {
      if (event === 'shown') setTimeout(back);
    });
    return () => {
      element.removeEventListener('click', opened);
      element.removeEventListener('change', back);
      element.removeEventListener('cancel', back, true);
      stop();
    };
  }, [element, tablet]);
  return useMemo(() => ({ place, inFront: () => front.current }), []);
}
