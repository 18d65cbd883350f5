import { useEffect, useReducer } from 'preact/hooks';

/** `day`: warm paper. `outdoor`: black on white with hard edges, for sunlight. */
export type Theme = 'day' | 'outdoor';

const listeners = new Set<() => void>();

/** The page itself carries the theme (`<html data-theme>`), so that it holds from the first painted frame. */
function currentTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'outdoor' ? 'outdoor' : 'day';
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const listener = (): void => again(undefined);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return currentTheme();
}
