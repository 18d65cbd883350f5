import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

const Signing = createContext<string | null>(null);

/** Lends what stands inside it the sign language that the organisation uses, by its tag; null where it uses none. */
export const SigningProvider = Signing.Provider;
export const useSigning = (): string | null => useContext(Signing);
