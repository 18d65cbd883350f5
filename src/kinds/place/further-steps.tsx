import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { OneCode } from '../code-choices.tsx';
import { LinkFields } from '../link-fields.tsx';
import { SourceFields } from '../source-fields.tsx';
import type { StepProps } from '../views.ts';
import { WordsField } from '../words-field.tsx';
import type { PlaceDraft } from './draft.ts';

type Props = StepProps<PlaceDraft>;

/** For the office, in the worker's words or spoken. */
export function SaidStep({ value, onChange, media }: Props): VNode {
  const t = useText('kind-place');
  return (
    <Stack>
      <WordsField
        label={t.el('said.label')}
        hint={t.el('said.hint')}
        value={value.said}
        onChange={(said) => onChange({ ...value, said })}
        maxLength={2000}
        rows={3}
      />
      <media.VoiceNotes label={t('said.voice')} />
    </Stack>
  );
}

export function SourceStep({ value, onChange }: Props): VNode {
  const t = useText('kind-place');
  return (
    <SourceFields
      label={t.el('steps.source')}
      labelHidden
      who={t.el('source.who')}
      value={value.source}
      onChange={(source) => onChange({ ...value, source })}
    />
  );
}

/** A thing, never people; not at all where the place wants no photos. */
export function PhotoStep({ value, media }: Props): VNode {
  const t = useText('kind-place');
  if (value.facts.photos === 'never') return <Notice icon="lock">{t.el('photo.never')}</Notice>;
  return (
    <Stack>
      <p>{t.el('photo.lead')}</p>
      <media.PhotosOfThings label={t('photo.label')} />
    </Stack>
  );
}

export function StatusStep({ value, onChange }: Props): VNode {
  const t = useText('kind-place');
  return (
    <OneCode
      list="placeStatus"
      legend={t.el('steps.status')}
      hideLegend
      hint={t.el('leaveOut')}
      value={value.status ?? undefined}
      onChange={(status) => onChange({ ...value, status })}
      onClear={() => onChange({ ...value, status: null })}
    />
  );
}

/** A guess is welcome as long as it says that it is one, and whose. */
export function SizeStep({ value, onChange }: Props): VNode {
  const t = useText('kind-place');
  const { size } = value;
  return (
    <Stack>
      <TextField
        label={t.el('size.about')}
        hint={t.el('size.aboutHint')}
        value={size?.about ?? ''}
        maxLength={80}
        onChange={(about) =>
          onChange({
            ...value,
            size: about === '' ? null : { source: 'not-said', confidence: 'guess', ...size, about },
          })
        }
      />
      {size !== null && (
        <>
          <OneCode
            list="confidence"
            legend={t.el('size.confidence')}
            value={size.confidence}
            onChange={(confidence) => onChange({ ...value, size: { ...size, confidence } })}
          />
          <OneCode
            list="placeSources"
            legend={t.el('size.source')}
            value={size.source}
            onChange={(source) => onChange({ ...value, size: { ...size, source } })}
          />
        </>
      )}
    </Stack>
  );
}

/** As many links as are known; there is always room for one more. */
export function LinksStep({ value, onChange, places }: Props): VNode {
  const t = useText('kind-place');
  const { links } = value;
  const except = [value.entryId, ...links.map(({ to }) => to)];
  return (
    <Stack>
      {[...links, null].slice(0, 20).map((link, at) => (
        <LinkFields
          key={at}
          label={t.el('links.to')}
          how={t.el('links.how')}
          value={link}
          except={except}
          places={places}
          onChange={(next) =>
            onChange({
              ...value,
              links:
                next === null
                  ? links.filter((one) => one !== link)
                  : [...links.slice(0, at), next, ...links.slice(at + 1)],
            })
          }
        />
      ))}
    </Stack>
  );
}
