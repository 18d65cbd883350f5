import { Problem } from '../../domain/problems.ts';
import { MAX_FILM_BYTES, MAX_FILM_MS } from '../../domain/signed.ts';
import type { Filming, FilmMaker, MadeFilm } from '../../ports/film-maker.ts';

const FORMATS = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/mp4;codecs=avc1.42E01E'] as const;
/** Fingers stay clear, and ninety seconds stay below what a tablet takes. */
const BITS_PER_SECOND = 330_000;
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 25, max: 30 } } as const;
const LOADS_WITHIN_MS = 15_000;

/** Films of signing by the camera and MediaRecorder, without sound. */
export function createFilmMaker(): FilmMaker {
  return {
    async start() {
      const mimeType = FORMATS.find(
        (one) => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(one),
      );
      if (mimeType === undefined || navigator.mediaDevices?.getUserMedia === undefined)
        throw new Problem('camera-denied');
      const stream = await camera();
      try {
        return record(stream, mimeType);
      } catch (cause) {
        off(stream);
        throw new Problem('camera-denied', {}, { cause });
      }
    },
    async finish(film) {
      return checked({ blob: film, durationMs: await lengthOf(film) });
    },
  };
}

async function camera(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: PICTURE, audio: false });
  } catch (cause) {
    throw new Problem('camera-denied', {}, { cause });
  }
}

function record(stream: MediaStream, mimeType: string): Filming {
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_SECOND });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const over = new Promise<void>((done) => recorder.addEventListener('stop', () => done(), { once: true }));
  const began = performance.now();
  recorder.start();
  return {
    stream,
    async stop() {
      const durationMs = Math.max(1, Math.round(performance.now() - began));
      if (recorder.state !== 'inactive') recorder.stop();
      await over;
      off(stream);
      return checked({ blob: new Blob(pieces, { type: mimeType.split(';')[0] ?? '' }), durationMs });
    },
    cancel() {
      if (recorder.state !== 'inactive') recorder.stop();
      off(stream);
    },
  };
}

function checked(made: MadeFilm): MadeFilm {
  if (made.blob.size > MAX_FILM_BYTES) throw new Problem('too-large', { maxBytes: MAX_FILM_BYTES });
  if (made.durationMs > MAX_FILM_MS) throw new Problem('asset-type', { reason: 'too-long' });
  return made;
}

/** Milliseconds. A film that was recorded in a browser does not say its length: its end is looked for. */
async function lengthOf(film: Blob): Promise<number> {
  const video = document.createElement('video');
  const address = URL.createObjectURL(film);
  const late = AbortSignal.timeout(LOADS_WITHIN_MS);
  try {
    video.muted = true;
    video.preload = 'metadata';
    await new Promise<void>((done, refuse) => {
      const told = (): void => {
        if (Number.isFinite(video.duration)) done();
        else video.currentTime = 1e6;
      };
      video.addEventListener('loadedmetadata', told);
      video.addEventListener('durationchange', told);
      video.addEventListener('error', () => refuse(new Problem('asset-type', { reason: 'not-a-film' })));
      late.addEventListener('abort', () => refuse(new Problem('asset-type', { reason: 'not-a-film' })));
      video.src = address;
    });
    if (video.videoWidth === 0) throw new Problem('asset-type', { reason: 'not-a-film' });
    return Math.max(1, Math.round(video.duration * 1000));
  } finally {
    video.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}

function off(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
