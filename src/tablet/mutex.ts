/** One after the other: Finish and Withdraw may never cross each other. */
export interface Mutex {
  /** Runs the work when its turn comes. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
}

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
