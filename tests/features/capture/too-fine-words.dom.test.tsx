import { cleanup, fireEvent, renderHook, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import type { PlaceGrade } from '../../../src/domain/record.ts';
import { firstTooFine, useAskedAtGrade } from '../../../src/features/capture/too-fine.ts';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { capture as noteCapture } from '../../../src/kinds/map-note/capture.tsx';
import { type MapNote, mapNote } from '../../../src/kinds/map-note/schema.ts';
import { specimens as notes } from '../../../src/kinds/map-note/specimens.ts';
import { capture as placeCapture } from '../../../src/kinds/place/capture.tsx';
import { type Place, place } from '../../../src/kinds/place/schema.ts';
import { specimens as places } from '../../../src/kinds/place/specimens.ts';
import type { CaptureView } from '../../../src/kinds/views.ts';
import type { Draft } from '../../../src/tablet/drafts.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';
import { anEntry } from '../../helpers/directory.ts';

/** What is written about a place may say more closely where it is than its grade: asked before it is finished, in every field. */

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const EXACT = '51.45451, -2.58791';
const POSTCODE = 'ZZ9 9ZZ';

describe('every text of a record about a place is looked at', () => {
  const draftOf = (body: unknown, captions: readonly string[] = []): Draft =>
    ({ body, consent: null, media: captions.map((caption, at) => ({ id: `m${at}`, caption })) }) as unknown as Draft;
  /** Ways to every text of a body that somebody may have written, found by looking: not by the list under test. */
  function textsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
    const CODED =
      /^(?:entryId|observationId|to|how|type|kind|setting|grade|as|on|from|source|confidence|status|share|photo|photos|signal|charging)$/;
    if (typeof value === 'string') return CODED.test(String(path.at(-1))) ? [] : [path];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, one]) =>
      /^(?:languages|goodTimes|access|themes|points|links|link|about)$/.test(key) && typeof one === 'object'
        ? []
        : textsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  }
  function withText(value: unknown, [key, ...rest]: readonly (string | number)[], text: string): unknown {
    if (key === undefined) return text;
    const copy = structuredClone(value) as Record<string | number, unknown>;
    copy[key] = withText(copy[key], rest, text);
    return copy;
  }
  const FULL_FACTS: Place['facts'] = {
    whoMeets: 'a',
    host: 'b',
    timesNote: 'c',
    accessNote: 'd',
    sensitivities: 'e',
    permission: { from: 'host', note: 'f' },
  };
  const size = { about: 'g', source: 'resident', confidence: 'guess' } as const;
  const bodies: readonly (readonly [string, CaptureView<unknown>, Place | MapNote])[] = [
    ['place', placeCapture as CaptureView<unknown>, { ...(places['hidden'] as Place), facts: FULL_FACTS, size }],
    [
      'place in words',
      placeCapture as CaptureView<unknown>,
      { ...(places['venue'] as Place), facts: FULL_FACTS, size },
    ],
    ['note', noteCapture as CaptureView<unknown>, { ...(notes['spot'] as MapNote), facts: FULL_FACTS }],
    ['plan', noteCapture as CaptureView<unknown>, { ...(notes['plan'] as MapNote), facts: FULL_FACTS }],
  ];

  test.each(bodies)('%s', (_name, view, body) => {
    // Said as where it is, the council area stands in its own place too, as `mayKeep` puts it there.
    const paths = textsIn(body).filter(([key]) => key !== 'council' || body.where.as !== 'council');
    expect(paths.length).toBeGreaterThan(7);
    expect(firstTooFine(view, draftOf(body), [])).toBeNull();
    for (const grade of ['open', 'area', 'shielded'] as const) {
      for (const path of paths) {
        const asked = (text: string) => firstTooFine(view, draftOf(withText({ ...body, grade }, path, text)), []);
        const found = asked(`by ${EXACT} there`);
        expect(found?.piece, path.join('.')).toMatchObject({ looksLike: 'position', text: EXACT });
        // What is taken out is taken out there, and nothing is asked any more.
        const after = found?.without('(a place)') as Draft;
        const kept = view.mayKeep?.(after.body) ?? after.body;
        expect(JSON.stringify(kept)).not.toContain(EXACT);
        expect(firstTooFine(view, draftOf(kept), [])).toBeNull();
        expect(asked(EXACT) && firstTooFine(view, draftOf(withText(body, path, EXACT)), [EXACT])).toBeNull();
        // A postcode is a dozen doors: finer than an area, not much finer than an open square.
        expect(asked(POSTCODE)?.piece.looksLike ?? null).toBe(grade === 'open' ? null : 'postcode');
      }
    }
  });

  test.each(bodies)(
    '%s can be finished after a piece is taken out of a text as long as may be',
    (_name, view, body) => {
      const { schema } = 'observationId' in body ? mapNote : place;
      const paths = textsIn(body).filter(([key]) => key !== 'council' || body.where.as !== 'council');
      expect(paths.length).toBeGreaterThan(7);
      for (const path of paths) {
        const parsed = (length: number): boolean => schema.safeParse(withText(body, path, 'x'.repeat(length))).success;
        const most = [2000, 600, 200, 120, 80].find(parsed) ?? 0;
        expect([most >= 80, parsed(most + 1)], path.join('.')).toEqual([true, false]);
        const text = `by ${EXACT} there `.padEnd(most, 'x');
        const found = firstTooFine(view, draftOf(withText(body, path, text)), []);
        const taken = found?.without('(a place, in words of another language)').body;
        const after = view.mayKeep?.(taken) ?? taken;
        expect(schema.safeParse(after).success, path.join('.')).toBe(true);
        expect(JSON.stringify(after)).not.toContain(EXACT);
        // Nothing else of what was written goes.
        expect(JSON.stringify(after)).toContain(text.slice(text.indexOf(' there')));
      }
    },
  );

  test('what stands under a photo too', () => {
    const body = notes['quick'];
    const found = firstTooFine(noteCapture as CaptureView<unknown>, draftOf(body, ['The tap', `Gate at ${EXACT}`]), []);
    expect(found?.piece.text).toBe(EXACT);
    expect(found?.without('(a place)').media.map(({ caption }) => caption)).toEqual(['The tap', 'Gate at (a place)']);
  });
});

