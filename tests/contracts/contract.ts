/**
 * A contract is a set of named examples that knows no test runner, so that the same examples hold the memory twin and the
 * real adapter, in Node and inside a real Chromium.
 */
export type Contract = Readonly<Record<string, () => Promise<void>>>;

/** Throws unless both are the same: order of keys does not matter, bytes and sets are compared by content. */
export function same(actual: unknown, expected: unknown, what = ''): void {
  const [is, should] = [show(actual), show(expected)];
  if (is !== should) throw new Error(`${what === '' ? '' : `${what}: `}expected ${should}, got ${is}`);
}

/** Throws unless the work throws a Problem with this code. */
export async function throwsProblem(work: () => Promise<unknown>, code: string): Promise<void> {
  let thrown: unknown;
  try {
    await work();
  } catch (error) {
    thrown = error;
  }
  const got = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown ?? 'nothing');
  same(got, code, 'problem');
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return { bytes: [...part] };
    if (part instanceof Set) return { set: [...part].map(String).sort() };
    if (part instanceof Map) return { map: [...part].map(([key, one]) => [String(key), show(one)]).sort() };
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      return Object.fromEntries(Object.entries(part).sort(([one], [other]) => one.localeCompare(other)));
    }
    return part === undefined ? 'undefined' : part;
  });
}
