import { useState } from 'preact/hooks';
import type { PictureRef } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useBuilder } from './builder-context.ts';
import { PictureDrawn } from '../picture-drawn.tsx';
import { PicturePicker } from './picture-picker.tsx';

/** The place of one picture: shows it, and opens the set to choose another. What the builder lends to the types' forms. */
export function PictureOf(props: {
  value: PictureRef | null;
  label: string;
  onChange: (next: PictureRef | null) => void;
}) {
  const t = useText('desk-surveys');
  const { readOnly } = useBuilder();
  const [choosing, setChoosing] = useState(false);
  const { value, label } = props;
  return (
    <>
      <button
        type="button"
        class={`picture-place${value === null ? ' picture-place--empty' : ''}`}
        aria-label={t(value === null ? 'picture.choose' : 'picture.change', { what: label })}
        title={label}
        disabled={readOnly}
        onClick={() => setChoosing(true)}
      >
        {value === null ? <Icon name="photo" /> : <PictureDrawn picture={value} />}
      </button>
      {choosing && (
        <PicturePicker
          value={value}
          label={label}
          onClose={() => setChoosing(false)}
          onChoose={(next) => {
            setChoosing(false);
            props.onChange(next);
          }}
        />
      )}
    </>
  );
}
