/** So long at a time: a touch that comes meanwhile is answered within a frame or two. */
const TURN_MS = 8;
/** A page that is not shown paints nothing, and goes on all the same. */
const UNSEEN_MS = 100;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does long work a little at a time, and lets touches and frames in between. Rejects with what the work throws. */
export async function inTurns<Value>(work: Generator<void, Value>): Promise<Value> {
  let until = performance.now() + TURN_MS;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + TURN_MS;
  }
}

/** Until what was just drawn is on the glass. */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => resolve());
  });
  await turn();
}