const choose = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('radio', { name }));
const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const pressFocused = (button: HTMLElement): void => {
  button.focus();
  fireEvent.click(button);
};
const write = async (label: string, words: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value: words } });
const saved = () => screen.findByRole('heading', { name: 'Saved on this tablet' });
const ENTRIES = [anEntry('meadow', { name: 'Bluebell', type: 'community', grade: 'shielded' })];

const openNote = async () => {
  const tablet = captureTablet({ entries: ENTRIES });
  tablet.show(<CaptureScreen request={{ kind: 'map-note', about: 'meadow' }} onDone={() => undefined} />);
  await screen.findByRole('heading', { name: 'What is it?' });
  await waitFor(() => expect(tablet.watching()).toBe(1));
  return tablet;
};

describe('a note about a hidden place', () => {
  test('the focus stays where it was asked, when the last question goes with its buttons', async () => {
    await openNote();
    await choose('A danger');
    await write('In a sentence', `Gate: ${EXACT}, post to ${POSTCODE}.`);
    const words = screen.getByLabelText('In a sentence');
    const takeOut = await screen.findByRole('button', { name: 'Take it out' });
    const asked = takeOut.closest('[aria-live]');
    pressFocused(takeOut);
    await screen.findByText(POSTCODE);
    expect(document.activeElement).toBe(takeOut);
    pressFocused(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(screen.queryByText(POSTCODE, { selector: 'bdi' })).toBeNull());
    expect(document.activeElement).toBe(asked);
    expect(words.closest('.stack')?.contains(document.activeElement)).toBe(true);
    // Who went on writing is left there.
    await write('In a sentence', `Gate: ${EXACT}`);
    await screen.findByRole('button', { name: 'Take it out' });
    words.focus();
    await write('In a sentence', 'Gate');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Take it out' })).toBeNull());
    expect(document.activeElement).toBe(words);
  });

  test('asks in the field itself, and would send it to the whole team', async () => {
    await openNote();
    await write('In a sentence', `The gate is at ${EXACT}.`);
    await screen.findByText(/Does this say exactly where it is\?/);
    await screen.findByText(/tells exactly where something is. It would go to every tablet/);
    await press('Take it out');
    expect(screen.getByLabelText<HTMLTextAreaElement>('In a sentence').value).toBe('The gate is at (a place).');
    expect(screen.queryByText(/exactly where/)).toBeNull();
  });

  test('is not finished before it was asked; what is taken out is nowhere in what is finished', async () => {
    const tablet = await openNote();
    await choose('A danger');
    await write('In a sentence', `Gate: ${EXACT}, post to ${POSTCODE}.`);
    await press('Save');
    await screen.findByText('Some words may say exactly where it is. Look at them first. Then save.');
    expect(tablet.finished).toEqual([]);
    const part = () => within(document.querySelector<HTMLElement>('[data-part="too-fine"]') as HTMLElement);
    part().getByText(EXACT);
    fireEvent.click(part().getByRole('button', { name: 'Take it out' }));
    await waitFor(() => part().getByText(POSTCODE));
    await press('Save');
    expect(tablet.finished).toEqual([]);
    pressFocused(part().getByRole('button', { name: 'Take it out' }));
    await waitFor(() => expect(screen.queryByText(/Look at them first/)).toBeNull());
    expect(document.activeElement?.closest('[data-part="too-fine"]')).not.toBeNull();
    await press('Save');
    await saved();
    expect(mapNote.schema.parse(tablet.finished[0]?.body).said).toBe('Gate: (a place), post to (a place).');
    expect(JSON.stringify([...tablet.kept.values(), ...tablet.finished])).not.toMatch(/51\.4545|2\.5879|ZZ9/);
  });

  test('what somebody keeps is kept, and nobody is asked twice', async () => {
    const tablet = await openNote();
    await choose('A danger');
    await write('In a sentence', `Gate: ${EXACT}.`);
    await press('Keep it');
    await press('Save');
    await saved();
    expect(mapNote.schema.parse(tablet.finished[0]?.body).said).toBe(`Gate: ${EXACT}.`);
  });
});

