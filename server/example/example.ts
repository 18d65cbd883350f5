import type { Deps } from '../http/deps.ts';

/** Fills a plainly fictional organisation, once. Returns lines for the person who started it. */
export async function fillExample(deps: Deps): Promise<readonly string[]> {
  await deps.store.settings.set('example', 'yes');
  return [];
}
