import { expect, test } from 'vitest';
import { codeOfFragment } from '../../../src/features/enrol/code-of-fragment.ts';

test.each([
  ['#0WKXSA2350', '0WKXSA2350'],
  ['#0wkx-sa23%2050', '0WKXSA2350'],
  ['#owkxsa235o', '0WKXSA2350'],
  ['', ''],
  ['#short', ''],
  ['#%E0%A4%A', ''],
])('the fragment %s gives "%s"', (fragment, code) => {
  expect(codeOfFragment(fragment)).toBe(code);
});
