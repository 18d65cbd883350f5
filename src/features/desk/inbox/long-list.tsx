import type { VNode } from 'preact';
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
  const lines = useRef(new Map<string, DrawnLine>());
  const arrow = useRef(props.onArrow);
  arrow.current = props.onArrow;

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

  const before = lines.current;
  const total = Math.max(props.total, count);
  lines.current = new Map();

  return (
    <ul ref={list} class="desk-list" aria-label={t('list')} style={{ '--lines-in-list': count }}>
      {drawn.map(lineAt)}
    </ul>
  );

  /** A line that did not change is the very same node as before, so that scrolling draws only what comes into view. */
  function lineAt(index: number): VNode | null {
    const item = items[index];
    if (item === undefined) return null;
    const { pathOf, now } = props;
    const made = [item, index, total, item.entityId === props.openId, index === cursor, pathOf, now] as const;
    const kept = before.get(item.entityId);
    const same = kept !== undefined && made.every((part, at) => part === kept.made[at]);
    const node = same ? kept.node : draw(made);
    lines.current.set(item.entityId, { made, node });
    return node;
  }

  function draw([item, index, setSize, current, tabbable, pathOf, now]: Made): VNode {
    return (
      <li
        key={item.entityId}
        class="desk-list__line"
        data-index={index}
        style={{ '--line-index': index }}
        aria-setsize={setSize}
        aria-posinset={index + 1}
      >
        <InboxLine
          item={item}
          href={pathOf(item)}
          current={current}
          tabbable={tabbable}
          now={now}
          onArrow={(step) => arrow.current(step)}
        />
      </li>
    );
  }
}

type Made = readonly [InboxItem, number, number, boolean, boolean, (item: InboxItem) => string, Date];
interface DrawnLine {
  readonly made: Made;
  readonly node: VNode;
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
