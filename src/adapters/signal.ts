/** Tells those who asked that something changed. One tab works at a time, so nothing has to cross tabs. */
export interface Signal {
  emit(): void;
  subscribe(onChange: () => void): () => void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    emit() {
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      const listener = () => onChange();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
