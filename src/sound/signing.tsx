import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

const Signing = createContext<string | null>(null);

/** Lends what stands inside it the sign language that the organisation uses, by its tag; null where it uses none. */
export const SigningProvider = Signing.Provider;
export const useSigning = (): string | null => useContext(Signing);

const SignedTo = createContext(false);

/** Lends what stands inside it whether who has the tablet chose to be spoken to in signs: the words of the page are English then. */
export const SignedToProvider = SignedTo.Provider;
export const useSignedTo = (): boolean => useContext(SignedTo);

/** Where it is written down that the person needs somebody who signs. */
export interface InterpreterNote {
  readonly asked: boolean;
  ask(): void;
}

const Note = createContext<InterpreterNote | null>(null);

/** Lends what stands inside it the record that such a need is noted in; null where none is open, or it has no place for it. */
export const InterpreterNoteProvider = Note.Provider;
export const useInterpreterNote = (): InterpreterNote | null => useContext(Note);
