import type { VNode } from 'preact';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** Beside whatever asks for consent: in words that no second speaker has checked it says that they are for practice only. */
export function NotForField(): VNode | null {
  const t = useText('consent');
  const { draft } = useLanguage();
  return draft ? <Notice tone="careful">{t.el('notForField')}</Notice> : null;
}
