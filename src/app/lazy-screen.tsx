import type { ComponentType, VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { loadTexts } from '../i18n/catalogue.ts';

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * A screen whose code and texts come when it is first asked for. Both lie in the field pack, so this works with no
 * signal. A failed load is thrown to the last-resort screen, which offers to try again.
 */
export function lazyScreen<Props extends object>(
  load: Load<Props>,
  namespaces: readonly string[],
): ComponentType<Props> {
  let ready: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;
  const fetch = () => {
    loading ??= Promise.all([load(), loadTexts(namespaces)])
      .then(([screen]) => (ready = screen))
      .finally(() => {
        loading = null;
      });
    return loading;
  };
  return function LazyScreen(props: Props): VNode | null {
    const [, again] = useState(0);
    const [failed, setFailed] = useState<unknown>(null);
    // Asked for before the empty screen is painted: a slow tablet takes a while over that.
    useLayoutEffect(() => {
      let here = true;
      if (ready === null) {
        fetch().then(
          () => here && again((n) => n + 1),
          (thrown: unknown) => here && setFailed(thrown ?? new Error('the screen could not be loaded')),
        );
      }
      return () => {
        here = false;
      };
    }, []);
    if (failed !== null) throw failed;
    if (ready === null) return null;
    const Screen = ready;
    return <Screen {...props} />;
  };
}
