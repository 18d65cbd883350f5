import { fireEvent } from '@testing-library/preact';
import type { ComponentType, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { textOf } from '../../src/i18n/use-text.tsx';
import type { QuestionType } from '../../src/questions/definition.ts';
import type { AnswerMedia, AnswerProps, EditLending, Pointed, Specimen } from '../../src/questions/views.ts';

/** What a question handed on, in order. */
export interface Heard {
  readonly changes: unknown[];
  readonly said: string[];
  readonly pointed: (Pointed<unknown> | null)[];
  nexts: number;
}

export const heardNothing = (): Heard => ({ changes: [], said: [], pointed: [], nexts: 0 });

const MEDIA: AnswerMedia = {
  attached: [],
  VoiceNote: ({ onChange }) => (
    <button type="button" onClick={() => onChange(['voice-1'])}>
      Record
    </button>
  ),
  PhotoOfThing: ({ onChange }) => (
    <button type="button" onClick={() => onChange(['photo-1'])}>
      Photo
    </button>
  ),
};

/** A question as a player would show it, keeping what it hands on. */
export function Asked(props: {
  type: QuestionType;
  Answer: ComponentType<AnswerProps<unknown, unknown>>;
  specimen: Specimen<unknown, unknown>;
  touch: 'say-first' | 'choose';
  heard: Heard;
}): VNode {
  const { type, specimen, heard } = props;
  const [value, setValue] = useState(specimen.value);
  const t = textOf(`question-${type.name}`);
  const keyOf = (key: string): string => (key.startsWith('fixed.') ? key : `specimen.${key}`);
  return (
    <main>
      <h1 id="asked">{t('specimen.ask')}</h1>
      <props.Answer
        settings={specimen.settings}
        value={value}
        onChange={(next) => {
          heard.changes.push(next);
          setValue(next);
        }}
        onNext={() => (heard.nexts += 1)}
        text={(key) => <>{t(keyOf(key))}</>}
        words={(key) => t(keyOf(key))}
        say={(key) => heard.said.push(key)}
        picture={(ref) => <img alt="" data-picture={ref} />}
        touch={props.touch}
        onPoint={(pointed) => heard.pointed.push(pointed)}
        order={(type.rows?.(specimen.settings) ?? type.choices(specimen.settings)).map(({ code }) => code)}
        labelledBy="asked"
        media={MEDIA}
        places={[{ id: 'hall', name: 'The Old Hall' }]}
      />
    </main>
  );
}

/** Fields the builder lends: they say for which text and picture they are. */
export const LENDING: EditLending = {
  TextOf: ({ textKey, label }) => <input data-text={textKey} aria-label={label} />,
  PictureOf: ({ label }) => <button type="button" data-picture-field aria-label={label} />,
};

/** Everything that can be touched, in the order in which it is read. */
export const controls = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('button, input, textarea, select')].filter(
    (one) => !one.hasAttribute('disabled'),
  );

/** Where Tab stops: of each group of radio buttons only the chosen one, or the first. */
export function tabStops(): HTMLElement[] {
  return controls().filter((one) => {
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return one.tabIndex >= 0;
    const group = controls().filter(
      (other): other is HTMLInputElement => other instanceof HTMLInputElement && other.name === one.name,
    );
    return one === (group.find(({ checked }) => checked) ?? group[0]);
  });
}

/** What a browser does with a key after the page has had its say. */
export function press(element: HTMLElement, key: ' ' | 'Enter' | 'ArrowDown'): void {
  element.focus();
  if (!fireEvent.keyDown(element, { key })) return;
  if (key === 'ArrowDown') {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return;
    const group = controls().filter((one) => one instanceof HTMLInputElement && one.name === element.name);
    const next = group[(group.indexOf(element) + 1) % group.length];
    next?.focus();
    if (next !== undefined) fireEvent.click(next);
    return;
  }
  const clicks = element instanceof HTMLButtonElement || (element instanceof HTMLInputElement && key === ' ');
  if (clicks && ['button', 'radio', 'checkbox'].includes((element as HTMLInputElement).type)) fireEvent.click(element);
}

/** Writes into a field as a keyboard does. */
export function write(element: HTMLElement): void {
  if (element instanceof HTMLSelectElement) fireEvent.change(element, { target: { value: element.options[1]?.value } });
  else fireEvent.input(element, { target: { value: '2' } });
  fireEvent.change(element);
}
