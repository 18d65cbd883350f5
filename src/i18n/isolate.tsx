import type { ComponentChildren, VNode } from 'preact';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Keeps a name, code or date from being torn apart by the direction of the sentence round it. For strings. */
export function isolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
}

export function hasRightToLeftLetters(text: string): boolean {
  return RIGHT_TO_LEFT_LETTER.test(text);
}

/** Words of unknown direction inside a sentence: a person's name, somebody's own words, a code (`dir="ltr"`). */
export function Bdi(props: { children: ComponentChildren; dir?: 'ltr' | 'rtl' | 'auto'; lang?: string }): VNode {
  return (
    <bdi dir={props.dir ?? 'auto'} lang={props.lang}>
      {props.children}
    </bdi>
  );
}
