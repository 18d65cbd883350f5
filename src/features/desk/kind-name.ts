import type { Text } from '../../i18n/use-text.tsx';
import { findKind } from '../../kinds/registry.ts';

/** What a kind is called. One that this version does not know is called by its own plain name. */
export function kindName(t: Text, kind: string): string {
  if (findKind(kind) !== null) return t(`kind-${kind}:name`);
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
