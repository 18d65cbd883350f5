import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';
import type { QuestionType } from '../../src/questions/definition.ts';
import { findQuestionType, QUESTION_TYPES } from '../../src/questions/registry.ts';
import { loadAnswer, loadEdit, type AnswerProps, type EditProps, type Specimen } from '../../src/questions/views.ts';
import { Asked, controls, heardNothing, LENDING, press, tabStops, write, type Heard } from './hands.tsx';

const names = Object.keys(QUESTION_TYPES);
const files = import.meta.glob<Record<string, Specimen<unknown, unknown>>>('../../src/questions/*/specimens.ts', {
  import: 'specimens',
});
const TOUCHES = ['say-first', 'choose'] as const;

beforeAll(() => loadTexts(['common', 'question-common', ...names.map((name) => `question-${name}`)]));
beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

describe.each(names)('%s', (name) => {
  const type = findQuestionType(name) as QuestionType;
  let Answer: ComponentType<AnswerProps<unknown, unknown>>;
  let Edit: ComponentType<EditProps<unknown>>;
  let specimens: Record<string, Specimen<unknown, unknown>>;
  beforeAll(async () => {
    const [answer, edit, load] = [
      await loadAnswer(name),
      await loadEdit(name),
      files[`../../src/questions/${name}/specimens.ts`],
    ];
    if (answer === null || edit === null || load === undefined) throw new Error(`${name} lacks a screen`);
    [Answer, Edit, specimens] = [answer, edit, await load()];
  });
  const ask = (specimen: Specimen<unknown, unknown>, touch: 'say-first' | 'choose'): Heard => {
    const heard = heardNothing();
    render(<Asked type={type} Answer={Answer} specimen={specimen} touch={touch} heard={heard} />);
    return heard;
  };
  const isAnswer = (specimen: Specimen<unknown, unknown>, { changes }: Heard): boolean => {
    const last = changes.at(-1) ?? null;
    if (last === null) return false;
    const value = type.value.parse(last);
    return type.shortfall(value, specimen.settings) === null;
  };

  test.each(TOUCHES)('shows every specimen and hands nothing on by itself (%s)', (touch) => {
    for (const specimen of Object.values(specimens)) {
      const heard = ask(specimen, touch);
      expect(heard).toEqual(heardNothing());
      cleanup();
    }
  });

  test.each(['en', 'ar'])('gives everything that can be touched a name of its own (%s)', async (language) => {
    await changeLanguage(language, 'standard');
    for (const specimen of Object.values(specimens)) {
      ask(specimen, 'say-first');
      const named = ['button', 'radio', 'checkbox', 'textbox', 'spinbutton', 'combobox'].flatMap((role) =>
        screen.queryAllByRole(role, { name: /\S/ }),
      );
      // What a screen reader is not told of is out of the way of the Tab key too: the same stands elsewhere with a name.
      const hidden = controls().filter((one) => one.closest('[aria-hidden="true"]') !== null);
      expect(hidden.filter((one) => one.tabIndex !== -1)).toEqual([]);
      const nameless = controls().filter((one) => !named.includes(one) && !hidden.includes(one));
      expect(nameless.map((one) => one.outerHTML)).toEqual([]);
      expect(document.body.textContent).not.toContain('{{');
      cleanup();
    }
  });

  test.each(TOUCHES)('can be answered by the keyboard alone (%s)', (touch) => {
    for (const specimen of Object.values(specimens)) {
      const heard = ask({ ...specimen, value: null }, touch);
      // Each stop of the Tab key once, or twice where the first time only says it.
      for (const at of tabStops().keys()) {
        const stop = (): HTMLElement | undefined => tabStops()[at];
        for (let times = 0; times < 2 && !isAnswer(specimen, heard); times += 1) {
          const here = stop();
          if (here === undefined) break;
          if (here.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')) write(here);
          else press(here, here instanceof HTMLButtonElement ? 'Enter' : ' ');
        }
      }
      expect(isAnswer(specimen, heard)).toBe(type.noAnswer !== true);
      cleanup();
    }
  });

  test.each(TOUCHES)('can be answered by touching (%s)', (touch) => {
    for (const specimen of Object.values(specimens)) {
      const heard = ask({ ...specimen, value: null }, touch);
      for (let at = 0; at < controls().length && !isAnswer(specimen, heard); at += 1) {
        for (let times = 0; times < 2 && !isAnswer(specimen, heard); times += 1) {
          const target = controls()[at];
          if (target !== undefined) fireEvent.click(target);
        }
        const here = controls()[at];
        if (
          here?.matches('textarea, input:not([type="radio"], [type="checkbox"])') === true &&
          !isAnswer(specimen, heard)
        )
          write(here);
      }
      expect(isAnswer(specimen, heard)).toBe(type.noAnswer !== true);
      cleanup();
    }
  });

  test('what Next would choose is an answer of it, and is taken back when nothing is pointed at', () => {
    for (const specimen of Object.values(specimens)) {
      const heard = ask({ ...specimen, value: null }, 'say-first');
      for (const one of controls()) if (one.matches('button, [type="radio"], [type="checkbox"]')) fireEvent.click(one);
      for (const pointed of heard.pointed) {
        if (pointed === null) continue;
        expect(type.value.safeParse(pointed.value).success).toBe(true);
        expect(type.shortfall(type.value.parse(pointed.value), specimen.settings)).toBeNull();
      }
      const before = heard.pointed.length;
      cleanup();
      if (before > 0) expect(heard.pointed.at(-1)).toBeNull();
    }
  });

  test('its builder has a field for each text, and changes nothing by itself', () => {
    for (const { settings } of Object.values(specimens)) {
      const changes: unknown[] = [];
      render(<Edit settings={settings} lend={LENDING} onChange={(next) => changes.push(next)} />);
      const fields = [...document.querySelectorAll('[data-text]')].map((field) => field.getAttribute('data-text'));
      expect(fields.sort()).toEqual(
        type
          .texts(settings)
          .map(({ key }) => key)
          .sort(),
      );
      expect(changes).toEqual([]);
      cleanup();
    }
  });

  test('what its builder hands on are settings of the type', () => {
    for (const { settings } of Object.values(specimens)) {
      const changes: unknown[] = [];
      render(<Edit settings={settings} lend={LENDING} onChange={(next) => changes.push(next)} />);
      for (const one of controls()) {
        if (one.matches('button, [type="checkbox"], [type="radio"]')) fireEvent.click(one);
      }
      for (const next of changes) expect(type.settings.parse(next)).toEqual(next);
      cleanup();
    }
  });
});
