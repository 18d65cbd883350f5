import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { Sheet } from '../../domain/place.ts';
import { PlacesLender, type PlacesLent } from '../../kinds/lent-places.ts';
import { useEntries } from '../../record-parts/place/entries.ts';
import { Plan } from '../../record-parts/place/plan.tsx';
import { useRecordHold } from '../../record-parts/record-hold.ts';

const ABOUT_PLACES: readonly string[] = ['map-note', 'place'];

/** Lends the summary of a record about places the names of the directory and its plan. Others are shown as they are. */
export function LendPlaces(props: { kind: string; children: ComponentChildren }): VNode {
  return ABOUT_PLACES.includes(props.kind) ? <Lending>{props.children}</Lending> : <>{props.children}</>;
}

function Lending(props: { children: ComponentChildren }): VNode {
  const entries = useEntries();
  const { urls } = useRecordHold();
  const Drawn = useCallback(
    ({ sheet, children }: { sheet: Sheet; children: ComponentChildren }) => (
      <Plan sheet={sheet} photoUrl={sheet.photo === null ? null : (urls.get(sheet.photo) ?? null)}>
        {children}
      </Plan>
    ),
    [urls],
  );
  const lent = useMemo<PlacesLent>(
    () => ({ nameOf: (id) => entries?.find(({ entryId }) => entryId === id)?.name ?? null, Plan: Drawn }),
    [entries, Drawn],
  );
  return <PlacesLender value={lent}>{props.children}</PlacesLender>;
}
