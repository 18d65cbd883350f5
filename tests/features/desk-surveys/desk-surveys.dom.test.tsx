import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MemoryDesk } from '../../../src/adapters/memory/desk-client.ts';
import type { QuestionResult, SurveyResults } from '../../../src/domain/desk-surveys.ts';
import { Desk } from '../../../src/features/desk/desk.tsx';
import type { LoadedSurvey } from '../../../src/surveys/answering.ts';
import { anOrganisation } from '../desk/memory-organisation.ts';
import { aChoice, aDoc } from './a-doc.ts';

function deskWith(doc: LoadedSurvey | null = aDoc(), used = false): MemoryDesk {
  const desk = anOrganisation([]);
  if (doc !== null) {
    const { survey, texts } = doc;
    desk.state.surveys.open = [
      { survey, texts: [...texts], rev: 1, used, changedAt: '2026-11-20T10:00:00.000Z', changedBy: 'Amina' },
    ];
  }
  return desk;
}

function open(desk: MemoryDesk, address: string, who = 'amina'): void {
  desk.enter(who);
  window.history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Desk client={desk.client} />
    </LocationProvider>,
  );
}

const MAKING = '/desk/surveys/water/1';
const field = (name: string): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>(`[data-text="${name}"]`);
  if (found === null) throw new Error(`no field ${name}`);
  return found;
};

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
  HTMLElement.prototype.scrollTo = () => undefined;
});
afterEach(cleanup);

