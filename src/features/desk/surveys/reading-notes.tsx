import { useMemo } from 'preact/hooks';
import type { TextLayer } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { readingCheck } from '../../../surveys/reading.ts';

/** More hints than this help nobody at once. */
const MOST_SHOWN = 2;

/** What may be hard to read in a text, said kindly and as a hint. Nothing where all is well. */
export function ReadingNotes({ words, layer, language }: { words: string; layer: TextLayer; language: string }) {
  const t = useText('survey-check');
  const found = useMemo(() => readingCheck(words, layer, language), [words, layer, language]);
  if (found.length === 0) return null;
  return (
    <ul class="reading-notes">
      {found.slice(0, MOST_SHOWN).map((one) => (
        <li key={`${one.reason} ${one.at}`}>{t.el(`reading.${one.reason}`, one.about)}</li>
      ))}
      {found.length > MOST_SHOWN && <li>{t.el('desk-surveys:reading.more', { count: found.length - MOST_SHOWN })}</li>}
    </ul>
  );
}
