import { describe, expect, test } from 'vitest';
import { voicedPart } from '../../src/domain/silence.ts';

const RATE = 16_000;
type Part = readonly [seconds: number, loud: number];

/** Tones with a little noise of the room over all of it. */
function sound(room: number, ...parts: readonly Part[]): Float32Array {
  let seed = 1;
  const noise = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return (seed / 2_147_483_647 - 0.5) * 2 * room;
  };
  return Float32Array.from(
    parts.flatMap(([seconds, loud]) =>
      Array.from({ length: Math.round(seconds * RATE) }, (_, at) => Math.sin(at / 5) * loud + noise()),
    ),
  );
}
const seconds = (part: { from: number; to: number } | null) =>
  part === null ? null : [part.from / RATE, part.to / RATE];

describe('the silence at both ends', () => {
  test.each([
    ['a still room', 0.0005],
    ['a noisy one', 0.02],
  ])('is found in %s, with room left for the first and the last letter', (_name, room) => {
    const [from = 0, to = 0] = seconds(voicedPart(sound(room, [1, 0], [2, 0.3], [1.5, 0]), RATE)) ?? [];
    expect(from).toBeGreaterThan(0.8);
    expect(from).toBeLessThan(1);
    expect(to).toBeGreaterThan(3);
    expect(to).toBeLessThan(3.2);
  });

  test('pauses between words stay', () => {
    const [from = 0, to = 0] =
      seconds(voicedPart(sound(0.001, [0.5, 0], [0.4, 0.3], [1, 0], [0.4, 0.3], [0.5, 0]), RATE)) ?? [];
    expect(to - from).toBeGreaterThan(1.8);
  });

  test('somebody who speaks from end to end loses nothing', () => {
    const whole = sound(0.001, [2, 0.3]);
    expect(voicedPart(whole, RATE)).toEqual({ from: 0, to: whole.length });
  });

  test('a soft voice is a voice', () => {
    expect(voicedPart(sound(0.0005, [1, 0], [1, 0.02], [1, 0]), RATE)).not.toBeNull();
  });

  test('a click is none, and nor is nothing', () => {
    const click = new Float32Array(RATE * 2);
    click[RATE] = 0.9;
    expect(voicedPart(click, RATE)).toBeNull();
    expect(voicedPart(new Float32Array(0), RATE)).toBeNull();
    expect(voicedPart(new Float32Array(RATE), RATE)).toBeNull();
  });
});
