import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { currentLanguage, findText, isLoaded, loadTexts, type TextValues } from './catalogue.ts';
import { languageOf } from './languages.ts';
import { useTextChanges } from './use-language.ts';

/**
 * `t('title')` in the namespace asked for, `t('common:next')` in another, `t('waiting', { count: 3 })` with a plural.
 * Gives a string: for labels and attributes. For visible text use `t.el`, which marks a text that had to fall back to
 * another language with that language's `lang` and `dir`, so that it is read and spoken rightly.
 */
export interface Text {
  (key: string, values?: TextValues): string;
  el(key: string, values?: TextValues): VNode;
}

/**
 * The texts of a namespace. Load it before the screen (`loadTexts`); where that was forgotten, it is loaded now and
 * nothing is shown until it is here.
 */
export function useText(namespace: string): Text {
  useTextChanges();
  const ready = isLoaded(namespace);
  useEffect(() => {
    if (!ready) void loadTexts([namespace]);
  }, [namespace, ready]);
  return textOf(namespace);
}

/** The same outside a component: for a title, a notification, a test. The namespace must be loaded. */
export function textOf(namespace: string): Text {
  const find = (key: string, values?: TextValues) => {
    const asked = key.includes(':') ? key.slice(0, key.indexOf(':')) : namespace;
    const found = findText(namespace, key, values);
    return found.missing && !isLoaded(asked) ? { ...found, words: '' } : found;
  };
  const text = (key: string, values?: TextValues): string => find(key, values).words;
  const el = (key: string, values?: TextValues): VNode => {
    const { words, language } = find(key, values);
    if (language === currentLanguage().language) return <>{words}</>;
    return (
      <span lang={language} dir={languageOf(language).dir}>
        {words}
      </span>
    );
  };
  return Object.assign(text, { el });
}
