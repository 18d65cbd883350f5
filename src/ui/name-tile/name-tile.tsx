import type { ComponentChildren, Ref, VNode } from 'preact';
import './name-tile.css';

/** A worker's own tile on the shared tablet: find your name, touch it. The colour comes from the name and only helps. */
export function NameTile(props: {
  name: string;
  detail?: ComponentChildren;
  onClick: () => void;
  chosen?: boolean | undefined;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
}): VNode {
  return (
    <button
      class={`name-tile name-tile--${colourOf(props.name)}`}
      type="button"
      aria-pressed={props.chosen}
      onClick={props.onClick}
      ref={props.buttonRef ?? null}
    >
      <span class="name-tile__letters" aria-hidden="true">
        {lettersOf(props.name)}
      </span>
      <span class="name-tile__words">
        <bdi class="name-tile__name">{props.name}</bdi>
        {props.detail !== undefined && <span class="name-tile__detail">{props.detail}</span>}
      </span>
    </button>
  );
}

/** Name tiles beside each other. `label` says whose names these are. */
export function NameTiles(props: { children: ComponentChildren; label: string }): VNode {
  return (
    <fieldset class="name-tiles" aria-label={props.label}>
      {props.children}
    </fieldset>
  );
}

function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

function colourOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 33 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return Math.floor(sum / 16) % 4;
}
