import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isSnapped, type LngLat } from '../../src/domain/place-grid.ts';
import { atRest } from '../helpers/at-rest.ts';
import { drawnShare, openMapLab, settled, TOWN, type MapLab, type OpenedMap } from '../helpers/map-lab/map-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The middle of a town, close by. */
const VADUZ = '9.5,47.13,9.54,47.15';
const WIDE = { viewport: { width: 1024, height: 768 } };
let lab: MapLab;

beforeAll(async () => {
  lab = await openMapLab();
});
afterEach(() => lab?.clear());
afterAll(() => lab?.close());

const names = ({ page }: OpenedMap) => page.locator('.map-label__words').allTextContents();
const windowOf = ({ page }: OpenedMap) => page.locator('.map__window');

describe('a map with no connection, under the policy of the server', () => {
  test('is drawn from the file on the device, and asks nobody for anything', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '40', start: VADUZ, wait: '1' }, WIDE);
    const worker = /\/assets\/maplibre-gl-worker-[\w-]+\.js$/;
    // From here on there is no net. The service worker, which this page has not, would give the map its own worker.
    await map.context.route('**', (route) => (worker.test(route.request().url()) ? route.continue() : route.abort()));
    map.requests.length = 0;
    await map.page.evaluate(() => window.dispatchEvent(new Event('go')));
    await map.page.locator('.map-label__words', { hasText: 'Vaduz' }).waitFor();
    await settled(map.page);
    expect(await drawnShare(map)).toBeGreaterThan(0.05);
    expect(map.requests.filter((url) => !worker.test(url))).toEqual([]);
    expect(map.complaints).toEqual([]);
  });

  test('breaks no rule of the policy and complains of nothing, in every look', async () => {
    for (const look of ['day', 'sun', 'easy']) {
      const map = await lab.open({ tiles: 'liechtenstein,bristol-corner', marks: '10', look });
      await map.page.getByRole('button', { name: 'Closer' }).click();
      await settled(map.page);
      expect(map.complaints, look).toEqual([]);
      expect(await drawnShare(map), look).toBeGreaterThan(0.03);
      const hosts = new Set(map.requests.map((url) => new URL(url).host));
      expect(hosts.size).toBe(1);
    }
  });

  test('always says who made the data', async () => {
    const map = await lab.open({ tiles: 'liechtenstein' });
    const makers = map.page.getByText('© OpenStreetMap contributors');
    await makers.waitFor();
    await map.page.getByRole('button', { name: 'Closer' }).click();
    await makers.waitFor();
  });

  test('of which nothing can be read says so, and the other maps are drawn', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', broken: '1' });
    await map.page.getByText('North side').waitFor();
    await expect.poll(() => names(map)).toContain('Vaduz');
  });

  test('without any base map shows the squares that places are kept in', async () => {
    const map = await lab.open({ marks: '3' });
    await map.page.getByText('There is no map of the ground').waitFor();
    for (let step = 0; step < 3; step += 1) await map.page.getByRole('button', { name: 'Closer' }).click();
    await settled(map.page);
    expect(await drawnShare(map)).toBeGreaterThan(0.005);
  });

  test('that the device cannot draw is a list of everything, and says so', async () => {
    const map = await lab.open({ marks: '5', wait: '1' });
    await map.page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
      window.dispatchEvent(new Event('go'));
    });
    await map.page.getByText('This tablet cannot draw maps').waitFor();
    await map.page.getByRole('button', { name: /Meeting place 3/ }).click();
    expect((await map.told()).opened).toEqual(['mark-3']);
  });
});

