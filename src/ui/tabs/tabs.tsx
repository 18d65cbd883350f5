import type { ComponentChildren, VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import './tabs.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ComponentChildren;
  /** How many are behind it; shown after the words. */
  readonly count?: number | undefined;
}

/** Views of one thing, one at a time. Left and right arrows go along the tabs as the line of reading runs. */
export function Tabs<Id extends string>(props: {
  label: string;
  tabs: readonly Tab<Id>[];
  current: Id;
  onChange: (id: Id) => void;
  /** What the current tab shows. */
  children: ComponentChildren;
}): VNode {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent): void => {
    const at = props.tabs.findIndex((tab) => tab.id === props.current);
    const rightToLeft = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const step = { ArrowRight: rightToLeft ? -1 : 1, ArrowLeft: rightToLeft ? 1 : -1 }[event.key];
    const ends = { Home: 0, End: props.tabs.length - 1 }[event.key];
    const next = step === undefined ? ends : (at + step + props.tabs.length) % props.tabs.length;
    const tab = next === undefined ? undefined : props.tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    props.onChange(tab.id);
    document.getElementById(`${base}-${tab.id}`)?.focus();
  };
  return (
    <div class="tabs">
      <div class="tabs__list" role="tablist" aria-label={props.label} ref={list}>
        {props.tabs.map((tab) => (
          <button
            class="tabs__tab"
            type="button"
            role="tab"
            key={tab.id}
            id={`${base}-${tab.id}`}
            aria-selected={tab.id === props.current}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === props.current ? 0 : -1}
            onKeyDown={go}
            onClick={() => props.onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span class="tabs__count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        class="tabs__panel"
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${props.current}`}
        tabIndex={0}
      >
        {props.children}
      </div>
    </div>
  );
}
