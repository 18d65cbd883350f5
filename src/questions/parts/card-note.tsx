import type { ComponentChildren, VNode } from 'preact';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import './card-note.css';

/** A line under the cards that comes when something needs saying, seen and spoken. Empty, it takes no room. */
export function CardNote({ children }: { children: ComponentChildren }): VNode {
  return (
    <LiveRegion visible>
      {children !== null && (
        <p class="card-note">
          <Icon name="information" />
          <span>{children}</span>
        </p>
      )}
    </LiveRegion>
  );
}
