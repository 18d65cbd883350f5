import { boxRound, controlsIn, stopsOf, targetOf, type ScanStop } from './scan-stops.ts';

export type Box = ReturnType<typeof boxRound>;

/** Steps through what can be touched in an area, and chooses. It looks afresh at each step: screens change under it. */
export interface Scanner {
  start(): void;
  step(): void;
  /** Something in the area changed. True when it is another screen: the ring stands at its beginning now. */
  lookAgain(): boolean;
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
  let rounds = 0;
  let answers: readonly HTMLElement[] = [];
  let writingIn: Element | null = null;

  /** Another screen is there when nothing of what was asked before is left: the ring begins anew. */
  const look = (): void => {
    const now = controlsIn(area).filter((control) => control.closest('.player__main') !== null);
    if (answers.length > 0 && !answers.some((control) => now.includes(control))) {
      inside = null;
      at = -1;
    }
    answers = now;
  };
  const stops = (): readonly ScanStop[] => {
    look();
    const left = inside?.controls.filter((control) => control.isConnected) ?? [];
    if (left.length > 0) return left.map((control) => ({ controls: [control] }));
    if (inside !== null) at = -1;
    inside = null;
    return stopsOf(controlsIn(area));
  };
  const drawStop = (stop: ScanStop | undefined): void => {
    if (stop === undefined) draw(null, false);
    else draw(boxRound(stop.controls), stop.controls.length > 1);
  };
  const show = (): void => {
    const stop = stops()[at];
    const first = stop?.controls[0];
    if (first !== undefined) {
      if (!staysInSight(first)) targetOf(first).scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
      if (stop?.controls.length === 1) first.focus({ preventScroll: true });
    }
    drawStop(stop);
  };
  const leaveRow = (): void => {
    const row = inside;
    inside = null;
    rounds = 0;
    at = stops().findIndex(({ controls }) => controls.some((control) => row?.controls.includes(control)));
  };
  const step = (): void => {
    writingIn = null;
    const all = stops();
    at += 1;
    if (at >= all.length) {
      at = 0;
      rounds += 1;
      if (inside !== null && rounds >= ROUNDS_IN_A_ROW) leaveRow();
    }
    show();
  };
  const choose = (): void => {
    const stop = stops()[at];
    const control = stop?.controls[0];
    if (stop === undefined || control === undefined) return step();
    rounds = 0;
    if (stop.controls.length > 1) {
      inside = stop;
      at = 0;
      return show();
    }
    control.focus({ preventScroll: true });
    if (takesLetters(control)) writingIn = control;
    else control.click();
    requestAnimationFrame(() => {
      look();
      if (at < 0) step();
      else show();
    });
  };
  const redraw = (): void => drawStop(stops()[at]);
  return {
    start() {
      window.addEventListener('resize', redraw);
      area.addEventListener('scroll', redraw, true);
      step();
    },
    step,
    lookAgain() {
      if (at < 0) return false;
      look();
      if (at >= 0) return false;
      step();
      return true;
    },
    choose,
    writing: () => writingIn !== null && document.activeElement === writingIn,
    end() {
      window.removeEventListener('resize', redraw);
      area.removeEventListener('scroll', redraw, true);
      draw(null, false);
    },
  };
}

/** In a bar that never leaves the glass. A browser would push the words away to come to where it stands in the text. */
function staysInSight(control: HTMLElement): boolean {
  const bar = control.closest('footer');
  return bar !== null && getComputedStyle(bar).position === 'sticky';
}

const ACTS = ['radio', 'checkbox', 'button', 'submit', 'range'];

function takesLetters(control: HTMLElement): boolean {
  if (control instanceof HTMLTextAreaElement) return true;
  return control instanceof HTMLInputElement && !ACTS.includes(control.type);
}
