import { useEffect, useRef, useState } from 'preact/hooks';
import { toProblem, type Problem, type ProblemCode } from '../../../domain/problems.ts';

/** How a take of one kind is made: said into the microphone, or signed before the camera. */
export interface TakeMaker<Live extends { cancel(): void }, Made extends { readonly blob: Blob }> {
  start(): Promise<Live>;
  stop(live: Live): Promise<Made>;
  /** Makes it ready to be kept, out of a file. */
  finish(file: Blob): Promise<Made>;
  /** It stops by itself: a text takes less. Milliseconds. */
  readonly longestMs: number;
  /** What it was when the device does not say. */
  readonly otherwise: ProblemCode;
}

type Take<Live, Made> =
  | { readonly stage: 'ready' }
  | { readonly stage: 'live'; readonly live: Live }
  /** Silence is being cut off, or its length is being looked for. */
  | { readonly stage: 'finishing' }
  | { readonly stage: 'made'; readonly made: Made; readonly address: string };

/** One take of one text: make it, stop, look at it, and take it or not. Nothing is kept here. With no maker nothing happens. */
export function useTake<Live extends { cancel(): void }, Made extends { readonly blob: Blob }>(
  maker: TakeMaker<Live, Made> | null,
): {
  readonly take: Take<Live, Made>;
  readonly problem: Problem | null;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly bring: (file: Blob) => Promise<void>;
  readonly forget: () => void;
} {
  const [take, setTake] = useState<Take<Live, Made>>({ stage: 'ready' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef<Take<Live, Made>>(take);
  const gone = useRef(false);
  /** The browser still asks whether it may: a second press opens no second microphone. */
  const opening = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      release(latest.current);
    };
  }, []);
  useEffect(() => {
    if (take.stage !== 'live' || maker === null) return undefined;
    const late = setTimeout(() => void stop(), maker.longestMs);
    return () => clearTimeout(late);
  }, [take]);

  function become(next: Take<Live, Made>): void {
    if (gone.current) {
      release(next);
      return;
    }
    if (latest.current.stage === 'made') release(latest.current);
    latest.current = next;
    setTake(next);
  }
  async function attempt(work: (maker: TakeMaker<Live, Made>) => Promise<void>): Promise<void> {
    setProblem(null);
    if (maker === null) return;
    try {
      await work(maker);
    } catch (thrown) {
      setProblem(toProblem(thrown, maker.otherwise));
      become({ stage: 'ready' });
    }
  }
  async function show(making: Promise<Made>): Promise<void> {
    become({ stage: 'finishing' });
    const made = await making;
    become({ stage: 'made', made, address: URL.createObjectURL(made.blob) });
  }
  async function stop(): Promise<void> {
    const now = latest.current;
    if (now.stage === 'live') await attempt((by) => show(by.stop(now.live)));
  }

  return {
    take,
    problem,
    start: () =>
      attempt(async (by) => {
        if (latest.current.stage === 'live' || opening.current) return;
        opening.current = true;
        try {
          become({ stage: 'live', live: await by.start() });
        } finally {
          opening.current = false;
        }
      }),
    stop,
    bring: (file) => attempt((by) => show(by.finish(file))),
    forget: () => {
      setProblem(null);
      if (latest.current.stage === 'live') latest.current.live.cancel();
      become({ stage: 'ready' });
    },
  };
}

function release(take: Take<{ cancel(): void }, unknown>): void {
  if (take.stage === 'live') take.live.cancel();
  if (take.stage === 'made') URL.revokeObjectURL(take.address);
}
