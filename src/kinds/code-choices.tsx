import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { LISTS, type CodeOf, type ListName } from '../domain/lists/lists.ts';
import { useText } from '../i18n/use-text.tsx';
import { ChoiceList, type Choice } from '../ui/choice-list/choice-list.tsx';
import { VisuallyHidden } from '../ui/hidden/visually-hidden.tsx';
import { pictureOf } from './code-pictures.tsx';
import './kind-views.css';

interface Shared<Name extends ListName> {
  list: Name;
  /** These codes only, in this order; the whole list otherwise. */
  codes?: readonly CodeOf<Name>[] | undefined;
  legend: ComponentChildren;
  /** The heading of the screen says it already: kept for a screen reader only. */
  hideLegend?: boolean | undefined;
  hint?: ComponentChildren;
  /** `pictures`: tiles with a drawing, for what is chosen at a glance. */
  look?: 'words' | 'pictures' | undefined;
  /** Other words than the list's own, by code. */
  labels?: Partial<Record<CodeOf<Name>, VNode>> | undefined;
  /** Letters somebody looks for; what is chosen stays in sight. */
  sought?: string | undefined;
  noneFound?: ComponentChildren;
}

/** Not a code of any list: that nothing is said after all. */
const NOT_SAID = '';

/** Choose one code of a list. Nothing is chosen for anybody. */
export function OneCode<Name extends ListName>(
  props: Shared<Name> & {
    value: CodeOf<Name> | undefined;
    onChange: (code: CodeOf<Name>) => void;
    /** Where it may be left out: once something was chosen, which may have been by mistake, there is a way back. */
    onClear?: (() => void) | undefined;
  },
): VNode {
  const l = useText('lists');
  const { value, onChange, onClear } = props;
  const choices = useChoices(props, value === undefined ? [] : [value]);
  // It stays once it is there: the finger, or the focus, is on it.
  const wasSaid = useRef(false);
  wasSaid.current ||= value !== undefined;
  const wayBack = onClear !== undefined && wasSaid.current;
  return (
    <ChoiceList<CodeOf<Name> | typeof NOT_SAID>
      label={legendOf(props)}
      hint={props.hint}
      layout={props.look === 'pictures' ? 'tiles' : 'rows'}
      choices={wayBack ? [...choices, { value: NOT_SAID, label: l.el('placeSources.not-said') }] : choices}
      value={value ?? (wayBack ? NOT_SAID : null)}
      onChange={(code) => (code === NOT_SAID ? onClear?.() : onChange(code))}
    />
  );
}

/** Choose any codes of a list. They are kept in the order of the list. */
export function ManyCodes<Name extends ListName>(
  props: Shared<Name> & { value: readonly CodeOf<Name>[]; onChange: (codes: CodeOf<Name>[]) => void },
): VNode {
  const choices = useChoices(props, props.value);
  const order = LISTS[props.list] as readonly CodeOf<Name>[];
  return (
    <ChoiceList<CodeOf<Name>>
      many
      label={legendOf(props)}
      hint={choices.length === 0 ? props.noneFound : props.hint}
      layout={props.look === 'pictures' ? 'tiles' : 'rows'}
      choices={choices}
      value={props.value}
      onChange={(codes) => props.onChange(order.filter((code) => codes.includes(code)))}
    />
  );
}

function legendOf(props: { legend: ComponentChildren; hideLegend?: boolean | undefined }): ComponentChildren {
  return props.hideLegend === true ? <VisuallyHidden>{props.legend}</VisuallyHidden> : props.legend;
}

function useChoices<Name extends ListName>(
  props: Shared<Name>,
  chosen: readonly CodeOf<Name>[],
): readonly Choice<CodeOf<Name>>[] {
  const l = useText('lists');
  const all = props.codes ?? (LISTS[props.list] as readonly CodeOf<Name>[]);
  const sought = (props.sought ?? '').trim().toLocaleLowerCase();
  const found = all.filter(
    (code) => sought === '' || chosen.includes(code) || l(`${props.list}.${code}`).toLocaleLowerCase().includes(sought),
  );
  return found.map((code) => {
    const picture = props.look === 'pictures' ? pictureOf(props.list, code) : null;
    return {
      value: code,
      label: props.labels?.[code] ?? l.el(`${props.list}.${code}`),
      ...(picture === null ? {} : { picture }),
    };
  });
}
