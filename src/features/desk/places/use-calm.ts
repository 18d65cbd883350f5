import { useEffect, useState } from 'preact/hooks';

/** The same, once it has stayed so for a while: what is heavy to draw waits for whoever is still typing. Milliseconds. */
export function useCalm<Value>(value: Value, after: number): Value {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(() => value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return calm;
}
