import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Unlock } from './screens.ts';
import { useSession } from './session.ts';

/** The lock stands where the screen would. Who comes back finds the same screen; somebody else begins at home. */
export function BehindLock(props: { children: ComponentChildren }): VNode {
  const { vault } = useSession();
  const { route, path } = useLocation();
  const before = useRef<string | null>(null);
  const actorId = vault?.actorId ?? null;
  useEffect(() => {
    if (actorId === null) return;
    if (before.current !== null && before.current !== actorId && path !== '/home') route('/home', true);
    before.current = actorId;
  }, [actorId, path, route]);
  if (vault === null) return <Unlock onOpen={() => undefined} />;
  if (before.current !== null && before.current !== actorId) return <div class="starting" />;
  return <>{props.children}</>;
}
