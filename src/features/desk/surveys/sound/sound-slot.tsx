import { useState } from 'preact/hooks';
import type { TextLayer } from '../../../../domain/survey.ts';
import { isSigned } from '../../../../domain/signed.ts';
import { minutesAndSeconds } from '../../../../i18n/dates.ts';
import { useText } from '../../../../i18n/use-text.tsx';
import { Icon } from '../../../../ui/icon/icon.tsx';
import { useBuilder } from '../builder-context.ts';
import { clipIn } from '../text-edits.ts';
import { SoundDialog } from './sound-dialog.tsx';

/** The sound of one text: hear it, or record it. */
export function SoundSlot(props: { layer: TextLayer; textKey: string; words: string }) {
  const t = useText('desk-surveys');
  const { doc, language, readOnly } = useBuilder();
  const [open, setOpen] = useState(false);
  const clip = clipIn(doc, language, props.layer, props.textKey);
  const kind = isSigned(language) ? 'film' : 'sound';
  const signs = kind === 'film' ? (['camera', 'play'] as const) : (['mic', 'speaker'] as const);
  if (clip === null && (readOnly || props.words === '')) return null;
  return (
    <span class="sound-slot">
      <button
        type="button"
        class={`sound-slot__open${clip === null ? '' : ' sound-slot__open--here'}`}
        aria-label={t(clip === null ? `${kind}.record` : `${kind}.open`, {
          words: props.words,
          length: minutesAndSeconds(clip?.durationMs ?? 0),
        })}
        title={t(clip === null ? `${kind}.recordShort` : `${kind}.openShort`)}
        onClick={() => setOpen(true)}
      >
        <Icon name={signs[clip === null ? 0 : 1]} />
        {clip !== null && <span class="sound-slot__length">{minutesAndSeconds(clip.durationMs)}</span>}
      </button>
      {open && (
        <SoundDialog
          language={language}
          layer={props.layer}
          textKey={props.textKey}
          words={props.words}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}
