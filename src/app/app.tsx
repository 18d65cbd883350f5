import type { ComponentType, VNode } from 'preact';
import { LocationProvider, useLocation } from 'preact-iso';
import { LastResort } from './last-resort.tsx';
import type { Boot } from './tablet-boot.ts';
import { TabletRoot } from './tablet-root.tsx';
import type { Updates } from './updates.ts';

export interface AppParts {
  readonly boot: Boot;
  readonly updates: Updates;
  readonly version: string;
  /** The staff desk, for every address under /desk: it opens none of the tablet's stores. */
  readonly Desk: ComponentType;
  readonly Gallery: ComponentType;
}

export function App(props: AppParts): VNode {
  return (
    <LastResort rescue={null}>
      <LocationProvider>
        <Place {...props} />
      </LocationProvider>
    </LastResort>
  );
}

function Place(props: AppParts): VNode {
  const { path } = useLocation();
  if (path === '/desk' || path.startsWith('/desk/')) return <props.Desk />;
  if (path === '/gallery') return <props.Gallery />;
  return <TabletRoot boot={props.boot} updates={props.updates} version={props.version} />;
}
