import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeDraft } from '../../../../src/domain/desk-places.ts';
import { draftOf, regraded } from '../../../../src/features/desk/places/draft-of.ts';
import { joinEdits } from '../../../../src/features/desk/places/join-edits.ts';
import { stricter } from '../../../../src/places/coarsen.ts';
import { aLibrary } from '../../../helpers/directory.ts';
import { spotAt } from '../../../helpers/told-places.ts';

const before = draftOf(aLibrary({ where: spotAt('open') }));

test('what only one changed is taken, whoever it was', () => {
  const joined = joinEdits(before, { ...before, name: 'Library' }, { ...before, notes: 'Ring at the side door.' });
  expect(joined).toEqual({ draft: { ...before, name: 'Library', notes: 'Ring at the side door.' }, both: [] });
});

test('what both changed stays as written here, and is told; the same change twice is none', () => {
  const mine = { ...before, council: 'South', name: 'Library' };
  const theirs = { ...before, council: 'North', name: 'Library' };
  expect(joinEdits(before, mine, theirs)).toEqual({ draft: mine, both: ['council'] });
});

test('whatever two people write of how closely it may be shown, the result can be kept and tells no more than either', () => {
  const grade = fc.constantFrom('open' as const, 'area' as const, 'shielded' as const);
  fc.assert(
    fc.property(grade, grade, fc.boolean(), (mine, theirs, moved) => {
      const away = moved ? { where: spotAt('open', -2.51, 51.47) } : {};
      const joined = joinEdits(before, regraded({ ...before, ...away }, mine), regraded(before, theirs)).draft;
      expect(placeDraft.safeParse(joined).success).toBe(true);
      const told = mine === before.grade ? theirs : theirs === before.grade ? mine : stricter(mine, theirs);
      expect(joined.grade).toBe(told);
    }),
  );
});
