import type { VNode } from 'preact';
import type { Observation } from '../domain/directory.ts';
import { date } from '../i18n/dates.ts';
import { isolate } from '../i18n/isolate.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';

/** Who knows it from where, and since when: "Maria saw it · 3 May 2026". */
export function ToldBy(props: { by: Pick<Observation, 'on' | 'byName' | 'source'> & { kind?: string } }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { on, byName, source, kind } = props.by;
  const name = isolate(byName);
  return (
    <>
      {kind === 'visit' ? t.el('told.visit', { name }) : t.el(`told.${source}`, { name })}
      {' · '}
      {date(language, on)}
    </>
  );
}
