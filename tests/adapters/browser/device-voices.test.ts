import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDeviceVoices } from '../../../src/adapters/browser/device-voices.ts';
import { createHeardVoices } from '../../../src/adapters/browser/heard-voices.ts';

/** Speech as a browser has it, with the list some Androids give: voices that are not there and speak English. */
class FakeSpeech extends EventTarget {
  voices: { voiceURI: string; name: string; lang: string; localService: boolean; default: boolean }[] = [];
  spoken: { text: string; voice: string; lang: string; rate: number; utterance: EventTarget }[] = [];
  cancelled = 0;
  getVoices = () => this.voices as unknown as SpeechSynthesisVoice[];
  speak = (utterance: SpeechSynthesisUtterance): void => {
    const { text, voice, lang, rate } = utterance;
    this.spoken.push({ text, voice: voice?.name ?? 'none', lang, rate, utterance });
  };
  cancel = (): void => {
    this.cancelled += 1;
  };
  resume = (): void => undefined;
}

class FakeUtterance extends EventTarget {
  text: string;
  voice: unknown = null;
  lang = '';
  rate = 1;
  volume = 1;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

const voice = (name: string, lang: string, localService = true) => ({
  voiceURI: name,
  name,
  lang,
  localService,
  default: false,
});
const CALM = { pace: 1, gain: 1 };
let speech: FakeSpeech;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  speech = new FakeSpeech();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the voices of a device', () => {
  test('are listed with tags put right and where they speak', async () => {
    speech.voices = [voice('Zosia', 'pl_PL'), voice('Online', 'pl-PL', false)];
    expect(await createDeviceVoices(speech).list()).toEqual([
      { id: 'Zosia|pl_PL', name: 'Zosia', language: 'pl-PL', local: true },
      { id: 'Online|pl-PL', name: 'Online', language: 'pl-PL', local: false },
    ]);
  });

  test('may come late, and are not waited for beyond two seconds', async () => {
    const voices = createDeviceVoices(speech);
    const late = voices.list();
    speech.voices = [voice('Zosia', 'pl-PL')];
    speech.dispatchEvent(new Event('voiceschanged'));
    expect((await late).map(({ name }) => name)).toEqual(['Zosia']);
    speech.voices = [];
    const never = voices.list();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await never).toEqual([]);
  });

  test('are absent where the browser has no speech', async () => {
    const none = createDeviceVoices(null);
    expect(await none.list()).toEqual([]);
  });

  test('speak with that very voice and end when the device says so', async () => {
    speech.voices = [voice('George', 'en-GB'), voice('Zosia', 'pl-PL')];
    const voices = createDeviceVoices(speech);
    const [, zosia] = await voices.list();
    if (zosia === undefined) throw new Error('the list lost a voice');
    const playing = voices.speak('Dzień dobry', zosia, { pace: 0.65, gain: 1 });
    expect(speech.spoken).toMatchObject([{ text: 'Dzień dobry', voice: 'Zosia', lang: 'pl-PL', rate: 0.65 }]);
    speech.spoken[0]?.utterance.dispatchEvent(new Event('start'));
    await vi.advanceTimersByTimeAsync(60_000);
    speech.spoken[0]?.utterance.dispatchEvent(new Event('end'));
    expect(await playing.ended).toBe('finished');
  });

  test('never speak when they are not on the device or no longer there', async () => {
    speech.voices = [voice('Online', 'pl-PL', false), voice('Gone', 'pl-PL')];
    const voices = createDeviceVoices(speech);
    const [online, gone] = await voices.list();
    if (online === undefined || gone === undefined) throw new Error('the list lost a voice');
    speech.voices = [voice('Online', 'pl-PL', false)];
    expect(await voices.speak('Dzień dobry', online, CALM).ended).toBe('failed');
    expect(await voices.speak('Dzień dobry', gone, CALM).ended).toBe('failed');
    expect(speech.spoken).toEqual([]);
  });

  test('that say nothing have failed, and a stop or a later text ends them', async () => {
    speech.voices = [voice('Zosia', 'pl-PL')];
    const voices = createDeviceVoices(speech);
    const [zosia] = await voices.list();
    if (zosia === undefined) throw new Error('the list lost a voice');
    const mute = voices.speak('Dzień dobry', zosia, CALM);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await mute.ended).toBe('failed');
    const stopped = voices.speak('jeden', zosia, CALM);
    stopped.stop();
    expect(await stopped.ended).toBe('stopped');
    const first = voices.speak('jeden', zosia, CALM);
    voices.speak('dwa', zosia, CALM);
    expect(await first.ended).toBe('stopped');
    expect(speech.cancelled).toBeGreaterThanOrEqual(3);
  });
});

test('what was heard on this tablet is kept, let go, and never stands in the way', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  createHeardVoices(storage).put('pl-Latn', 'Zosia|pl-PL');
  expect(createHeardVoices(storage).of('pl-Latn')).toBe('Zosia|pl-PL');
  createHeardVoices(storage).put('pl-Latn', null);
  expect(createHeardVoices(storage).of('pl-Latn')).toBeNull();
  kept.set('said-and-done.voices', '{"pl-Latn": 7}');
  expect(createHeardVoices(storage).of('pl-Latn')).toBeNull();
  const shut = createHeardVoices(null);
  shut.put('pl-Latn', 'none');
  expect(shut.of('pl-Latn')).toBe('none');
});
