import type { VNode } from 'preact';
import { useLanguage } from '../../i18n/use-language.ts';
import { directionOf } from '../../player/language-face.ts';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { lookUp } from '../../surveys/texts.ts';

/** What a survey is called, to the worker: in their language where it has a name in it, and marked as the one it is in. */
export function SurveyTitle({ of }: { of: Pick<LoadedSurvey, 'texts'> }): VNode {
  const { language, readingMode } = useLanguage();
  const title = lookUp(of.texts, 'title', language, readingMode);
  return (
    <bdi lang={title.language} dir={directionOf(title.language)}>
      {title.words}
    </bdi>
  );
}
