import { isSigned } from '../../../../domain/signed.ts';
import type { TextLayer } from '../../../../domain/survey.ts';
import { useText } from '../../../../i18n/use-text.tsx';
import { Button } from '../../../../ui/button/button.tsx';
import { Dialog } from '../../../../ui/dialog/dialog.tsx';
import { useBuilder } from '../builder-context.ts';
import { clipIn, setClip } from '../text-edits.ts';
import { TakeStudio } from '../../sound/take-studio.tsx';

/** The sound of one text in one language and layer. */
export function SoundDialog(props: {
  language: string;
  layer: TextLayer;
  textKey: string;
  words: string;
  onClose: () => void;
}) {
  const t = useText('desk-surveys');
  const { doc, edit } = useBuilder();
  const { language, layer, textKey } = props;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el(isSigned(language) ? `film.title.${layer}` : `sound.title.${layer}`)}
      actions={<Button onClick={props.onClose}>{t.el('sound.close')}</Button>}
    >
      <TakeStudio
        language={language}
        layer={layer}
        words={props.words}
        clip={clipIn(doc, language, layer, textKey)}
        onKept={(clip) => {
          edit((now) => setClip(now, language, layer, textKey, clip), { what: 'recorded', about: textKey });
          props.onClose();
        }}
        onRemove={() => edit((now) => setClip(now, language, layer, textKey, null), { what: 'unrecorded' })}
      />
    </Dialog>
  );
}
