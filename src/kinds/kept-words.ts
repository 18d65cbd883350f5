import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';

/** Pieces of an open record that the writer was asked about and wants to keep: nobody is asked twice. */
export interface KeptWords {
  readonly stays: readonly string[];
  keep(piece: string): void;
}

const Kept = createContext<KeptWords | null>(null);
/** Whoever holds the open record remembers for all of its fields. */
export const KeptWordsProvider = Kept.Provider;

/** What stays; a field that stands outside a record remembers for itself. */
export function useKeptWords(): KeptWords {
  const lent = useContext(Kept);
  const own = useOwnKeptWords();
  return lent ?? own;
}

/** For the screen that holds a record: forgotten with it. */
export function useOwnKeptWords(): KeptWords {
  const [stays, setStays] = useState<readonly string[]>([]);
  return { stays, keep: (piece) => setStays((before) => [...before, piece]) };
}
