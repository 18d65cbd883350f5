import type { ComponentChildren, ComponentProps, ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Sheet } from '../../domain/place.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { SheetView } from '../../map/sheet/sheet-view.tsx';

type View = ComponentType<ComponentProps<typeof SheetView>>;

/** A plan as it was drawn. What draws it is fetched with the first one looked at; `children` until then, and without it. */
export function Plan(props: { sheet: Sheet; photoUrl: string | null; children: ComponentChildren }): VNode {
  const t = useText('place-parts');
  const [Shown, setShown] = useState<View | null>(null);
  useEffect(() => {
    let left = false;
    import('../../map/sheet/sheet-view.tsx').then(
      (loaded) => !left && setShown(() => loaded.SheetView),
      // Its words stand beneath it in any case.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, []);
  if (Shown === null) return <>{props.children}</>;
  return <Shown sheet={props.sheet} photoUrl={props.photoUrl} label={t('sheet.label')} />;
}
