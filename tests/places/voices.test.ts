import { expect, test } from 'vitest';
import { LISTS } from '../../src/domain/lists/lists.ts';
import { voiceOf, voicesIn } from '../../src/places/voices.ts';

test('every source has its voice: people themselves, whoever speaks for them, the team', () => {
  const voices = LISTS.placeSources.map((source) => [source, voiceOf({ kind: 'need', source })]);
  expect(voices).toEqual([
    ['own-eyes', 'team'],
    ['resident', 'members'],
    ['community-leader', 'others'],
    ['professional', 'others'],
    ['partner', 'others'],
    ['document', 'team'],
    ['not-said', 'team'],
  ]);
});

test('each is counted for itself, and a bare visit is nobody’s view', () => {
  const need = { kind: 'need' as const };
  expect(
    voicesIn([
      { ...need, source: 'resident' },
      { ...need, source: 'resident' },
      { ...need, source: 'professional' },
      { kind: 'visit', source: 'resident' },
    ]),
  ).toEqual({ members: 2, others: 1, team: 0 });
});