test('a new place is held back at the check, with the field long out of sight', async () => {
  const tablet = captureTablet({ entries: [] });
  tablet.show(<CaptureScreen request={{ kind: 'place' }} onDone={() => undefined} />);
  await screen.findByRole('heading', { name: 'What did you find?' });
  await waitFor(() => expect(tablet.watching()).toBe(1));
  await choose('A place');
  await choose('Traveller site');
  await write('A code name', 'Bluebell');
  await press('Next');
  await write('Council area', 'ST 59321 73123');
  await screen.findByText(/This looks like an exact position/);
  await press('Next');
  await screen.findByRole('heading', { name: 'What is good to know?' });
  await press('Next');
  await screen.findByText('ST 59321 73123', { selector: '.personal-hint bdi' });
  const finish = screen.getByRole<HTMLButtonElement>('button', { name: 'Finish' });
  expect(finish.disabled || finish.getAttribute('aria-disabled') === 'true').toBe(true);
  await press('Take it out');
  await press('Finish');
  await saved();
  expect(place.schema.parse(tablet.finished[0]?.body)).toMatchObject({
    council: '(a place)',
    where: { as: 'council', council: '(a place)' },
  });
  expect(JSON.stringify(tablet.finished)).not.toContain('59321');
});

test('what was kept while the place was open is asked about again when it is hidden after all', async () => {
  const tablet = captureTablet({ entries: [] });
  tablet.show(<CaptureScreen request={{ kind: 'place' }} onDone={() => undefined} />);
  await screen.findByRole('heading', { name: 'What did you find?' });
  await waitFor(() => expect(tablet.watching()).toBe(1));
  await choose('A place');
  await choose('Library');
  await write('Name', 'Reading room');
  const go = async (heading: string) => {
    await press('Next');
    await screen.findByRole('heading', { name: heading });
  };
  await go('Where is it?');
  await go('What is good to know?');
  await write('In your words', `The gate is at ${EXACT}.`);
  await press('Keep it');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull());
  await press('Back');
  await screen.findByRole('heading', { name: 'Where is it?' });
  await press('Back');
  await choose(/^Hidden/);
  await waitFor(() => expect([...tablet.kept.values()][0]?.body).toMatchObject({ grade: 'shielded' }));
  await go('Where is it?');
  await go('What is good to know?');
  await press('Next');
  const finish = await screen.findByRole<HTMLButtonElement>('button', { name: 'Finish' });
  await screen.findByText(EXACT, { selector: '.personal-hint bdi' });
  expect(finish.disabled || finish.getAttribute('aria-disabled') === 'true').toBe(true);
  // Kept once more, at this grade, it stays.
  await press('Keep it');
  await press('Finish');
  await saved();
  expect(place.schema.parse(tablet.finished[0]?.body).said).toBe(`The gate is at ${EXACT}.`);
});

test('also when the open place was taken back before the hidden one was chosen', () => {
  let forgotten = 0;
  const { rerender } = renderHook(({ grade }) => useAskedAtGrade(grade, () => (forgotten += 1)), {
    initialProps: { grade: 'open' as PlaceGrade | undefined },
  });
  rerender({ grade: undefined });
  expect(forgotten).toBe(0);
  rerender({ grade: 'shielded' });
  expect(forgotten).toBe(1);
});
