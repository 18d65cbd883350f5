import { Problem, toProblem } from '../../domain/problems.ts';
import type { Recorder, Recording } from '../../ports/recorder.ts';
import type { Tablet } from '../../ports/tablet.ts';
import type { DraftMedia } from '../../tablet/draft-media.ts';
import type { DraftKeeper } from '../keeping/draft-keeper.ts';

/** Below this a recording could be cut off by the tablet going out. */
const LOWEST_BATTERY = 0.15;
/** How long going on waits for a microphone that is still being asked for. */
const START_MS = 1500;

export interface VoiceRecorder {
  state(): 'idle' | 'starting' | 'recording' | 'paused' | 'finishing';
  /** Why there is no recording, or why it ended; null when nothing is wrong. */
  problem(): Problem | null;
  elapsedMs(): number;
  level(): number;
  /** Never throws: `problem` says why not. */
  start(): Promise<void>;
  pause(): void;
  goOn(): void;
  /** Ends a recording that is going on and keeps it. Before a step, a finish, a lock. Never throws. */
  settle(): Promise<void>;
  subscribe(onChange: () => void): () => void;
}

/** Records into a draft: each piece is encrypted and kept as it comes, so that a crash loses the last one at most. */
export function createVoiceRecorder(parts: {
  recorder: Recorder;
  tablet: Tablet;
  keeper: DraftKeeper;
  media: DraftMedia;
  holdOpen: () => () => void;
}): VoiceRecorder {
  const { recorder, tablet, keeper, media } = parts;
  let state: ReturnType<VoiceRecorder['state']> = 'idle';
  let problem: Problem | null = null;
  let recording: Recording | null = null;
  let sink: Awaited<ReturnType<DraftMedia['startVoice']>> | null = null;
  let release: (() => void) | null = null;
  let starting: Promise<void> | null = null;
  let abandoned = false;
  let ending: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: typeof state): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const openPlace = async (mime: string, early: readonly Uint8Array<ArrayBuffer>[]) => {
    const opened = await media.startVoice(keeper.draft(), mime);
    keeper.change((draft) => ({ ...draft, media: [...draft.media, opened.item] }));
    await keeper.flush();
    for (const piece of early) await opened.append(piece);
    return opened;
  };

  const begin = async (): Promise<void> => {
    const battery = await tablet.battery();
    if (battery !== null && !battery.charging && battery.level < LOWEST_BATTERY) throw new Problem('battery-low');
    release = parts.holdOpen();
    // The recorder tells its format only once it runs: a piece that comes earlier waits for its place.
    let place: Promise<NonNullable<typeof sink>> | null = null;
    const early: Uint8Array<ArrayBuffer>[] = [];
    const started = await recorder.start(async (piece) => {
      if (place === null) early.push(piece);
      else await (await place).append(piece);
    });
    recording = started;
    place = openPlace(started.mime, early);
    try {
      sink = await place;
    } catch (thrown) {
      started.cancel();
      throw thrown;
    }
  };

  const end = async (): Promise<void> => {
    if (recording === null || sink === null) return;
    become('finishing');
    const { item } = sink;
    let durationMs = recording.elapsedMs();
    try {
      durationMs = (await recording.stop()).durationMs;
    } catch (thrown) {
      problem = toProblem(thrown, 'storage-failed');
    }
    try {
      const whole = await sink.finish(durationMs);
      keeper.change((draft) => ({
        ...draft,
        media: draft.media.map((one) => (one.id === item.id ? { ...whole, caption: one.caption } : one)),
      }));
      await keeper.flush();
    } catch (thrown) {
      problem = toProblem(thrown, 'storage-failed');
    }
  };

  const letGo = (): void => {
    recording = null;
    sink = null;
    release?.();
    release = null;
    become('idle');
  };

  const endOnce = (): Promise<void> => {
    ending ??= end().finally(() => {
      ending = null;
      letGo();
    });
    return ending;
  };

  return {
    state: () => state,
    problem: () => problem,
    elapsedMs: () => recording?.elapsedMs() ?? 0,
    level: () => recording?.level() ?? 0,
    async start() {
      if (state !== 'idle') return;
      problem = null;
      become('starting');
      abandoned = false;
      try {
        starting = begin();
        await starting;
        // Somebody went on while the browser was still asking for the microphone.
        if (abandoned) await endOnce();
        else become('recording');
      } catch (thrown) {
        problem = toProblem(thrown, 'microphone-missing');
        letGo();
      }
    },
    pause() {
      if (state !== 'recording') return;
      recording?.pause();
      become('paused');
    },
    goOn() {
      if (state !== 'paused') return;
      recording?.resume();
      become('recording');
    },
    async settle() {
      if (state === 'idle') return;
      if (state === 'starting') {
        abandoned = true;
        await Promise.race([starting?.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, START_MS))]);
        if (state === 'starting') return;
      }
      await endOnce();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