describe('a drawing that the device takes away', () => {
  /** Takes it away, and gives what the page says then: it may come back sooner than somebody outside looks. */
  const lose = ({ page }: OpenedMap) =>
    page.evaluate(
      () =>
        new Promise<string>((say, reject) => {
          const look = (): void => {
            const said = document.body.innerText;
            if (/went away for a moment|cannot be drawn now/.test(said)) say(said);
          };
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
          setTimeout(() => reject(new Error(document.body.innerText)), 60_000);
          document
            .querySelector<HTMLCanvasElement>('.map__ground canvas')
            ?.getContext('webgl2')
            ?.getExtension('WEBGL_lose_context')
            ?.loseContext();
        }),
    );
  const lost = (map: OpenedMap) => map.page.getByText('The map went away for a moment.');
  const back = async (map: OpenedMap) => {
    await lost(map).waitFor({ state: 'detached' });
    await map.page.locator('.map__over').waitFor({ state: 'attached' });
    await settled(map.page);
  };
  /** What the browser says of a loss that was asked for is no complaint of ours. */
  const complaints = (map: OpenedMap) => map.complaints.filter((said) => !said.includes('CONTEXT_LOST_WEBGL'));

  test('is told, everything stands in the list meanwhile, and it comes back where it was', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '40', start: VADUZ });
    const further = map.page.getByRole('button', { name: 'Further away' });
    await further.click();
    await settled(map.page);
    const [before, list] = [await names(map), await map.page.locator('.map__list-title').textContent()];
    expect(before.length).toBeGreaterThan(0);
    expect(await lose(map)).toMatch(/40 things[^]*Meeting place 3/);
    await back(map);
    expect((await names(map)).sort()).toEqual(before.sort());
    expect(await map.page.locator('.map__list-title').textContent()).toBe(list);
    expect(await drawnShare(map)).toBeGreaterThan(0.05);
    await further.click();
    await settled(map.page);
    expect(complaints(map)).toEqual([]);
  });

  test('takes nothing of what was being picked along', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', pick: 'area', start: VADUZ });
    for (const [across, down] of [
      [80, 80],
      [240, 90],
      [230, 260],
    ] as const)
      await windowOf(map).click({ position: { x: across, y: down } });
    const picked = (await map.told()).where.at(-1);
    expect(picked?.as).toBe('area');
    await lose(map);
    await back(map);
    expect((await map.told()).where.at(-1)).toEqual(picked);
    await windowOf(map).click({ position: { x: 90, y: 250 } });
    const more = (await map.told()).where.at(-1);
    expect(more?.as === 'area' && picked?.as === 'area' && more.points.length - picked.points.length).toBe(1);
    expect(complaints(map)).toEqual([]);
  });

  test('again and again leads to the list, and can be asked for once more', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '5' });
    for (let time = 0; time < 3; time += 1) {
      expect(await lose(map), String(time)).toContain('went away');
      await back(map);
    }
    expect(await lose(map)).toContain('cannot be drawn now');
    await map.page.getByRole('button', { name: /Meeting place 3/ }).click();
    expect((await map.told()).opened).toEqual(['mark-3']);
    await map.page.getByRole('button', { name: 'Draw the map again' }).click();
    await back(map);
    expect(await drawnShare(map)).toBeGreaterThan(0.05);
    expect(await map.page.getByText('The map cannot be drawn now.').count()).toBe(0);
    expect(complaints(map)).toEqual([]);
  });

  test('that cannot be drawn a second time leads to the list', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '5' });
    await map.page.evaluate(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      document
        .querySelector<HTMLCanvasElement>('.map__ground canvas')
        ?.getContext('webgl2')
        ?.getExtension('WEBGL_lose_context')
        ?.loseContext();
      HTMLCanvasElement.prototype.getContext = () => null;
      window.addEventListener('mend', () => (HTMLCanvasElement.prototype.getContext = getContext));
    });
    await map.page.getByText('The map cannot be drawn now.').waitFor();
    await map.page.evaluate(() => window.dispatchEvent(new Event('mend')));
    await map.page.getByRole('button', { name: 'Draw the map again' }).click();
    await back(map);
    expect(await drawnShare(map)).toBeGreaterThan(0.05);
  });
});

describe('names', () => {
  test.each([
    ['ar', 'فادوتس', 'Noto Naskh Arabic'],
    ['ur', 'فادوز', 'Noto Nastaliq Urdu'],
    ['bn', 'ফাডুৎস', 'Noto Sans Bengali'],
  ])('for a reader of %s stand in their script and letters', async (language, written, letters) => {
    const map = await lab.open({ tiles: 'small', language, start: '9.4,47,9.7,47.3' });
    const label = map.page.locator('.map-label__words', { hasText: written });
    expect(await label.getAttribute('lang')).toBe(language);
    expect(await label.evaluate((element) => getComputedStyle(element).fontFamily)).toContain(letters);
  });

  test('for other readers stand as on the signs, where the town is', async () => {
    const map = await lab.open({ tiles: 'small', language: 'pl', start: '9.4,47,9.7,47.3' });
    const label = map.page.locator('.map-label__words', { hasText: 'Vaduz' });
    const [place, frame] = await Promise.all([label.boundingBox(), windowOf(map).boundingBox()]);
    if (place === null || frame === null) throw new Error('not on the screen');
    const across = (place.x + place.width / 2 - frame.x) / frame.width;
    expect(across).toBeGreaterThan(0.3);
    expect(across).toBeLessThan(0.7);
    expect(TOWN.lng).toBeLessThan(9.55);
  });
});

