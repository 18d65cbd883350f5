/** Where the words of a recording begin and end, in samples; `to` is the first one after them. */
export interface Voiced {
  readonly from: number;
  readonly to: number;
}

const WINDOW_MS = 20;
/** Kept before the first and after the last word: a clip that begins at once loses its first letter. */
const ROOM_MS = 120;
/** Quieter than this is silence in any room. Full scale is 1. */
const LEAST = 0.004;
/** A window louder than the room by this factor holds a voice. */
const ABOVE_ROOM = 3;
/** One loud window alone is a click. */
const WINDOWS_IN_A_ROW = 2;

/**
 * Finds the silence at both ends of a sound (mono, -1 to 1). The quietest tenth of it says how loud the room is. null:
 * there is no voice in it at all.
 */
export function voicedPart(samples: Float32Array, rate: number): Voiced | null {
  const size = Math.max(1, Math.round((rate * WINDOW_MS) / 1000));
  const loud: number[] = [];
  for (let at = 0; at < samples.length; at += size) {
    const end = Math.min(samples.length, at + size);
    let power = 0;
    for (let i = at; i < end; i += 1) power += (samples[i] ?? 0) ** 2;
    loud.push(Math.sqrt(power / (end - at)));
  }
  const peak = Math.max(0, ...loud);
  const room = loud.toSorted((a, b) => a - b)[Math.floor(loud.length / 10)] ?? 0;
  // Somebody who speaks from end to end has no quiet tenth: never ask for more than a part of the peak.
  const limit = Math.max(LEAST, Math.min(room * ABOVE_ROOM, peak * 0.1));
  const voiced = (at: number): boolean =>
    Array.from({ length: WINDOWS_IN_A_ROW }, (_, step) => loud[at + step] ?? 0).every((one) => one > limit);
  const first = loud.findIndex((_, at) => voiced(at));
  if (first === -1) return null;
  const last = loud.findLastIndex((_, at) => voiced(at)) + WINDOWS_IN_A_ROW;
  const margin = Math.round((rate * ROOM_MS) / 1000);
  return { from: Math.max(0, first * size - margin), to: Math.min(samples.length, last * size + margin) };
}
