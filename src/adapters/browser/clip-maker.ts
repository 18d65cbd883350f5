import { Problem } from '../../domain/problems.ts';
import { voicedPart } from '../../domain/silence.ts';
import type { ClipMaker, MadeClip } from '../../ports/clip-maker.ts';
import type { Recorder } from '../../ports/recorder.ts';
import type { SoundPlayer } from '../../ports/sounds.ts';
import { writeOggOpus, type OpusPacket } from './ogg-opus.ts';

const RATE = 48_000;
const BITS_PER_SECOND = 24_000;
/** What Opus encoders begin with, in samples at 48 kHz, where one does not say: 6.5 ms. */
const PRE_SKIP = 312;
/** More than any encoder holds back. */
const LONGEST_PRE_SKIP = 960 * 4;
/** Files that tablets take as they are; anything else is encoded anew. */
const OPUS_FILE = /^(?:audio|video)\/(?:webm|ogg)/;
/** Less than this is not worth a second encoding. Milliseconds. */
const WORTH_CUTTING_MS = 100;

/** Clips out of recordings and files: decoded, cut to the voice, and encoded anew as Opus in Ogg. */
export function createClipMaker(recorder: Recorder, player: SoundPlayer): ClipMaker {
  return { recorder, player, finish };
}

async function finish(sound: Blob): Promise<MadeClip> {
  const heard = await decode(sound);
  const wholeMs = (heard.length / RATE) * 1000;
  const part = voicedPart(heard, RATE);
  const asItWas: MadeClip = { blob: sound, durationMs: wholeMs, cutMs: 0 };
  const opus = OPUS_FILE.test(sound.type);
  if (part === null) return asItWas;
  const cutMs = wholeMs - ((part.to - part.from) / RATE) * 1000;
  if (opus && cutMs < WORTH_CUTTING_MS) return asItWas;
  const cut = heard.slice(part.from, part.to);
  const blob = await encode(cut).catch(() => null);
  return blob === null ? asItWas : { blob, durationMs: wholeMs - cutMs, cutMs };
}

/** Mono at 48 kHz. */
async function decode(sound: Blob): Promise<Float32Array<ArrayBuffer>> {
  try {
    const context = new OfflineAudioContext(1, 1, RATE);
    const buffer = await context.decodeAudioData(await sound.arrayBuffer());
    const mono = new Float32Array(buffer.length);
    for (let channel = 0; channel < buffer.numberOfChannels; channel += 1) {
      const one = buffer.getChannelData(channel);
      for (let at = 0; at < one.length; at += 1) {
        mono[at] = (mono[at] ?? 0) + (one[at] ?? 0) / buffer.numberOfChannels;
      }
    }
    return mono;
  } catch (cause) {
    throw new Problem('asset-type', {}, { cause });
  }
}

/** null where this browser has no encoder: the sound then stays as it was. */
async function encode(samples: Float32Array<ArrayBuffer>): Promise<Blob | null> {
  if (typeof AudioEncoder === 'undefined') return null;
  const config: AudioEncoderConfig = {
    codec: 'opus',
    sampleRate: RATE,
    numberOfChannels: 1,
    bitrate: BITS_PER_SECOND,
  };
  if ((await AudioEncoder.isConfigSupported(config)).supported !== true) return null;
  const packets: OpusPacket[] = [];
  let failed: unknown = null;
  let preSkip = PRE_SKIP;
  const encoder = new AudioEncoder({
    output: (chunk, told) => {
      preSkip = preSkipOf(told?.decoderConfig?.description) ?? preSkip;
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push({ bytes, samples: Math.round(((chunk.duration ?? 20_000) * RATE) / 1_000_000) });
    },
    error: (thrown) => {
      failed = thrown;
    },
  });
  encoder.configure(config);
  // What the encoder holds back at the start comes out behind the end: room for it, so that the last word is whole.
  const padded = new Float32Array(samples.length + LONGEST_PRE_SKIP);
  padded.set(samples);
  const data = new AudioData({
    format: 'f32-planar',
    sampleRate: RATE,
    numberOfFrames: padded.length,
    numberOfChannels: 1,
    timestamp: 0,
    data: padded,
  });
  encoder.encode(data);
  data.close();
  await encoder.flush();
  encoder.close();
  if (failed !== null || packets.length === 0) return null;
  const file = writeOggOpus(packets, { channels: 1, preSkip, samples: samples.length });
  return new Blob([file], { type: 'audio/ogg' });
}

/** Out of the `OpusHead` the encoder describes its stream with. */
function preSkipOf(description: AllowSharedBufferSource | undefined): number | null {
  if (description === undefined) return null;
  const view = ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description);
  return view.byteLength < 19 ? null : view.getUint16(10, true);
}
