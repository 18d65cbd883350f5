import type { RefObject, VNode } from 'preact';
import { useScanning } from './use-scanning.ts';
import type { Ways } from '../../surveys/answering.ts';
import './scan-ring.css';

/** The ring that goes round what a switch would choose now. */
export function ScanRing({ root, ways }: { root: RefObject<HTMLElement | null>; ways: Ways }): VNode {
  const ring = useScanning(root, ways);
  return <div class="scan-ring" ref={ring} aria-hidden="true" />;
}
