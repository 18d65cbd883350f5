import type { DeviceVoice, DeviceVoices, SoundEnd } from '../../ports/sounds.ts';

/** Browsers hand their list over late, and some never. */
const LIST_MS = 2000;
/** A voice that has not begun by now is one that is not there. */
const BEGIN_MS = 4000;

type Synth = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'resume' | 'addEventListener' | 'removeEventListener'
>;

/** The voices of the device's own speech, where it has any. Says nothing with a voice that is not on the device. */
export function createDeviceVoices(synth: Synth | null = globalThis.speechSynthesis ?? null): DeviceVoices {
  if (synth === null) return NO_VOICES;
  // A browser may forget an utterance that nobody holds, and then never says that it ended.
  let held: SpeechSynthesisUtterance | null = null;
  let endNow: ((how: SoundEnd) => void) | null = null;

  const voices = (): DeviceVoice[] => synth.getVoices().map(described);

  return {
    async list() {
      if (voices().length > 0) return voices();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, LIST_MS);
        function done(): void {
          clearTimeout(timer);
          synth?.removeEventListener('voiceschanged', done);
          resolve();
        }
        synth.addEventListener('voiceschanged', done);
      });
      return voices();
    },
    subscribe(onChange) {
      synth.addEventListener('voiceschanged', onChange);
      return () => synth.removeEventListener('voiceschanged', onChange);
    },
    speak(words, voice, manner) {
      endNow?.('stopped');
      const own = synth.getVoices().find((one) => one.localService && described(one).id === voice.id);
      if (own === undefined) return FAILED();
      const utterance = new SpeechSynthesisUtterance(words);
      utterance.voice = own;
      utterance.lang = voice.language;
      utterance.rate = manner.pace;
      utterance.volume = Math.min(1, Math.max(0, manner.gain));
      let over = false;
      let keep: (how: SoundEnd) => void = () => undefined;
      const ended = new Promise<SoundEnd>((resolve) => {
        keep = resolve;
      });
      const timer = setTimeout(() => end('failed'), BEGIN_MS);
      const end = (how: SoundEnd): void => {
        if (over) return;
        over = true;
        clearTimeout(timer);
        if (held === utterance) held = null;
        if (endNow === end) endNow = null;
        if (how !== 'finished') synth.cancel();
        keep(how);
      };
      utterance.addEventListener('start', () => clearTimeout(timer));
      utterance.addEventListener('end', () => end('finished'));
      utterance.addEventListener('error', ({ error }) => end(error === 'not-allowed' ? 'untouched' : 'failed'));
      held = utterance;
      endNow = end;
      synth.resume();
      synth.speak(utterance);
      return { ended, stop: () => end('stopped'), adjust: () => undefined };
    },
  };
}

function described(voice: SpeechSynthesisVoice): DeviceVoice {
  return {
    id: `${voice.voiceURI}|${voice.lang}`,
    name: voice.name,
    language: voice.lang.replaceAll('_', '-'),
    local: voice.localService,
  };
}

const FAILED = () => ({
  ended: Promise.resolve<SoundEnd>('failed'),
  stop: () => undefined,
  adjust: () => undefined,
});

const NO_VOICES: DeviceVoices = {
  list: async () => [],
  subscribe: () => () => undefined,
  speak: FAILED,
};
