import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import { readAnswering } from '../../../src/surveys/answering.ts';
import { seeded, type Seeded } from '../../helpers/simulation/seeded.ts';
import { choose, heading, surveyTablet } from '../../helpers/survey-walk.tsx';

/**
 * Hands that touch anything, one person after another, on a tablet that is left alone, hidden, locked and killed: over the
 * whole host, where `tests/surveys/flow.test.ts` does so with the rules alone. `SEED=<n>` replays one, `SEEDS=<n>` plays more.
 */
const ONE = process.env['SEED'];
const SEEDS = Number(process.env['SEEDS'] ?? 3);
const STEPS = 45;

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});
beforeEach(() => {
  globalThis.print = () => undefined;
  return changeLanguage('en', 'standard');
});

type Tablet = ReturnType<typeof surveyTablet>;

const settle = () => act(() => new Promise<void>((passed) => setTimeout(passed, 60)));
const text = (): string => document.body.textContent ?? '';
const surveysIn = (tablet: Tablet) => [...tablet.kept.values()].filter(({ kind }) => kind === 'survey-response');
const answersOf = (draft: { body: unknown } | undefined) => readAnswering(draft?.body)?.answers ?? null;

/** What holds whatever anybody did. */
function breaches(tablet: Tablet, gone: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const draft of surveysIn(tablet)) {
    if (gone.has(draft.draftId)) found.push(`${draft.draftId} is back`);
    if (answersOf(draft) === null) found.push(`${draft.draftId} cannot be read`);
    const said = Object.keys(answersOf(draft) ?? {}).length > 0;
    if (said && draft.consent?.answers.use !== 'yes') found.push(`${draft.draftId} has answers that nobody agreed to`);
  }
  const ids = tablet.finished.map(({ draftId }) => draftId);
  if (new Set(ids).size !== ids.length) found.push('finished twice');
  for (const { draftId, consent } of tablet.finished)
    if (consent?.answers.use === undefined && consent?.answers.talk !== 'no')
      found.push(`${draftId} was never agreed to`);
  // One need for each who asked, and none for those who did not.
  const asked = [...surveysIn(tablet), ...tablet.finished].filter(({ needRaised }) => needRaised !== undefined);
  const needs = [...tablet.kept.values()].filter(({ kind }) => kind === 'immediate-need');
  for (const { draftId, unseen } of needs)
    if (unseen === true && !asked.some(({ needRaised }) => needRaised === draftId))
      found.push(`${draftId}: a need of nobody`);
  if (new Set(asked.map(({ needRaised }) => needRaised)).size !== asked.length) found.push('one need for two');
  // What the screen says was chosen is what is kept.
  const [, at] = location.pathname.split('/survey/');
  const draft = tablet.kept.get(at ?? '');
  const state = readAnswering(draft?.body);
  const checked = document.querySelector<HTMLInputElement>('.player__answer input[type=radio]:checked')?.value ?? null;
  if (state?.stage === 'questions' && state.at !== null && document.querySelector('.player__answer') !== null) {
    const value = state.answers[state.at]?.value as { code?: string } | null | undefined;
    if ((value?.code ?? null) !== checked)
      found.push(`${state.at}: ${checked} on the screen, ${JSON.stringify(value)} kept`);
  }
  return found;
}

async function touchAnything(chance: Seeded): Promise<void> {
  const things = [...document.querySelectorAll<HTMLElement>('button, input[type=radio], input[type=checkbox]')].filter(
    (thing) => thing.getAttribute('aria-disabled') !== 'true' && !/press and hold/.test(thing.textContent ?? ''),
  );
  if (things.length === 0) return;
  // Most people go on.
  const next = things.find((thing) => /^(Next|Yes|English|Read|Me)$/.test(thing.textContent ?? ''));
  fireEvent.click(next !== undefined && chance.chance(0.5) ? next : chance.pick(things));
}

async function onePlay(seed: number): Promise<string[]> {
  const chance = seeded(seed);
  const tablet = surveyTablet();
  const gone = new Set<string>();
  await choose(/Water and help/, /Hand over/);
  await heading('Choose your language');
  const said: string[] = [];
  for (let step = 0; step < STEPS && said.length === 0; step += 1) {
    const before = new Map(surveysIn(tablet).map((draft) => [draft.draftId, JSON.stringify(answersOf(draft))]));
    const what = chance.fraction();
    if (what < 0.86) await touchAnything(chance);
    else if (what < 0.9) tablet.state.wallMs += 31_000;
    else if (what < 0.93) tablet.hide();
    else {
      // Locked, or out of battery: what was kept is there again, and nothing of it on the glass.
      if (what < 0.96) await tablet.lock();
      const { pathname } = location;
      cleanup();
      await settle();
      const kept = new Map(surveysIn(tablet).map((draft) => [draft.draftId, JSON.stringify(answersOf(draft))]));
      for (const [id, answers] of before)
        if (kept.has(id) && kept.get(id) !== answers) said.push(`${id}: ${answers} became ${kept.get(id)}`);
      tablet.again(pathname.startsWith('/survey/') ? pathname : '/surveys');
      await settle();
      for (const way of [/^Later/, 'Hand the tablet over again']) {
        const button = screen.queryByRole('button', { name: way });
        if (button !== null) fireEvent.click(button);
        await settle();
      }
      if (/Which survey/.test(text())) {
        await choose(/Water and help/, /Hand over/);
        await heading('Choose your language');
      }
    }
    await settle();
    for (const { draftId } of tablet.finished) gone.add(draftId);
    said.push(...breaches(tablet, gone));
  }
  cleanup();
  await settle();
  await changeLanguage('en', 'standard');
  return said.map((one) => `SEED=${seed}: ${one}`);
}

test('whatever anybody touches, nothing is lost, invented, agreed to for them, or left for the next', async () => {
  const seeds = ONE === undefined ? Array.from({ length: SEEDS }, (_, n) => n + 1) : [Number(ONE)];
  const found: string[] = [];
  for (const seed of seeds) found.push(...(await onePlay(seed)));
  expect(found).toEqual([]);
}, 600_000);
