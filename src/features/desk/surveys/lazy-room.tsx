import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../../domain/problems.ts';
import { loadTexts } from '../../../i18n/catalogue.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Moment } from '../frame/moment.tsx';
import { ProblemNotice } from '../problem-notice.tsx';

/** A heavy part of the desk, fetched when it is first opened: the builder brings the player and all pictures along. */
export function lazyRoom<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  namespaces: readonly string[],
): ComponentType<Props> {
  let ready: ComponentType<Props> | null = null;
  return function LazyRoom(props: Props): VNode {
    const t = useText('desk-surveys');
    const [, again] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      let here = true;
      if (ready !== null || failed) return undefined;
      const fetch = async (): Promise<void> => {
        try {
          const [room] = await Promise.all([load(), loadTexts(namespaces)]);
          ready = room;
          if (here) again((n) => n + 1);
        } catch {
          if (here) setFailed(true);
        }
      };
      void fetch();
      return () => {
        here = false;
      };
    }, [failed]);
    if (failed) return <ProblemNotice problem={new Problem('unreachable')} onRetry={() => setFailed(false)} />;
    if (ready === null) return <Moment>{t.el('opening')}</Moment>;
    const Room = ready;
    return <Room {...props} />;
  };
}
