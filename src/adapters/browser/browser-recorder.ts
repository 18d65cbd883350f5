import { joinBytes } from '../../domain/bytes.ts';
import { Problem } from '../../domain/problems.ts';
import type { Recorder, Recording } from '../../ports/recorder.ts';

const FORMATS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4'] as const;
const BITS_PER_SECOND = 24_000;
/** A crash loses no more than this. */
const PIECE_MS = 2000;

/** Voice notes by MediaRecorder, handed over piece by piece. */
export function createBrowserRecorder(): Recorder {
  return {
    async start(onPiece) {
      const mime = pickFormat();
      if (mime === null || navigator.mediaDevices?.getUserMedia === undefined) throw new Problem('microphone-missing');
      const stream = await microphone();
      try {
        return record(stream, mime, onPiece);
      } catch (thrown) {
        stopTracks(stream);
        throw new Problem('microphone-missing', {}, { cause: thrown });
      }
    },
  };
}

function pickFormat(): string | null {
  if (typeof MediaRecorder === 'undefined') return null;
  return FORMATS.find((format) => MediaRecorder.isTypeSupported(format)) ?? null;
}

async function microphone(): Promise<MediaStream> {
  try {
    const audio = { channelCount: 1, noiseSuppression: true, echoCancellation: true, autoGainControl: true };
    return await navigator.mediaDevices.getUserMedia({ audio });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    const denied = name === 'NotAllowedError' || name === 'SecurityError';
    throw new Problem(denied ? 'microphone-denied' : 'microphone-missing', {}, { cause: thrown });
  }
}

function record(
  stream: MediaStream,
  mime: string,
  onPiece: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Recording {
  const recorder = new MediaRecorder(stream, { mimeType: mime, audioBitsPerSecond: BITS_PER_SECOND });
  const meter = levelMeter(stream);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let kept: Promise<void> = Promise.resolve();
  let ranMs = 0;
  let runningSince: number | null = performance.now();
  const elapsedMs = () => Math.round(ranMs + (runningSince === null ? 0 : performance.now() - runningSince));
  const hold = () => {
    ranMs = elapsedMs();
    runningSince = null;
  };

  const keepAfter = async (before: Promise<void>, data: Blob): Promise<void> => {
    await before;
    const bytes = new Uint8Array(await data.arrayBuffer());
    pieces.push(bytes);
    await onPiece(bytes);
  };

  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    kept = keepAfter(kept, data);
    // A piece that cannot be kept (no room) ends the recording; `stop` then says why.
    kept.catch(() => recorder.state === 'inactive' || recorder.stop());
  });
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => {
      hold();
      meter.close();
      stopTracks(stream);
      resolve();
    });
  });
  recorder.start(PIECE_MS);

  return {
    mime: recorder.mimeType === '' ? mime : recorder.mimeType,
    level: meter.level,
    elapsedMs,
    pause() {
      if (recorder.state !== 'recording') return;
      recorder.pause();
      hold();
    },
    resume() {
      if (recorder.state !== 'paused') return;
      recorder.resume();
      runningSince = performance.now();
    },
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      await kept;
      return {
        bytes: joinBytes(pieces),
        mime: recorder.mimeType === '' ? mime : recorder.mimeType,
        durationMs: elapsedMs(),
      };
    },
    cancel() {
      if (recorder.state !== 'inactive') recorder.stop();
    },
  };
}

/** Loudness from 0 to 1. A tablet without Web Audio records all the same and shows no level. */
function levelMeter(stream: MediaStream): { level(): number; close(): void } {
  try {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    return {
      level() {
        analyser.getFloatTimeDomainData(samples);
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
        // Speech at arm's length is around 0.05 to 0.2.
        return Math.min(1, Math.sqrt(power) * 5);
      },
      close: () => void context.close().catch(() => undefined),
    };
  } catch {
    return { level: () => 0, close: () => undefined };
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
