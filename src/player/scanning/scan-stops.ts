/** What scanning stops at: single controls, or rows of them where there are many. */
export interface ScanStop {
  readonly controls: readonly HTMLElement[];
}

const CONTROLS =
  'button, a[href], input:not([type="hidden"]), textarea, select, summary, [tabindex]:not([tabindex="-1"]), audio[controls]';
/** Up to so many are stepped through one by one. */
const FEW = 6;

/**
 * Whatever can be touched now, in the order of reading from the answers on: what stands on top comes last. A control that
 * is off stays in it: it says why. One that keys pass by (`tabindex="-1"`) has its twin elsewhere on the screen.
 */
export function controlsIn(root: ParentNode): HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (element) =>
      !(element as HTMLButtonElement).disabled &&
      element.getAttribute('tabindex') !== '-1' &&
      element.closest('[inert], [hidden], [data-scan="none"]') === null &&
      isSeen(element),
  );
  const onTop = (element: HTMLElement): boolean => element.closest('header') !== null;
  return [...all.filter((element) => !onTop(element)), ...all.filter(onTop)];
}

function isSeen(element: HTMLElement): boolean {
  const { width, height } = targetOf(element).getBoundingClientRect();
  return width > 0 && height > 0;
}

/** What is seen of a control: a native box lies unseen over its card. */
export function targetOf(element: HTMLElement): HTMLElement {
  const isBox = element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type);
  return (isBox ? element.closest('label') : null) ?? element;
}

/** Rows as they are seen: controls side by side belong together. With few controls each is a stop of its own. */
export function stopsOf(controls: readonly HTMLElement[]): ScanStop[] {
  if (controls.length <= FEW) return controls.map((control) => ({ controls: [control] }));
  const rows: HTMLElement[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const control of controls) {
    const { top, bottom } = targetOf(control).getBoundingClientRect();
    const row = rows.at(-1);
    const middle = (top + bottom) / 2;
    if (row === undefined || partOf(row[0]) !== partOf(control) || middle >= end || middle < topOf(row)) {
      rows.push([control]);
      end = bottom;
    } else {
      row.push(control);
      end = Math.max(end, bottom);
    }
  }
  return rows.map((row) => ({ controls: row }));
}

/** A card that is pushed behind the bar is in no row with its buttons. */
const partOf = (control: HTMLElement | undefined): Element | null =>
  control?.closest('header, footer, main, .player__main') ?? null;

const topOf = (row: readonly HTMLElement[]): number =>
  Math.min(...row.map((control) => targetOf(control).getBoundingClientRect().top));

/** The box round all of them, in the coordinates of the window. */
export function boxRound(controls: readonly HTMLElement[]): {
  left: number;
  top: number;
  width: number;
  height: number;
} {
  const boxes = controls.map((control) => targetOf(control).getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { left, top, width: right - left, height: bottom - top };
}
