import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/icon.tsx';
import './notice.css';

/** "Not checked yet": shown wherever a draft language is. Touching it says why. Place it where `useLanguage().draft`. */
export function DraftLanguageNote(props: { label: ComponentChildren; why: ComponentChildren }): VNode {
  return (
    <details class="draft-language-note">
      <summary class="draft-language-note__label">
        <Icon name="information" size="small" />
        <span>{props.label}</span>
      </summary>
      <p class="draft-language-note__why">{props.why}</p>
    </details>
  );
}