describe('marks', () => {
  test('can be pressed with a finger, and lie in the square they are known by', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '2' }, { hasTouch: true });
    const marks = map.page.locator('.map-mark');
    for (const box of await Promise.all((await marks.all()).map((mark) => mark.boundingBox()))) {
      expect(box?.width).toBeGreaterThanOrEqual(48);
      expect(box?.height).toBeGreaterThanOrEqual(48);
    }
    await map.page.getByRole('button', { name: /Meeting place 1\. A group/ }).tap();
    await expect.poll(async () => (await map.told()).opened).toEqual(['mark-1']);
  });

  test('close together are one with their number, which leads closer to them', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '300' }, WIDE);
    const before = await map.page.locator('.map-mark--many').count();
    expect(before).toBeGreaterThan(2);
    const told = await map.page.locator('.map-mark--many').first().getAttribute('aria-label');
    expect(told).toMatch(/^\d+ things close together\. Open to see them\.$/);
    await map.page.locator('.map-mark--many').first().click();
    await settled(map.page);
    expect((await map.told()).opened).toEqual([]);
    await expect.poll(() => map.page.locator('.map-mark:not(.map-mark--many)').count()).toBeGreaterThan(0);
  });

  test('are reached by keys alone: the map, then the list of what is in view', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '12' });
    const frame = windowOf(map);
    await frame.focus();
    const seen = map.page.locator('.map__list-title');
    const all = await seen.textContent();
    for (let step = 0; step < 4; step += 1) await map.page.keyboard.press('+');
    await settled(map.page);
    await map.page.keyboard.press('ArrowLeft');
    await settled(map.page);
    expect(await seen.textContent().catch(() => '')).not.toBe(all);
    for (let step = 0; step < 5; step += 1) await map.page.keyboard.press('-');
    await settled(map.page);
    // Three buttons on the map, then the list.
    for (let step = 0; step < 4; step += 1) await map.page.keyboard.press('Tab');
    await map.page.keyboard.press('Enter');
    await map.page.keyboard.press('Tab');
    await map.page.keyboard.press('Enter');
    await expect.poll(async () => (await map.told()).opened).toHaveLength(1);
  });

  test('ten thousand are shown at once', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', marks: '10000' }, WIDE);
    expect(await map.page.locator('.map-spot').count()).toBeLessThan(250);
    await map.page.locator('.map__list-title', { hasText: '9750 things in view' }).waitFor();
  });
});

describe('putting a place on the map', () => {
  const touch = async (map: OpenedMap, across: number, down: number) => {
    const frame = await windowOf(map).boundingBox();
    if (frame === null) throw new Error('no map');
    await map.page.mouse.click(frame.x + across, frame.y + down);
    await atRest(map.page);
  };

  test.each(['open', 'area'] as const)(
    'at the grade %s tells squares only, and says how wide they are',
    async (grade) => {
      const map = await lab.open({ tiles: 'liechtenstein', pick: 'point', grade });
      for (const [across, down] of [
        [50, 80],
        [151, 190],
        [203, 301],
      ] as const)
        await touch(map, across, down);
      const { where } = await map.told();
      expect(where).toHaveLength(3);
      for (const one of where) {
        if (one.as !== 'point') throw new Error(one.as);
        expect(one.grade).toBe(grade);
        expect(one.points.every((point) => isSnapped(grade, point as LngLat))).toBe(true);
      }
      const width = grade === 'open' ? '250 metres' : '1 kilometre';
      await map.page.getByText(`somewhere in this square of ${width}`).waitFor();
    },
  );

  test('needs no finger: keys bring the place under the cross', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', pick: 'point', grade: 'open' });
    await windowOf(map).focus();
    for (const key of ['+', '+', 'ArrowRight', 'Enter']) {
      await map.page.keyboard.press(key);
      await settled(map.page);
    }
    await map.page.keyboard.press('ArrowDown');
    await settled(map.page);
    await map.page.getByRole('button', { name: 'Set it under the cross' }).press('Enter');
    const { where } = await map.told();
    expect(where).toHaveLength(2);
    expect(where[0]).not.toEqual(where[1]);
  });

  test('an area takes three squares, one step back, and is done when it is said to be', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', pick: 'area', grade: 'area' });
    await touch(map, 60, 80);
    await map.page.getByText('2 more spots are needed.').waitFor();
    await touch(map, 60, 80);
    await map.page.getByText('That is the same square').waitFor();
    await touch(map, 220, 150);
    await touch(map, 150, 330);
    await map.page.getByRole('button', { name: 'Take back the last spot' }).click();
    expect((await map.told()).where.at(-1)).toEqual({ as: 'nowhere' });
    await touch(map, 100, 330);
    const drawn = (await map.told()).where.at(-1);
    expect(drawn?.as).toBe('area');
    await map.page.getByRole('button', { name: 'Done' }).click();
    await touch(map, 250, 250);
    expect((await map.told()).where.at(-1)).toEqual(drawn);
    await map.page.getByRole('button', { name: 'Start again' }).click();
    expect((await map.told()).where.at(-1)).toEqual({ as: 'nowhere' });
  });

  test('leaves no trace of where a finger was: nothing is kept, nothing is sent', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', pick: 'line', grade: 'open' });
    map.requests.length = 0;
    for (const across of [40, 130, 260]) await touch(map, across, across);
    const kept = await map.page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      bases: (await indexedDB.databases()).length,
      hash: location.hash,
      marks: performance.getEntriesByType('mark').map(({ name }) => name),
    }));
    expect(kept).toEqual({ local: [], session: [], bases: 0, hash: '', marks: ['opening'] });
    expect(map.requests).toEqual([]);
  });
});

