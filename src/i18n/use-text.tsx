import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { currentLanguage, findText, isLoaded, loadTexts, type Reader, type TextValues } from './catalogue.ts';
import { languageOf } from './languages.ts';
import { useReader } from './reader.ts';
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
  const reader = useReader() ?? currentLanguage();
  const ready = isLoaded(namespace, reader);
  useEffect(() => {
    if (!ready) void loadTexts([namespace], reader);
  }, [namespace, ready, reader]);
  return textOf(namespace, reader);
}

/** The same outside a component: for a title, a notification, a test. The namespace must be loaded. */
export function textOf(namespace: string, reader: Reader = currentLanguage()): Text {
  const find = (key: string, values?: TextValues) => {
    const asked = key.includes(':') ? key.slice(0, key.indexOf(':')) : namespace;
    const found = findText(namespace, key, values, reader);
    return found.missing && !isLoaded(asked, reader) ? { ...found, words: '' } : found;
  };
  const text = (key: string, values?: TextValues): string => find(key, values).words;
  const el = (key: string, values?: TextValues): VNode => {
    const { words, language } = find(key, values);
    if (language === reader.language) return <>{words}</>;
    return (
      <span lang={language} dir={languageOf(language).dir}>
        {words}
      </span>
    );
  };
  return Object.assign(text, { el });
}
