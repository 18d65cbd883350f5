import { createContext } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { useContext, useState } from 'preact/hooks';

/** Pieces of an open record that the writer was asked about and wants to keep: nobody is asked twice. */
export interface KeptWords {
  readonly stays: readonly string[];
  keep(piece: string): void;
  /** Of all of them the writer is asked again. */
  forget(): void;
}

const Kept = createContext<KeptWords | null>(null);

/** Remembers for all fields of the record that is open inside, and forgets with it. */
export function KeepsWords(props: { children: ComponentChildren }): VNode {
  return <Kept.Provider value={useOwnKeptWords()}>{props.children}</Kept.Provider>;
}

/** What stays; a field that stands outside a record remembers for itself. */
export function useKeptWords(): KeptWords {
  const lent = useContext(Kept);
  const own = useOwnKeptWords();
  return lent ?? own;
}

function useOwnKeptWords(): KeptWords {
  const [stays, setStays] = useState<readonly string[]>([]);
  return { stays, keep: (piece) => setStays((before) => [...before, piece]), forget: () => setStays([]) };
}