describe('everybody can work it', () => {
  test.each([
    { language: 'en', look: 'day', marks: '12' },
    { language: 'ar', look: 'day', marks: '12' },
    { language: 'en', look: 'sun', marks: '12' },
    { language: 'en', look: 'easy', pick: 'area', grade: 'open' },
    { language: 'ar', look: 'sun', pick: 'point', grade: 'area' },
  ])('$language, $look: meets WCAG 2.2 AA and fits a width of 320 px', async (view) => {
    const map = await lab.open({ ...view, tiles: 'liechtenstein' }, { viewport: { width: 320, height: 640 } });
    await map.page.locator('.map__buttons [aria-pressed]').click();
    const { violations } = await new AxeBuilder({ page: map.page }).withTags(RULES).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual([]);
    expect(await map.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const buttons = await map.page.locator('.map__window .icon-button, .map__arrow').all();
    expect(buttons).toHaveLength(7);
    for (const button of buttons) expect((await button.boundingBox())?.width).toBeGreaterThanOrEqual(48);
  });

  test('buttons change sides with the direction of reading; the ground does not', async () => {
    const sides = async (language: string) => {
      const map = await lab.open({ tiles: 'liechtenstein', language });
      const [frame, closer] = await Promise.all([
        windowOf(map).boundingBox(),
        map.page.locator('.map__buttons').boundingBox(),
      ]);
      const towns = ['Eschen', 'Balzers'].map((name) => map.page.locator('.map-label__words', { hasText: name }));
      const [north, south] = await Promise.all(towns.map((town) => town.boundingBox()));
      await map.page.locator('.map__buttons [aria-pressed]').click();
      const west = await map.page.locator('.map__arrow--west').boundingBox();
      const east = await map.page.locator('.map__arrow--east').boundingBox();
      if (!north || !south) throw new Error('a town is missing');
      if (frame === null || closer === null || west === null || east === null) throw new Error('not all there');
      const middle = frame.x + frame.width / 2;
      return {
        buttons: closer.x > middle,
        westIsLeft: west.x < east.x,
        eastwards: Math.round(north.x + north.width / 2 - south.x - south.width / 2),
      };
    };
    const [english, arabic] = [await sides('en'), await sides('ar')];
    expect([english.buttons, arabic.buttons]).toEqual([true, false]);
    expect([english.westIsLeft, arabic.westIsLeft]).toEqual([true, true]);
    expect(english.eastwards).toBeGreaterThan(10);
    expect(Math.abs(english.eastwards - arabic.eastwards)).toBeLessThanOrEqual(2);
  });

  test('a wheel over the map scrolls the page; arrows move it for whoever does not drag', async () => {
    const map = await lab.open({ tiles: 'liechtenstein', start: VADUZ }, { viewport: { width: 360, height: 300 } });
    await windowOf(map).hover();
    const before = await names(map);
    await map.page.mouse.wheel(0, 200);
    await expect.poll(() => map.page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect(await names(map)).toEqual(before);
    await map.page.getByRole('button', { name: 'Arrows to move the map' }).click();
    await map.page.getByRole('button', { name: 'Move down' }).click();
    await settled(map.page);
    await expect.poll(() => names(map)).not.toEqual(before);
  });
});
