import type { VNode } from 'preact';
import type { ListName } from '../domain/lists/lists.ts';

/** The drawing of a code, or null where there is none yet: the words are always there. */
export function pictureOf(_list: ListName, _code: string): VNode | null {
  return null;
}
