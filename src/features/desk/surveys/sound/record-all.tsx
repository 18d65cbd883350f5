import { useState } from 'preact/hooks';
import { isSigned } from '../../../../domain/signed.ts';
import type { TextLayer } from '../../../../domain/survey.ts';
import { useLanguage } from '../../../../i18n/use-language.ts';
import { useText } from '../../../../i18n/use-text.tsx';
import { Button } from '../../../../ui/button/button.tsx';
import { Dialog } from '../../../../ui/dialog/dialog.tsx';
import { LiveRegion } from '../../../../ui/hidden/live-region.tsx';
import { languageName } from '../../language-name.ts';
import { useBuilder } from '../builder-context.ts';
import type { LoadedSurvey } from '../../../../surveys/answering.ts';
import type { Spoken } from '../spoken-words.ts';
import { clipIn, setClip } from '../text-edits.ts';
import { TakeStudio } from '../../sound/take-studio.tsx';

/** One text after the other into the microphone, those without a sound first: "12 of 48 recorded". */
export function RecordAll(props: {
  language: string;
  layer: TextLayer;
  texts: readonly Spoken[];
  onClose: () => void;
}) {
  const t = useText('desk-surveys');
  const { language: screenLanguage } = useLanguage();
  const { doc, edit } = useBuilder();
  const { language, layer, texts } = props;
  const [queue] = useState(() =>
    texts.filter(({ key }) => clipIn(doc, language, layer, key) === null).map((one) => one.key),
  );
  const [at, setAt] = useState(0);
  const done = texts.filter(({ key }) => clipIn(doc, language, layer, key) !== null).length;
  const key = queue[at];
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el('sound.all', {
        language: languageName(screenLanguage, language),
        layer: t(`layer.${layer}`),
      })}
      actions={
        <>
          <Button onClick={props.onClose}>{t.el('sound.enough')}</Button>
          {at > 0 && (
            <Button icon="back" onClick={() => setAt(at - 1)}>
              {t.el('sound.previous')}
            </Button>
          )}
          {key !== undefined && (
            <Button icon="next" iconAt="end" onClick={() => setAt(at + 1)}>
              {t.el('sound.skip')}
            </Button>
          )}
        </>
      }
    >
      <LiveRegion visible>{t('words.recordedOf', { done, of: texts.length })}</LiveRegion>
      {key === undefined ? (
        <p>{t.el(isSigned(language) ? 'film.allDone' : 'sound.allDone')}</p>
      ) : (
        <TakeStudio
          key={key}
          language={language}
          layer={layer}
          words={texts.find((one) => one.key === key)?.words ?? ''}
          clip={clipIn(doc, language, layer, key)}
          onKept={(clip) => {
            const keys = [key, ...(texts.find((one) => one.key === key)?.also ?? [])];
            const put = (now: LoadedSurvey): LoadedSurvey =>
              keys.reduce((doc, one) => setClip(doc, language, layer, one, clip), now);
            edit(put, { what: 'recorded', about: key });
            setAt(at + 1);
          }}
          onRemove={null}
        />
      )}
    </Dialog>
  );
}
