import { useEffect, useRef, useState } from 'preact/hooks';
import { toProblem, type Problem } from '../../../domain/problems.ts';
import type { ClipMaker, MadeClip } from '../../../ports/clip-maker.ts';
import type { Recording } from '../../../ports/recorder.ts';

/** A recording stops by itself: a text is said in less. Milliseconds. */
const LONGEST_MS = 120_000;

export type Take =
  | { readonly stage: 'ready' }
  | { readonly stage: 'recording'; readonly recording: Recording }
  /** Silence is being cut off. */
  | { readonly stage: 'finishing' }
  | { readonly stage: 'made'; readonly clip: MadeClip; readonly address: string };

/** One take of one text: record, stop, listen, and take it or not. Nothing is kept here. */
export function useTake(maker: ClipMaker | null): {
  readonly take: Take;
  readonly problem: Problem | null;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly bring: (file: Blob) => Promise<void>;
  readonly forget: () => void;
} {
  const [take, setTake] = useState<Take>({ stage: 'ready' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef<Take>(take);
  latest.current = take;
  const gone = useRef(false);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      release(latest.current);
    };
  }, []);
  useEffect(() => {
    if (take.stage !== 'recording') return undefined;
    const late = setTimeout(() => void stop(), LONGEST_MS);
    return () => clearTimeout(late);
  }, [take]);

  function become(next: Take): void {
    if (gone.current) release(next);
    else {
      if (latest.current.stage === 'made') URL.revokeObjectURL(latest.current.address);
      latest.current = next;
      setTake(next);
    }
  }
  async function attempt(work: () => Promise<void>): Promise<void> {
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(toProblem(thrown, 'microphone-missing'));
      become({ stage: 'ready' });
    }
  }
  async function finish(sound: Blob): Promise<void> {
    if (maker === null) return;
    become({ stage: 'finishing' });
    const clip = await maker.finish(sound);
    become({ stage: 'made', clip, address: URL.createObjectURL(clip.blob) });
  }
  async function stop(): Promise<void> {
    const now = latest.current;
    if (now.stage !== 'recording') return;
    await attempt(async () => {
      become({ stage: 'finishing' });
      const { bytes, mime } = await now.recording.stop();
      await finish(new Blob([bytes], { type: mime }));
    });
  }

  return {
    take,
    problem,
    start: () =>
      attempt(async () => {
        if (maker === null || latest.current.stage === 'recording') return;
        const recording = await maker.recorder.start(() => Promise.resolve());
        become({ stage: 'recording', recording });
      }),
    stop,
    bring: (file) => attempt(() => finish(file)),
    forget: () => {
      setProblem(null);
      if (latest.current.stage === 'recording') latest.current.recording.cancel();
      become({ stage: 'ready' });
    },
  };
}

function release(take: Take): void {
  if (take.stage === 'recording') take.recording.cancel();
  if (take.stage === 'made') URL.revokeObjectURL(take.address);
}
