import { boxRound, controlsIn, stopsOf, targetOf, type ScanStop } from './scan-stops.ts';

type Box = ReturnType<typeof boxRound>;

/** Steps through what can be touched in an area, and chooses. It looks afresh at each step: screens change under it. */
export interface Scanner {
  start(): void;
  step(): void;
  /** Focuses and clicks the control in the ring, or goes into the row in the ring. */
  choose(): void;
  /** Somebody is in a field that takes letters. */
  writing(): boolean;
  end(): void;
}

/** A row is gone through so often without a choice before the ring comes out of it. */
const ROUNDS_IN_A_ROW = 2;

export function createScanner(area: HTMLElement, draw: (box: Box | null, isRow: boolean) => void): Scanner {
  let inside: ScanStop | null = null;
  let at = -1;
  let round = 0;
  let seen: readonly HTMLElement[] = [];
  let writingIn: Element | null = null;

  const stops = (): readonly ScanStop[] => {
    if (inside !== null) {
      const left = inside.controls.filter((control) => control.isConnected);
      if (left.length > 0) return left.map((control) => ({ controls: [control] }));
      inside = null;
      at = -1;
    }
    const controls = controlsIn(area);
    const changed = controls.length !== seen.length || controls.some((control, index) => control !== seen[index]);
    // Another screen: begin where the answers begin, behind what stands on top.
    if (changed && !controls.some((control) => seen.includes(control))) at = -1;
    seen = controls;
    return stopsOf(controls);
  };
  const current = (): ScanStop | undefined => stops()[at];
  const show = (): void => {
    const stop = current();
    if (stop === undefined) return draw(null, false);
    const [only] = stop.controls;
    if (only !== undefined) {
      targetOf(only).scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      if (stop.controls.length === 1) only.focus({ preventScroll: true });
    }
    draw(boxRound(stop.controls), stop.controls.length > 1);
  };
  const step = (): void => {
    writingIn = null;
    const all = stops();
    if (all.length === 0) return draw(null, false);
    at += 1;
    if (at >= all.length) {
      at = 0;
      round += 1;
      if (inside !== null && round >= ROUNDS_IN_A_ROW) {
        const row = inside;
        inside = null;
        at = stops().findIndex(({ controls }) => controls.some((control) => row.controls.includes(control)));
      }
    }
    show();
  };
  const redraw = (): void => {
    const stop = current();
    if (stop !== undefined) draw(boxRound(stop.controls), stop.controls.length > 1);
  };
  const choose = (): void => {
    const stop = current();
    if (stop === undefined) return;
    if (stop.controls.length > 1) {
      inside = stop;
      at = -1;
      round = 0;
      step();
      return;
    }
    const [control] = stop.controls;
    if (control === undefined) return;
    control.focus({ preventScroll: true });
    if (takesLetters(control)) writingIn = control;
    else control.click();
    inside = null;
    requestAnimationFrame(show);
  };
  return {
    start() {
      window.addEventListener('resize', redraw);
      area.addEventListener('scroll', redraw, true);
      step();
    },
    step,
    choose,
    writing: () => writingIn !== null && document.activeElement === writingIn,
    end() {
      window.removeEventListener('resize', redraw);
      area.removeEventListener('scroll', redraw, true);
      draw(null, false);
    },
  };
}

function takesLetters(control: HTMLElement): boolean {
  if (control instanceof HTMLTextAreaElement) return true;
  return (
    control instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit', 'range'].includes(control.type)
  );
}
