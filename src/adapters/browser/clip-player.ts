import type { Manner, Playing, SoundEnd, SoundPlayer } from '../../ports/sounds.ts';

/** As loud as it goes: three times the recording, with a limiter so that it stays clear. */
const MOST_GAIN = 3;

/**
 * Plays recorded clips through one audio element, so that a touch wakes it for good. Louder than recorded goes through
 * WebAudio, and from then on everything does: an element that was once led there stays there.
 */
export function createClipPlayer(): SoundPlayer {
  let element: HTMLAudioElement | null = null;
  let amplifier: { context: AudioContext; gain: GainNode } | null = null;
  let awake = false;
  let endNow: ((how: SoundEnd) => void) | null = null;

  const audio = (): HTMLAudioElement => {
    element ??= new Audio();
    element.preservesPitch = true;
    return element;
  };

  const lead = (manner: Manner): void => {
    const playing = audio();
    playing.defaultPlaybackRate = manner.pace;
    playing.playbackRate = manner.pace;
    if (manner.gain > 1) amplifier ??= amplify(playing);
    if (amplifier !== null) {
      amplifier.gain.gain.value = Math.min(MOST_GAIN, Math.max(0, manner.gain));
      // A phone call or a lock leaves it asleep.
      void amplifier.context.resume().catch(() => undefined);
    } else playing.volume = Math.min(1, Math.max(0, manner.gain));
  };

  return {
    wake() {
      if (awake) return;
      awake = true;
      const playing = audio();
      const url = URL.createObjectURL(silence());
      playing.src = url;
      void playing
        .play()
        .catch(() => {
          // Not yet: the next touch may.
          awake = false;
        })
        .finally(() => URL.revokeObjectURL(url));
    },
    play(clip, manner) {
      endNow?.('stopped');
      const playing = audio();
      const url = URL.createObjectURL(clip);
      const { ended, end } = ending((how) => {
        playing.removeEventListener('ended', heard);
        playing.removeEventListener('error', broken);
        if (how !== 'finished') playing.pause();
        // Let go of the clip before its address goes: the element may still be reading.
        playing.removeAttribute('src');
        playing.load();
        URL.revokeObjectURL(url);
        if (endNow === end) endNow = null;
      });
      const heard = () => end('finished');
      const broken = () => end('failed');
      endNow = end;
      playing.src = url;
      playing.addEventListener('ended', heard);
      playing.addEventListener('error', broken);
      lead(manner);
      playing.play().catch((thrown: unknown) => end(isUntouched(thrown) ? 'untouched' : 'failed'));
      return {
        ended,
        stop: () => end('stopped'),
        adjust: (next) => {
          if (endNow === end) lead(next);
        },
      } satisfies Playing;
    },
  };
}

const isUntouched = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'NotAllowedError';

/** A promise that is kept once, with what must be put away when it is. */
function ending(tidy: (how: SoundEnd) => void): { ended: Promise<SoundEnd>; end: (how: SoundEnd) => void } {
  let keep: (how: SoundEnd) => void = () => undefined;
  let over = false;
  const ended = new Promise<SoundEnd>((resolve) => {
    keep = resolve;
  });
  return {
    ended,
    end(how) {
      if (over) return;
      over = true;
      tidy(how);
      keep(how);
    },
  };
}

function amplify(element: HTMLAudioElement): { context: AudioContext; gain: GainNode } {
  const context = new AudioContext();
  const gain = context.createGain();
  const limiter = context.createDynamicsCompressor();
  limiter.threshold.value = -3;
  limiter.ratio.value = 20;
  limiter.attack.value = 0.003;
  context.createMediaElementSource(element).connect(gain).connect(limiter).connect(context.destination);
  return { context, gain };
}

/** A few hundredths of a second of nothing: 8-bit mono WAV. */
function silence(): Blob {
  const samples = 400;
  const bytes = new Uint8Array(44 + samples).fill(128, 44);
  const view = new DataView(bytes.buffer);
  const letters = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  letters(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  letters(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  letters(36, 'data');
  view.setUint32(40, samples, true);
  return new Blob([bytes], { type: 'audio/wav' });
}
