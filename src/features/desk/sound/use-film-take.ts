import { useEffect, useRef, useState } from 'preact/hooks';
import { toProblem, type Problem } from '../../../domain/problems.ts';
import { MAX_FILM_MS } from '../../../domain/signed.ts';
import type { Filming, FilmMaker, MadeFilm } from '../../../ports/film-maker.ts';

export type FilmTake =
  | { readonly stage: 'ready' }
  | { readonly stage: 'filming'; readonly filming: Filming }
  /** Its length is being looked for. */
  | { readonly stage: 'finishing' }
  | { readonly stage: 'made'; readonly film: MadeFilm; readonly address: string };

/** One take of one text before the camera: sign, stop, watch, and take it or not. Nothing is kept here. */
export function useFilmTake(maker: FilmMaker | null): {
  readonly take: FilmTake;
  readonly problem: Problem | null;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly bring: (file: Blob) => Promise<void>;
  readonly forget: () => void;
} {
  const [take, setTake] = useState<FilmTake>({ stage: 'ready' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef<FilmTake>(take);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      release(latest.current);
    };
  }, []);
  useEffect(() => {
    if (take.stage !== 'filming') return undefined;
    const late = setTimeout(() => void stop(), MAX_FILM_MS - 1000);
    return () => clearTimeout(late);
  }, [take]);

  function become(next: FilmTake): void {
    if (gone.current) {
      release(next);
      return;
    }
    if (latest.current.stage === 'made') release(latest.current);
    latest.current = next;
    setTake(next);
  }
  async function attempt(work: () => Promise<void>): Promise<void> {
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(toProblem(thrown, 'camera-denied'));
      become({ stage: 'ready' });
    }
  }
  const show = (film: MadeFilm): void => become({ stage: 'made', film, address: URL.createObjectURL(film.blob) });
  async function stop(): Promise<void> {
    const now = latest.current;
    if (now.stage !== 'filming') return;
    await attempt(async () => {
      become({ stage: 'finishing' });
      show(await now.filming.stop());
    });
  }

  return {
    take,
    problem,
    start: () =>
      attempt(async () => {
        if (maker === null || latest.current.stage === 'filming') return;
        become({ stage: 'filming', filming: await maker.start() });
      }),
    stop,
    bring: (file) =>
      attempt(async () => {
        if (maker === null) return;
        become({ stage: 'finishing' });
        show(await maker.finish(file));
      }),
    forget: () => {
      setProblem(null);
      if (latest.current.stage === 'filming') latest.current.filming.cancel();
      become({ stage: 'ready' });
    },
  };
}

function release(take: FilmTake): void {
  if (take.stage === 'filming') take.filming.cancel();
  if (take.stage === 'made') URL.revokeObjectURL(take.address);
}
