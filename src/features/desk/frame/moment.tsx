import type { ComponentChildren } from 'preact';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';

/** Says that something is being fetched, to eyes and ears. */
export function Moment({ children }: { children: ComponentChildren }) {
  return (
    <div class="desk-quiet desk-moment">
      <LiveRegion visible>{children}</LiveRegion>
    </div>
  );
}
