import type { ComponentChildren, VNode } from 'preact';
import { dirOfSpoken } from './spoken-languages.ts';
import './kind-views.css';

/** Somebody's own words, large, in the language and direction they were said in. */
export function Quote(props: { words: string; language?: string | undefined; quiet?: boolean | undefined }): VNode {
  const dir = props.language === undefined ? 'auto' : dirOfSpoken(props.language);
  return (
    <blockquote class={`quote${props.quiet === true ? ' quote--quiet' : ''}`} lang={props.language} dir={dir}>
      {props.words}
    </blockquote>
  );
}

/** A chosen code in words. Never by colour alone: the words say it all. */
export function Chips(props: { items: readonly VNode[] }): VNode {
  return (
    <ul class="chips">
      {props.items.map((item, index) => (
        <li class="chips__chip" key={index}>
          {item}
        </li>
      ))}
    </ul>
  );
}

/** One line of a summary: what it is, and what was said about it. */
export function Fact(props: { name: VNode; children: ComponentChildren }): VNode {
  return (
    <div class="fact">
      <dt class="fact__name">{props.name}</dt>
      <dd class="fact__value">{props.children}</dd>
    </div>
  );
}
