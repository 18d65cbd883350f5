import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { SIGNS } from '../../map/marks/signs.ts';
import type { Known } from '../../places/history.ts';
import { layOut, type Cell, type Layout } from '../../places/layout.ts';
import { endsOf, type Tie } from '../../places/network.ts';
import { VisuallyHidden } from '../../ui/hidden/visually-hidden.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { nextCell } from './next-cell.ts';
import './network.css';

/** More than these cannot be told apart on a tablet. */
const MOST = 40;
/** A name of a dozen letters is as wide as so many times its own height. */
const COLUMN = 5.6;
/** Where in its cell the sign of a node stands: lines go from sign to sign. */
const SIGN_AT = 0.27;

/**
 * Who is linked to whom, as a picture: every one in a cell of its own, lines between them. Choosing one shows its own
 * lines alone; the list says the same in words.
 */
export function NetworkPicture(props: {
  ties: readonly Tie[];
  chosen: Known | null;
  onChoose: (known: Known | null) => void;
}): VNode {
  const t = useText('places');
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  const { ties, chosen } = props;
  const { shown, lines } = useMemo(() => {
    const most = endsOf(ties).slice(0, MOST);
    return { shown: most, lines: ties.filter(({ from, to }) => most.includes(from) && most.includes(to)) };
  }, [ties]);
  const layout = useMemo(
    () =>
      layOut(
        shown.map(idOf),
        lines.map(({ from, to }) => [idOf(from), idOf(to)]),
        columns,
      ),
    [shown, lines, columns],
  );
  const joined = new Set(lines.flatMap(({ from, to }) => (from === chosen || to === chosen ? [from, to] : [])));
  const inOrder = [...shown].sort((a, b) => order(layout, a) - order(layout, b));
  return (
    <div
      class={`network${chosen === null ? '' : ' network--one'}`}
      ref={box}
      style={{ '--columns': layout.columns, '--rows': layout.rows }}
    >
      <Lines layout={layout} ties={lines} chosen={chosen} />
      {inOrder.map((known) => {
        const at = layout.at.get(idOf(known)) ?? { column: 0, row: 0 };
        const links = ties.filter(({ from, to }) => from === known || to === known).length;
        return (
          <button
            key={idOf(known)}
            type="button"
            class={`network__node${joined.has(known) ? ' network__node--joined' : ''}`}
            style={{ gridColumn: at.column + 1, gridRow: at.row + 1 }}
            data-cell={`${at.column} ${at.row}`}
            aria-pressed={known === chosen}
            onClick={() => props.onChoose(known === chosen ? null : known)}
            onKeyDown={(event) => goTo(event, at, layout)}
          >
            <span class={`network__sign network__sign--${known.entry.type}`}>
              <Icon name={SIGNS[known.entry.type]} />
            </span>
            <span class="network__name">
              <Bdi>{known.entry.name}</Bdi>
            </span>
            <VisuallyHidden>
              {t.el(`lists:entryTypes.${known.entry.type}`)} · {t.el('network.links', { count: links })}
            </VisuallyHidden>
          </button>
        );
      })}
    </div>
  );
}

function Lines(props: { layout: Layout; ties: readonly Tie[]; chosen: Known | null }): VNode {
  const { layout, ties, chosen } = props;
  return (
    <svg
      class="network__lines"
      viewBox={`0 0 ${layout.columns} ${layout.rows}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {ties.map(({ from, to, how }) => {
        const [a, b] = [layout.at.get(idOf(from)), layout.at.get(idOf(to))];
        if (a === undefined || b === undefined) return null;
        const own = from === chosen || to === chosen;
        return (
          <path
            key={`${idOf(from)} ${idOf(to)} ${how}`}
            class={own ? 'network__line network__line--own' : 'network__line'}
            d={bow(a, b)}
            vector-effect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

/** A line from sign to sign, bent a little, so that two along the same row do not lie on one another. */
function bow(a: Cell, b: Cell): string {
  const [x1, y1, x2, y2] = [a.column + 0.5, a.row + SIGN_AT, b.column + 0.5, b.row + SIGN_AT];
  const far = Math.hypot(x2 - x1, y2 - y1) > 1.5 ? 0.18 : 0;
  const [x, y] = [(x1 + x2) / 2 + (y2 - y1) * far, (y1 + y2) / 2 - (x2 - x1) * far];
  return `M${x1} ${y1}Q${x} ${y} ${x2} ${y2}`;
}

/** Arrow keys go to the next one that way; Tab goes through all of them. */
function goTo(event: KeyboardEvent & { currentTarget: HTMLElement }, from: Cell, layout: Layout): void {
  const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const to = nextCell(event.key, from, [...layout.at.values()], rightToLeft);
  if (to === null) return;
  event.preventDefault();
  const next = event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-cell="${to.column} ${to.row}"]`);
  next?.focus();
}

const idOf = ({ entry }: Known): string => entry.entryId;

function order(layout: Layout, known: Known): number {
  const at = layout.at.get(idOf(known));
  return at === undefined ? 0 : at.row * layout.columns + at.column;
}

/** As many columns as names have room beside each other. */
function useColumns(box: { current: HTMLElement | null }): number {
  const [columns, set] = useState(3);
  useEffect(() => {
    const shown = box.current;
    if (shown === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      const column = Number.parseFloat(getComputedStyle(shown).fontSize) * COLUMN;
      set(Math.max(2, Math.min(8, Math.floor(shown.clientWidth / column))));
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [box]);
  return columns;
}
