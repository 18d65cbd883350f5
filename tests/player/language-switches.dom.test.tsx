import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { TextLayer } from '../../src/domain/survey.ts';
import { changeLanguage } from '../../src/i18n/catalogue.ts';
import { LANGUAGES, languageOf } from '../../src/i18n/languages.ts';
import type { Answering, LoadedSurvey } from '../../src/surveys/answering.ts';
import { starterTexts } from '../../src/surveys/starter/starters.ts';
import { whatMattersHere } from '../../src/surveys/starter/what-matters-here.ts';
import { lookUp } from '../../src/surveys/texts.ts';
import { heading, showPlayer } from './host.tsx';

afterEach(cleanup);

const files = import.meta.glob<unknown>('../../locales/*/{standard,easy}/survey-what-matters-here.json', {
  eager: true,
  import: 'default',
});
const TAGS = LANGUAGES.map(({ tag }) => tag);
const file = (tag: string, layer: TextLayer): unknown =>
  files[`../../locales/${tag}/${layer}/survey-what-matters-here.json`];
/** The survey as a tablet holds it that was given every language. */
const loaded: LoadedSurvey = {
  survey: { ...whatMattersHere, languages: TAGS },
  texts: TAGS.map((tag) =>
    starterTexts(whatMattersHere, tag, { standard: file(tag, 'standard'), easy: file(tag, 'easy') }),
  ),
};

type Deed =
  | { readonly do: 'switch'; readonly to: string }
  | { readonly do: 'touch'; readonly which: number }
  | { readonly do: 'bar'; readonly which: 'next' | 'skip' | 'notSure' | 'back' };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('switch' as const), to: fc.constantFrom(...TAGS) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('touch' as const), which: fc.nat(11) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('bar' as const),
      which: fc.constantFrom('next' as const, 'skip' as const, 'notSure' as const, 'back' as const),
    }),
  },
);

const settled = (): Promise<void> => act(async () => void (await new Promise((done) => setTimeout(done, 15))));

test('a survey keeps every answer, and its place, through any change of language', async () => {
  expect(loaded.texts.filter(({ standard }) => Object.keys(standard).length > 20).length).toBeGreaterThan(20);
  await fc.assert(
    fc
      .asyncProperty(fc.array(deed, { minLength: 6, maxLength: 20 }), async (deeds) => {
        await changeLanguage('en', 'standard');
        const first = loaded.survey.questions[0]?.code ?? null;
        const told = await showPlayer(loaded, { stage: 'questions', at: first });
        const now = (): Answering | undefined => told.kept.at(-1);
        const used = new Set(['en']);
        for (const one of deeds) {
          await settled();
          if (one.do === 'switch') {
            const globe = document.querySelector<HTMLElement>('.player__globe');
            if (globe === null) break;
            const before = now() ?? { answers: {}, at: first, stage: 'questions' as const };
            fireEvent.click(globe);
            const tile = await waitFor(() => {
              const words = document.querySelector(`.tongue__words[lang="${one.to}"]`);
              if (words === null) throw new Error(`no tile for ${one.to}`);
              return words;
            });
            fireEvent.click(tile);
            await waitFor(() => expect(document.querySelector('.tongues')).toBeNull());
            await waitFor(() => expect(now()?.language).toBe(one.to));
            used.add(one.to);
            expect(now()?.answers).toEqual(before.answers);
            expect({ at: now()?.at, stage: now()?.stage }).toEqual({ at: before.at, stage: before.stage });
            expect(now()?.languages).toEqual([...used]);
            if (now()?.stage === 'questions' && now()?.at !== null) {
              const asked = lookUp(loaded.texts, `${now()?.at ?? ''}.ask`, one.to, 'standard');
              await waitFor(() => expect(heading()).toBe(asked.words));
              const words = screen.getByRole('heading', { level: 1 }).querySelector('[lang]');
              const tag = (words ?? screen.getByRole('heading', { level: 1 })).closest('[lang]')?.getAttribute('lang');
              const dir = (words ?? screen.getByRole('heading', { level: 1 })).closest('[dir]')?.getAttribute('dir');
              if (tag !== undefined && tag !== null) expect(tag).toBe(asked.language);
              if (dir !== undefined && dir !== null) expect(dir).toBe(languageOf(asked.language).dir);
            }
          } else if (one.do === 'touch') {
            const choices = [
              ...document.querySelectorAll<HTMLInputElement>('main input[type="radio"], main input[type="checkbox"]'),
            ];
            const choice = choices[one.which];
            if (choice !== undefined) fireEvent.click(choice);
          } else {
            const button = document.querySelector<HTMLElement>(`.player-bar__button--${one.which}`);
            if (button !== null) fireEvent.click(button);
          }
        }
        await settled();
        // Nothing is on record that nobody could have said in the language it is on record for.
        for (const answer of Object.values(now()?.answers ?? {})) expect(used.has(answer.language)).toBe(true);
      })
      .afterEach(cleanup),
    { numRuns: 12 },
  );
}, 120_000);
