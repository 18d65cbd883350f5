import type { Browser } from 'playwright-core';
import { Album } from './album.ts';
import { ruleFaults } from './by-rule.ts';
import { faultsOf } from './faults.ts';
import type { Office } from './office.ts';
import { SIZES, type Reading, type Size } from './readings.ts';
import { SCREENS, type Line } from './screens.ts';
import { Steps } from './steps.ts';
import { tabFaults } from './tab-order.ts';

/** Colours are the same in every language, and take longest to look at: once in each way of reading is enough. */
const BY_COLOUR = ['en', 'ar'];

const LATE_MS: readonly number[] = [1000, 3000, 6000];

export interface Seen {
  /** What is wrong on any screen, each by the screen and the size. */
  readonly faults: readonly string[];
  /** Screens that do not look as they were kept. */
  readonly changed: readonly string[];
  readonly screens: number;
}

/** One tablet from its first screen to its last in one reading, every screen looked at in each size. */
export async function walkCourse(
  browser: Browser,
  office: Office,
  reading: Reading,
  options: {
    readonly redraw: boolean;
    readonly lines?: readonly Line[];
    /** Stands before the name of the reading where its screens are kept. */
    readonly kept?: string;
  },
): Promise<Seen> {
  const [first] = SIZES;
  const context = await browser.newContext({
    viewport: first,
    hasTouch: true,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/London',
    locale: 'en-GB',
  });
  const it = await Steps.take(context, reading, office);
  const kept = { ...reading, name: `${options.kept ?? ''}${reading.name}` };
  const albums = SIZES.map((size) => ({ size, album: new Album(kept, size, options.redraw) }));
  const faults: string[] = [];
  const changed: string[] = [];
  let screens = 0;

  const look = async (name: string): Promise<void> => {
    screens += 1;
    const check = async (size: Size): Promise<void> => {
      if (options.redraw) return;
      faults.push(...(await all(it, size)).map((fault) => `${name}, ${size.name}: ${fault}`));
    };
    // Drawn before anything is tried, so that what is kept is the same whether it is tried or not.
    for (const { size, album } of albums) {
      if (size !== first) await it.resize(size);
      let different = album.look(name, await it.draw());
      // On a slow machine something may come late: it is another screen when it stays so. Where much is another one, a
      // moment is enough.
      for (const late of changed.length < 5 ? LATE_MS : LATE_MS.slice(0, 1)) {
        if (different === null) break;
        await it.page.waitForTimeout(late);
        await it.settle();
        different = album.look(name, await it.draw());
      }
      if (different !== null) changed.push(`${name}, ${size.name} ${different}`);
      if (size !== first) await check(size);
    }
    await it.resize(first);
    await check(first);
  };
  for (const { name, to, on } of options.lines ?? SCREENS) {
    await to(it).catch((thrown: unknown) => {
      throw new Error(`${reading.name}: "${name}" was not come to`, { cause: thrown });
    });
    await look(name);
    if (on === undefined) continue;
    for (let step = 2; await on(it); step += 1) await look(`${name}, ${step}`);
  }
  await context.close();
  for (const { size, album } of albums) {
    if (options.redraw) album.keep();
    else changed.push(...album.lost().map((name) => `${name}, ${size.name} is no longer come to`));
  }
  return { faults, changed: options.redraw ? [] : changed, screens };
}

/** Everything a machine can find wrong with the screen in front of it; rules and the keyboard on the smaller glass alone. */
async function all(it: Steps, size: Size): Promise<string[]> {
  const faults = await faultsOf(it.page, it.reading, it.office.names);
  if (size !== SIZES[0]) return faults;
  const rules = await ruleFaults(it.page, BY_COLOUR.includes(it.reading.name));
  return [...faults, ...rules, ...(await tabFaults(it.page))];
}
