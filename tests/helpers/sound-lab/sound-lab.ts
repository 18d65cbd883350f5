import { createBrowserRecorder } from '../../../src/adapters/browser/browser-recorder.ts';
import { createClipPlayer } from '../../../src/adapters/browser/clip-player.ts';
import { createDeviceVoices } from '../../../src/adapters/browser/device-voices.ts';
import type { Clips, Manner, SoundEnd, Sounds } from '../../../src/ports/sounds.ts';
import { createSoundDesk } from '../../../src/sound/sound-desk.ts';

/** What one listening came to. */
export interface Listened {
  readonly end: SoundEnd | 'silent';
  readonly tookMs: number;
}

export interface SoundLab {
  /** Records with the app's own recorder. */
  record(ms: number): Promise<{ bytes: number; mime: string; durationMs: number }>;
  /** What the next touch of the button plays. `rubbish` is a file that is no sound. */
  next(manner: Manner, what?: 'clip' | 'rubbish'): void;
  /** Settles when what the last touch began has ended. */
  listened(): Promise<Listened>;
  /** Stops the next one so many milliseconds after the touch. */
  stopAfter(ms: number): void;
  /** The whole way of a screen: clip by its hash, with the browser's own voices behind it. */
  say(sha256: string): Promise<Listened>;
  /** Leaves the recording for a page that nobody touches. */
  leave(): Promise<void>;
}

const LEFT = 'recording';
const player = createClipPlayer();
let recorded = new Blob();
let wanted: { manner: Manner; what: 'clip' | 'rubbish' } = { manner: { pace: 1, gain: 1 }, what: 'clip' };
let playing: ReturnType<typeof player.play> | null = null;
let begunAt = 0;
let stopsAfter: number | null = null;

document.querySelector('#listen')?.addEventListener('click', () => {
  player.wake();
  begunAt = performance.now();
  playing = player.play(wanted.what === 'clip' ? recorded : new Blob(['no sound']), wanted.manner);
  if (stopsAfter !== null) setTimeout(() => playing?.stop(), stopsAfter);
  stopsAfter = null;
});

const lab: SoundLab = {
  async record(ms) {
    const recording = await createBrowserRecorder().start(async () => undefined);
    await new Promise((resolve) => setTimeout(resolve, ms));
    const { bytes, mime, durationMs } = await recording.stop();
    recorded = new Blob([bytes], { type: mime });
    return { bytes: bytes.byteLength, mime, durationMs };
  },
  next(manner, what = 'clip') {
    wanted = { manner, what };
  },
  async listened() {
    const end = (await playing?.ended) ?? 'silent';
    return { end, tookMs: performance.now() - begunAt };
  },
  stopAfter(ms) {
    stopsAfter = ms;
  },
  say(sha256) {
    const clips: Clips = { get: async (asked) => (asked === 'a'.repeat(64) ? recorded : null) };
    const sounds: Sounds = {
      clips,
      player,
      voices: createDeviceVoices(),
      heard: { of: () => null, put: () => undefined },
    };
    const desk = createSoundDesk(sounds);
    const begun = performance.now();
    const clip = { sha256, mime: recorded.type, bytes: recorded.size, durationMs: 1 };
    return new Promise((resolve) => {
      desk.subscribe(() => {
        const { saying, silent } = desk.state();
        if (saying !== null) return;
        resolve({ end: silent === null ? 'finished' : 'silent', tookMs: performance.now() - begun });
      });
      desk.say({ id: 'ask', words: 'Pytanie', language: 'pl', clip });
    });
  },
  async leave() {
    const bytes = new Uint8Array(await recorded.arrayBuffer());
    localStorage.setItem(LEFT, JSON.stringify([...bytes]));
  },
};
(globalThis as unknown as { soundLab: SoundLab }).soundLab = lab;

/** Whoever drives a browser touches each page by asking it anything: this page plays and tells by itself. */
if (location.hash === '#untouched') {
  const left = new Uint8Array(JSON.parse(localStorage.getItem(LEFT) ?? '[]') as number[]);
  const end = await player.play(new Blob([left]), { pace: 1, gain: 1 }).ended;
  console.info(`ended: ${end}`);
}
