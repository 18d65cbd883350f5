import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InboxItem } from '../../../domain/desk.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { InboxLine } from './line.tsx';
import { windowOf, type ListWindow } from './window-of.ts';

/**
 * The list of records, drawn only where it is looked at: every line is equally high, so fifty thousand scroll like
 * fifty. It scrolls with whatever holds it (its own pane on a wide screen, the page on a phone).
 */
export function LongList(props: {
  items: readonly InboxItem[];
  /** How many the whole list has, as far as known. */
  total: number;
  /** The line that j, k and the arrows stand on. */
  cursor: number;
  /** Moves the focus to the cursor's line whenever this number changes. */
  focusRequest: number;
  openId: string | null;
  pathOf: (item: InboxItem) => string;
  now: Date;
  onNearEnd: () => void;
  onArrow: (step: 1 | -1) => void;
}) {
  const t = useText('desk-inbox');
  const { items, cursor, focusRequest, onNearEnd } = props;
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState<ListWindow>({ first: 0, last: Math.min(20, items.length) });
  const count = items.length;

  useLayoutEffect(() => {
    const measure = (): void => {
      const here = list.current;
      if (here === null) return;
      const scroller = scrollerOf(here);
      const top = scroller === null ? 0 : Math.max(0, scroller.getBoundingClientRect().top);
      const viewHeight = scroller === null ? window.innerHeight : scroller.clientHeight;
      const next = windowOf({
        count,
        lineHeight: lineHeightOf(here),
        scrolled: top - here.getBoundingClientRect().top,
        viewHeight,
      });
      setShown((now) => (now.first === next.first && now.last === next.last ? now : next));
    };
    measure();
    document.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      document.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [count]);

  useEffect(() => {
    if (count > 0 && shown.last >= count - 20) onNearEnd();
  }, [shown.last, count, onNearEnd]);

  useLayoutEffect(() => {
    const here = list.current;
    if (here === null || focusRequest === 0) return;
    const line = here.querySelector<HTMLElement>(`[data-index="${cursor}"] a`);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'nearest' });
  }, [focusRequest, cursor]);

  const drawn: number[] = [];
  for (let index = shown.first; index < Math.min(shown.last, count); index += 1) drawn.push(index);
  // The line with the focus stays in the document wherever the list is scrolled to.
  if (cursor < count && (cursor < shown.first || cursor >= shown.last)) drawn.push(cursor);

  return (
    <ul ref={list} class="desk-list" aria-label={t('list')} style={{ '--lines-in-list': count }}>
      {drawn.map((index) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={item.entityId}
            class="desk-list__line"
            data-index={index}
            style={{ '--line-index': index }}
            aria-setsize={Math.max(props.total, count)}
            aria-posinset={index + 1}
          >
            <InboxLine
              item={item}
              href={props.pathOf(item)}
              current={item.entityId === props.openId}
              tabbable={index === cursor}
              now={props.now}
              onArrow={props.onArrow}
            />
          </li>
        );
      })}
    </ul>
  );
}

function scrollerOf(list: HTMLElement): HTMLElement | null {
  for (let up = list.parentElement; up !== null && up !== document.body; up = up.parentElement) {
    const { overflowY } = getComputedStyle(up);
    if (overflowY === 'auto' || overflowY === 'scroll') return up;
  }
  return null;
}

function lineHeightOf(list: HTMLElement): number {
  return list.querySelector<HTMLElement>('.desk-list__line')?.offsetHeight ?? 0;
}
