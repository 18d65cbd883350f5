import { render, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { createMemoryReferenceStore } from '../../src/adapters/memory/memory-stores.ts';
import { ServicesProvider, type Services } from '../../src/app/services.ts';
import { useDirectory } from '../../src/features/use-directory.ts';
import { anEntry } from '../helpers/directory.ts';

function Names(): VNode {
  const now = useDirectory('names');
  return <p>{now === null ? 'none yet' : now.directory.live.map(({ entry }) => entry.name).join(', ')}</p>;
}

test('places are read before anything is painted in their place, and once for all who show them', async () => {
  const store = createMemoryReferenceStore();
  await store.apply([{ kind: 'directory', id: 'hall', value: anEntry('hall', { name: 'The hall' }) }]);
  let read = 0;
  const entries = () => {
    read += 1;
    return store.entries();
  };
  const services = { reference: { ...store, entries }, clock: { wallMs: () => Date.UTC(2026, 10, 22, 12) } };
  const glass = document.body.appendChild(document.createElement('div'));
  // Without a test's own waiting: what runs after the paint has not run when this returns.
  render(
    <ServicesProvider value={services as unknown as Services}>
      <Names />
      <Names />
    </ServicesProvider>,
    glass,
  );
  expect(read).toBe(1);
  expect(glass.textContent).toBe('none yetnone yet');
  await expect.poll(() => glass.textContent).toBe('The hallThe hall');
  expect(read).toBe(1);
  render(null, glass);
  glass.remove();
});
