import { describe, expect, test } from 'vitest';
import { createBrowserPosition } from '../../../src/adapters/browser/browser-position.ts';
import { createMemoryPosition } from '../../../src/adapters/memory/memory-position.ts';
import { isSnapped } from '../../../src/domain/place-grid.ts';
import { Problem } from '../../../src/domain/problems.ts';
import type { Position } from '../../../src/ports/position.ts';

const HERE = { lng: 9.521347, lat: 47.139862 };

/** The browser's own receiver, with a position, a refusal, or a covered sky. */
function receiver(answer: { lng: number; lat: number } | number) {
  const asked: PositionOptions[] = [];
  const geolocation = {
    getCurrentPosition(found: PositionCallback, failed: PositionErrorCallback, options: PositionOptions) {
      asked.push(options);
      if (typeof answer === 'number') failed({ code: answer } as GeolocationPositionError);
      else found({ coords: { longitude: answer.lng, latitude: answer.lat, accuracy: 4 } } as GeolocationPosition);
    },
    watchPosition() {
      throw new Error('the position must not be followed');
    },
  } as unknown as Geolocation;
  return { geolocation, asked };
}

const twins: [string, (answer: { lng: number; lat: number } | 'refused' | 'unknown') => Position][] = [
  [
    'the browser',
    (answer) =>
      createBrowserPosition(
        receiver(typeof answer === 'string' ? { refused: 1, unknown: 2 }[answer] : answer).geolocation,
      ),
  ],
  ['the memory twin', (answer) => createMemoryPosition(answer)],
];

describe.each(twins)('the position of %s', (_name, make) => {
  test.each(['open', 'area'] as const)('comes out as the middle of a cell (%s), never as it was', async (grade) => {
    const at = await make(HERE).here(grade);
    expect(isSnapped(grade, at)).toBe(true);
    expect(at).not.toEqual([HERE.lng, HERE.lat]);
  });

  test('a refusal and a covered sky are told apart, and tell nothing else', async () => {
    await expect(make('refused').here('open')).rejects.toMatchObject({ code: 'position-refused', details: {} });
    await expect(make('unknown').here('open')).rejects.toMatchObject({ code: 'position-unknown', details: {} });
  });
});

test('a position that is not on earth is not known, and is not told in what went wrong', async () => {
  const wrong = createBrowserPosition(receiver({ lng: 9.521347, lat: 91 }).geolocation);
  const thrown = await wrong.here('open').catch((problem: unknown) => problem);
  expect(thrown).toBeInstanceOf(Problem);
  expect(JSON.stringify(thrown) + String((thrown as Problem).stack) + String((thrown as Problem).cause)).not.toContain(
    '9.521347',
  );
});

test('asks once, for what is true now, and gives up in the end', async () => {
  const { geolocation, asked } = receiver(HERE);
  await createBrowserPosition(geolocation).here('open');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ maximumAge: 0 });
  expect(asked[0]?.timeout).toBeGreaterThan(5000);
  expect(asked[0]?.timeout).toBeLessThan(60_000);
});

test('a browser without a receiver does not know', async () => {
  await expect(createBrowserPosition(undefined).here('open')).rejects.toMatchObject({ code: 'position-unknown' });
});