describe('the list', () => {
  test('tells how each survey stands, in which languages, and how many answered', async () => {
    const desk = deskWith();
    desk.state.surveys.results.set('water', results({ responses: 12 }));
    open(desk, '/desk/surveys');
    const card = (await screen.findByRole('link', { name: 'Water' })).closest('li');
    if (card === null) throw new Error('no card');
    expect(card.textContent).toContain('Draft');
    expect(card.textContent).toContain('Version 1');
    expect(card.textContent).toContain('2 questions');
    expect(within(card).getByText('Arabic')).toBeTruthy();
    expect(within(card).getByRole('link', { name: '12 answers so far' }).getAttribute('href')).toBe(
      '/desk/surveys/water/results',
    );
  });

  test('a new one wants a name first, and never takes an address that is somebody’s', async () => {
    const desk = deskWith();
    open(desk, '/desk/surveys');
    fireEvent.click(await screen.findByRole('button', { name: 'New survey' }));
    fireEvent.click(await screen.findByRole('radio', { name: /An empty page/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Make it' }));
    await screen.findByText('Write a name.');
    expect(desk.state.surveys.open.length).toBe(1);
    fireEvent.input(screen.getByLabelText('What is it called?'), { target: { value: 'Water' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make it' }));
    await waitFor(() => expect(window.location.pathname).toBe('/desk/surveys/water-2/1'));
  });

  test('a file is read and told about row by row before anything is taken in', async () => {
    const desk = deskWith(null);
    desk.state.surveys.fileFindings = [
      { weight: 'stops', path: 'question D3, choice 2', reason: 'not-fitting', about: {} },
    ];
    open(desk, '/desk/surveys');
    fireEvent.click(await screen.findByRole('button', { name: 'From a file' }));
    const input = document.querySelector<HTMLInputElement>('.survey-file__input');
    if (input === null) throw new Error('no place for a file');
    Object.defineProperty(input, 'files', { value: [new File(['{}'], 'survey.json')] });
    fireEvent.change(input);
    await screen.findByText('question D3, choice 2');
    expect(screen.getByRole('button', { name: 'Take it in' }).getAttribute('aria-disabled')).toBe('true');
    expect(desk.asked.filter((one) => one === 'importSurvey').length).toBe(1);
  });
});

describe('the builder', () => {
  test('keeps what is written by itself and says so', async () => {
    const desk = deskWith();
    open(desk, `${MAKING}?at=q.A1`);
    await screen.findByText('Everything is kept');
    fireEvent.input(field('en/standard/A1.ask'), { target: { value: 'Where is it from?' } });
    await screen.findByText('Kept in a moment');
    await waitFor(() => expect(desk.state.surveys.open[0]?.texts[0]?.standard['A1.ask']).toBe('Where is it from?'));
    await screen.findByText('Everything is kept');
  });

  test('says kindly what may be hard to read, beside the words', async () => {
    open(deskWith(), `${MAKING}?at=q.A1`);
    await screen.findByText('Everything is kept');
    fireEvent.input(field('en/easy/A1.ask'), {
      target: { value: 'How often in the last 12 months did you utilise water?' },
    });
    const layer = field('en/easy/A1.ask').closest('.text-layer');
    await waitFor(() => expect(layer?.querySelector('.reading-notes')?.textContent ?? '').toContain('utilise'));
  });

  test('offers only questions that come before as a reason to ask', async () => {
    const doc = aDoc({ questions: [aChoice('A1'), aChoice('A2'), aChoice('A3')] });
    open(deskWith(doc), `${MAKING}?at=q.A2`);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask it only after certain answers' }));
    const select = await screen.findByLabelText<HTMLSelectElement>('Question of condition 1');
    expect([...select.options].map(({ value }) => value)).toEqual(['A1']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'From a shop' }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'From a shop' })).toHaveProperty('checked', true));
  });

  test('the first question has nothing to hang on, and says so', async () => {
    open(deskWith(), `${MAKING}?at=q.A1`);
    await screen.findByText(/It stands first/);
    expect(screen.queryByRole('button', { name: /Ask it only/ })).toBeNull();
  });

  test('a question taken out comes back with its words', async () => {
    open(deskWith(), `${MAKING}?at=q.A2`);
    fireEvent.click(await screen.findByRole('button', { name: 'Take out' }));
    await screen.findByText(/Undo brings it back/);
    expect(screen.queryByText('You said {{A1|a place}}. Is it far?')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('You said {{A1|a place}}. Is it far?');
  });

  test('what stands in the way is said in words and leads to its place; publishing waits', async () => {
    const questions = [
      aChoice('A1', { showIf: { match: 'all', conditions: [{ question: 'A2', is: 'answered' }] } }),
      aChoice('A2'),
    ];
    open(deskWith(aDoc({ questions })), `${MAKING}?at=ready`);
    const found = await screen.findByRole('button', { name: /which is asked later/ });
    expect(screen.getByRole('button', { name: 'Publish' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(found);
    await waitFor(() => expect(window.location.search).toBe('?at=q.A1'));
    await screen.findByText(/That question is asked later, or is gone/);
  });

  test('a language that the organisation does not use is said to reach no tablet, by its name', async () => {
    const desk = deskWith(aDoc({ languages: ['en', 'ar', 'pl'] }));
    open(desk, `${MAKING}?at=ready`);
    await screen.findByText(/no tablet gets them: Arabic, Polish\./);
  });

  test('publishing with gaps is decided once, in numbers, and not by a touch alone', async () => {
    const desk = deskWith();
    open(desk, `${MAKING}?at=ready`);
    const state = () => desk.state.surveys.open[0]?.survey.state;
    fireEvent.click(await screen.findByRole('button', { name: 'Publish' }));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText(/^7 texts have no words in their language yet/);
    dialog.getByText(/^4 choices have no picture/);
    dialog.getByText(/^9 texts have no recording/);
    fireEvent.click(dialog.getByRole('button', { name: 'Look at them first' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(state()).toBe('draft');
    fireEvent.click(screen.getByRole('button', { name: 'Publish' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Publish all the same' }));
    await waitFor(() => expect(state()).toBe('published'));
  });

  test('who may not publish is told whom to ask', async () => {
    open(deskWith(), `${MAKING}?at=ready`, 'ben');
    await screen.findByText(/A lead or an administrator publishes/);
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
  });

  test('a version in use is only looked at; the next one begins from it', async () => {
    const desk = deskWith(aDoc({ state: 'published' }), true);
    open(desk, `${MAKING}?at=q.A1`);
    await screen.findByText(/This version stays as it is/);
    expect(field('en/standard/A1.ask').readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: 'Add a question' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Make a new version' }));
    await waitFor(() => expect(window.location.pathname).toBe('/desk/surveys/water/2'));
    expect(desk.state.surveys.open[0]?.survey).toMatchObject({ version: 2, state: 'draft' });
  });

  test('a draft is thrown away only when that is said twice', async () => {
    const desk = deskWith();
    open(desk, `${MAKING}?at=ready`);
    fireEvent.click(await screen.findByRole('button', { name: 'Throw this draft away' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
    expect(desk.state.surveys.open.length).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: 'Throw this draft away' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Throw it away' }));
    await waitFor(() => expect(window.location.pathname).toBe('/desk/surveys'));
    expect(desk.state.surveys.open).toEqual([]);
  });

  test('may offer only what was chosen before, and the code of that question stays joined', async () => {
    const desk = deskWith(aDoc({ questions: [aChoice('A1'), aChoice('A2')] }));
    open(desk, `${MAKING}?at=q.A2`);
    const select = await screen.findByLabelText<HTMLSelectElement>('What is offered');
    fireEvent.change(select, { target: { value: 'A1' } });
    await waitFor(() =>
      expect(desk.state.surveys.open[0]?.survey.questions[1]?.choicesFrom).toEqual({ question: 'A1', under: null }),
    );
  });

  test('a silent server is said, and what was written stays', async () => {
    const desk = deskWith();
    open(desk, `${MAKING}?at=q.A1`);
    await screen.findByText('Everything is kept');
    desk.fail('unreachable');
    fireEvent.input(field('en/standard/A1.ask'), { target: { value: 'Still here?' } });
    await screen.findByText(/Your changes stay on this page/);
    expect(field('en/standard/A1.ask').value).toBe('Still here?');
    desk.fail(null);
  });
});

describe('the answers', () => {
  const RESULTS = '/desk/surveys/water/results';
  const asked = (voices: QuestionResult['voices']): QuestionResult => ({
    code: 'A1',
    type: 'choose-one',
    askedIn: ['water@1'],
    feeling: false,
    voices,
    heads: null,
  });
  const voice = (
    name: QuestionResult['voices'][number]['voice'],
    base: number | null,
    tap: number | null,
    shop: number | null,
  ): QuestionResult['voices'][number] => ({
    voice: name,
    base,
    answered: base,
    notSure: 0,
    skipped: null,
    cells: [
      { row: null, code: 'tap', count: tap, weight: null },
      { row: null, code: 'shop', count: shop, weight: null },
    ],
    numbers: null,
    words: 0,
    media: 0,
  });

  test('stand with their words, each voice by itself, and a hidden number is said to be hidden', async () => {
    const desk = deskWith(aDoc(), true);
    desk.state.surveys.results.set(
      'water',
      results({
        responses: 20,
        stoppedAt: [{ code: 'A1', count: 6 }],
        questions: [asked([voice('own', 14, 9, null), voice('proxy-family', null, null, null)])],
      }),
    );
    open(desk, RESULTS);
    const question = await screen.findByRole('region', { name: 'Where is your water from?' });
    const own = within(question).getByRole('heading', { name: /Their own words 14 people were asked/ });
    expect(own).toBeTruthy();
    const tap = (await within(question).findByText('From the tap')).closest('li');
    expect(tap?.textContent).toContain('9');
    const shop = within(question).getByText('From a shop').closest('li');
    expect(shop?.textContent).toContain('too small a number to show');
    expect(within(question).getByText('too few people to show')).toBeTruthy();
    const stoppedAt = screen.getByText('Stopped at question').closest('div');
    expect(stoppedAt?.textContent).toContain('Where is your water from? 6');
    expect(screen.getByText(/people we spoke to, and not a share of a community/)).toBeTruthy();
  });

  test('a part that is too small is explained and nothing of it is shown', async () => {
    const desk = deskWith(aDoc(), true);
    desk.state.surveys.results.set(
      'water',
      results({ responses: null, refused: 'others-too-few', questions: [asked([])] }),
    );
    open(desk, RESULTS);
    await screen.findByText(/it would show what those few said/);
    expect(screen.queryByText('Where is your water from?')).toBeNull();
  });

  test('nobody has answered yet', async () => {
    const desk = deskWith(aDoc(), true);
    desk.state.surveys.results.set('water', results({ responses: 0 }));
    open(desk, RESULTS);
    await screen.findByText('Nobody has answered yet');
  });

  test('the table is offered to whoever may take it, with words for what is in it', async () => {
    const desk = deskWith(aDoc(), true);
    desk.state.surveys.results.set('water', results({ responses: 9 }));
    open(desk, RESULTS);
    await screen.findByText(/No names, no contact, no places/);
    cleanup();
    open(desk, RESULTS, 'ben');
    await screen.findByText('Who answered', undefined).catch(() => screen.findByLabelText('Who answered'));
    expect(screen.queryByText(/No names, no contact, no places/)).toBeNull();
  });
});

function results(over: Partial<SurveyResults>): SurveyResults {
  return {
    surveyId: 'water',
    family: 'water',
    title: 'Water',
    versions: [1],
    refused: null,
    threshold: 5,
    rounding: 1,
    responses: 0,
    finished: 0,
    stopped: 0,
    stoppedAt: [],
    groups: 0,
    modes: [],
    languages: [],
    voices: [],
    easyRead: 0,
    needs: null,
    questions: [],
    fft: [],
    straightLine: null,
    stamp: 'one',
    newestAt: null,
    ...over,
  };
}
