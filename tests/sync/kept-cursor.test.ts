import { expect, test } from 'vitest';
import { createMemoryClock } from '../../src/adapters/memory/memory-device.ts';
import { createMemoryOutbox } from '../../src/adapters/memory/memory-outbox.ts';
import { createMemoryReferenceStore } from '../../src/adapters/memory/memory-stores.ts';
import { createBrowserRandom } from '../../src/adapters/browser/browser-random.ts';
import { Problem } from '../../src/domain/problems.ts';
import { createGuard } from '../../src/sync/guard.ts';
import { isFetchedWhole } from '../../src/sync/kept-cursor.ts';
import { pullAll } from '../../src/sync/pull.ts';
import { freshMemory, type RunContext } from '../../src/sync/run-context.ts';
import { sampleOrganisation } from '../contracts/stores.ts';

/** A server of three pages; `cutAt` cuts the link before the page of that number. */
function aTablet() {
  const reference = createMemoryReferenceStore();
  const outbox = createMemoryOutbox(createBrowserRandom());
  const asked: (string | null)[] = [];
  const link = { cutAt: null as number | null };
  const pages = [
    {
      rows: [sampleOrganisation, { kind: 'of-a-newer-app', id: 'x', value: { some: 'thing' } }],
      cursor: 'c1',
      more: true,
    },
    { rows: [], cursor: 'c2', more: true },
    { rows: [], cursor: 'c3', more: false },
  ];
  const run = {
    deps: {
      reference,
      outbox,
      clock: createMemoryClock(0),
      transport: {
        pull: async (cursor: string | null) => {
          asked.push(cursor);
          const at = cursor === null ? 0 : Number(cursor.slice(1));
          if (at === link.cutAt) throw new Problem('unreachable');
          return pages[at] ?? { rows: [], cursor: cursor ?? '', more: false };
        },
      },
    },
    guard: createGuard({ ...createMemoryClock(0), sleep: () => new Promise(() => {}) }, new AbortController().signal),
    memory: freshMemory(),
    stopped: () => false,
    progress: () => undefined,
  } as unknown as RunContext;
  const whole = async () => isFetchedWhole((await outbox.install()).cursor);
  return { run, asked, link, reference, whole };
}

test('cut off after the first page, a tablet knows that it has not got everything, and goes on from there', async () => {
  const { run, asked, link, reference, whole } = aTablet();
  expect(await whole()).toBe(false);
  link.cutAt = 1;
  await expect(pullAll(run)).rejects.toMatchObject({ code: 'unreachable' });
  // What came is used, and what this version cannot read is passed over.
  expect(await reference.organisation()).not.toBeNull();
  expect(await whole()).toBe(false);
  link.cutAt = null;
  expect(await pullAll(run)).toBeNull();
  expect(asked).toEqual([null, 'c1', 'c1', 'c2']);
  expect(await whole()).toBe(true);
  await pullAll(run);
  expect(asked.at(-1)).toBe('c3');
  expect(await whole()).toBe(true);
});
