import { expect, test } from 'vitest';
import { layersToAsk, withAnswer } from '../../src/record-parts/consent/answers.ts';
import { memoryPictures } from '../../src/record-parts/receipt/memory-pictures.ts';

const NOW = { language: 'en', interpreted: false, now: '2026-11-03T10:00:00.000Z' };

test('an answer never touches another one, and the way it was asked stays as it was said', () => {
  const first = { ...withAnswer(null, 'use', 'yes', NOW), how: 'pictures' as const, interpreted: true };
  const second = withAnswer(first, 'share', 'no', { ...NOW, now: '2026-11-03T10:01:00.000Z' });
  expect(second).toMatchObject({
    answers: { use: 'yes', share: 'no' },
    how: 'pictures',
    interpreted: true,
    at: '2026-11-03T10:01:00.000Z',
  });
});

test('voice and photo are asked only where there is one, or where they were asked before it', () => {
  const layers = ['talk', 'use', 'share', 'voice', 'photo'] as const;
  expect(layersToAsk(layers, null, new Set())).toEqual(['use', 'share']);
  expect(layersToAsk(layers, null, new Set(['photo']))).toEqual(['use', 'share', 'photo']);
  expect(layersToAsk(layers, withAnswer(null, 'voice', 'no', NOW), new Set())).toEqual(['use', 'share', 'voice']);
  expect(layersToAsk(layers, withAnswer(null, 'use', 'no', NOW), new Set(['voice']))).toEqual(['use']);
});

test('three pictures are always the same for a code, and codes spread over them', () => {
  expect(memoryPictures('7KQ4M2TD')).toEqual(memoryPictures('7KQ4M2TD'));
  expect(memoryPictures('7KQ4M2TD')).toHaveLength(3);
  expect(memoryPictures('7KQ4M2TD')).not.toEqual(memoryPictures('7KQ4M2TE'));
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const seen = new Set<string>();
  let seed = 7;
  for (let n = 0; n < 2000; n += 1) {
    let code = '';
    for (let at = 0; at < 8; at += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      code += alphabet.charAt(Math.floor(seed / 65_536) % 32);
    }
    seen.add(memoryPictures(code).join(' '));
  }
  // 4,096 are possible: two thousand codes should find well over a thousand.
  expect(seen.size).toBeGreaterThan(1000);
});
