import { useEffect, useRef } from 'preact/hooks';

export type KeyCommand = 'next' | 'previous' | 'done' | 'mine' | 'search' | 'undo' | 'escape' | 'help';

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  j: 'next',
  k: 'previous',
  e: 'done',
  a: 'mine',
  '/': 'search',
  u: 'undo',
  Escape: 'escape',
  '?': 'help',
};

/**
 * Single keys for working through the inbox. They rest while somebody types, while a dialogue is open, with a modifier
 * held, and when `on` is false (WCAG 2.1.4: people who speak to their computer turn them off).
 */
export function useKeys(on: boolean, act: (command: KeyCommand) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const command = COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (command === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const typing = isTyping(event.target);
      if (command === 'escape' ? typing : !on || typing) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [on]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
