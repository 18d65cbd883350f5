import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Ways } from '../../surveys/answering.ts';
import { ScanRing } from './scan-ring.tsx';

/** A screen beside the player's, such as the cover: whoever works the player by a switch works this one by it as well. */
export function Scanned(props: { ways: Ways | undefined; children: ComponentChildren }): VNode {
  const root = useRef<HTMLDivElement>(null);
  const { ways } = props;
  return (
    <div class="scanned" ref={root}>
      {props.children}
      {ways !== undefined && ways.scan !== null && <ScanRing root={root} ways={ways} />}
    </div>
  );
}
