import type { VNode } from 'preact';
import { Icon } from '../../ui/icon/icon.tsx';
import { LABEL_REM, type Label } from '../labels/label.ts';
import type { MapMark } from '../map-props.ts';
import { project, type View } from '../view.ts';
import type { Cluster } from './cluster.ts';
import { SIGNS } from './signs.ts';

/** A mark on its own, or several that would lie on one another. */
export interface ShownCluster extends Cluster {
  /** Of the one, where it is one. */
  readonly mark: MapMark | null;
  /** What a screen reader says of it. */
  readonly words: string;
  readonly number: string;
}

export interface OverlayProps {
  readonly view: View;
  readonly labels: readonly Label[];
  readonly clusters: readonly ShownCluster[];
  /** Names beside marks, by mark. */
  readonly named: ReadonlySet<string>;
  /** null: they are to be seen and not to be touched. */
  readonly onOpen: ((cluster: ShownCluster) => void) | null;
}

/** Names and marks over the drawn ground: text of the page, so that every script is shaped right, and real buttons. */
export function Overlay({ view, labels, clusters, named, onOpen }: OverlayProps): VNode {
  const at = (spot: Parameters<typeof project>[0]) => {
    const { x, y } = project(spot, view.zoom);
    return { transform: `translate(${Math.round(x - view.x)}px, ${Math.round(y - view.y)}px)` };
  };
  return (
    <>
      {labels.map((label) => (
        <span key={label.key} class={`map-label map-label--${label.rank}`} style={at(label.at)} aria-hidden="true">
          <span
            class="map-label__words"
            style={{ fontSize: `${LABEL_REM[label.rank]}em` }}
            lang={label.lang}
            dir="auto"
          >
            {label.text}
          </span>
        </span>
      ))}
      {clusters.map((cluster) => {
        const { mark } = cluster;
        const tone = mark?.tone ?? 'plain';
        return (
          <span key={cluster.key} class="map-spot" style={at(cluster.at)}>
            <button
              class={mark === null ? 'map-mark map-mark--many' : `map-mark map-mark--${tone}`}
              type="button"
              tabIndex={-1}
              aria-label={cluster.words}
              disabled={onOpen === null}
              onClick={() => onOpen?.(cluster)}
            >
              {mark === null ? (
                <span class="map-mark__number">{cluster.number}</span>
              ) : (
                <Icon name={SIGNS[mark.type]} />
              )}
            </button>
            {mark !== null && named.has(mark.id) && (
              <span class="map-spot__name" dir="auto" aria-hidden="true">
                {mark.name}
              </span>
            )}
          </span>
        );
      })}
    </>
  );
}
