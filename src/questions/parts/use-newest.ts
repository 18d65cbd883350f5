import { useRef } from 'preact/hooks';

/**
 * The answer as it was last handed on: what comes faster than the screen is drawn again (a held button, a recording that
 * tells of itself) adds to it and undoes nothing. A value that comes from outside takes its place.
 */
export function useNewest<Value>(value: Value): { current: Value } {
  const newest = useRef(value);
  const shown = useRef(value);
  if (shown.current !== value) {
    shown.current = value;
    newest.current = value;
  }
  return newest;
}
