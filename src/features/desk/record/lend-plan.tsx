import type { ComponentChildren, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MediaState } from '../../../domain/desk.ts';
import { PlacesLender, type PlacesLent } from '../../../kinds/lent-places.ts';
import { Plan } from '../../../record-parts/place/plan.tsx';

/** Lends a note about a place its plan, drawn over its own photo where that is here. */
export function LendPlan(props: { media: readonly MediaState[]; children: ComponentChildren }): VNode {
  const { media } = props;
  const lent = useMemo<PlacesLent>(
    () => ({
      nameOf: () => null,
      Plan: ({ sheet, children }) => (
        <Plan sheet={sheet} photoUrl={media.find(({ id }) => id === sheet.photo)?.url ?? null}>
          {children}
        </Plan>
      ),
    }),
    [media],
  );
  return <PlacesLender value={lent}>{props.children}</PlacesLender>;
}
