import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Reader } from './catalogue.ts';

/** A part of the page that is read in a language of its own: a preview. */
export interface PartReader extends Reader {
  readonly change: (next: Reader) => void;
}

const Context = createContext<PartReader | null>(null);

/** Everything inside says its texts to this reader. Mark the element round it with the same `lang` and `dir`. */
export const ReaderProvider = Context.Provider;

/** null: the part is read as the page is. */
export const useReader = (): PartReader | null => useContext(Context);
