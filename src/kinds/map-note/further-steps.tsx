import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { OneCode } from '../code-choices.tsx';
import { LinkFields } from '../link-fields.tsx';
import { ThemeTiles } from '../theme-tiles.tsx';
import type { StepProps } from '../views.ts';
import type { MapNoteDraft } from './draft.ts';

type Props = StepProps<MapNoteDraft>;

/** A thing, never people; not at all where the place wants no photos. A plan can be drawn in any case. */
export function PhotoStep({ value, onChange, media, places }: Props): VNode {
  const t = useText('kind-map-note');
  const entry = places.useEntries()?.find(({ entryId }) => entryId === value.about?.entryId);
  const never = (value.facts.photos ?? entry?.facts.photos) === 'never';
  return (
    <Stack>
      {never ? <Notice icon="lock">{t.el('photo.never')}</Notice> : <p>{t.el('photo.lead')}</p>}
      {!never && <media.PhotosOfThings label={t('photo.label')} about={value.about?.entryId ?? null} />}
      <places.DrawSheet value={value.sheet} onChange={(sheet) => onChange({ ...value, sheet })} />
    </Stack>
  );
}

export function StatusStep({ value, onChange }: Props): VNode {
  const t = useText('kind-map-note');
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

/** Away from the place itself; most notes are at it and leave this alone. */
export function WhereStep({ value, onChange, places }: Props): VNode {
  const t = useText('kind-map-note');
  if (value.grade === undefined) return <p>{t.el('where.gradeFirst')}</p>;
  return (
    <Stack>
      {value.about !== null && <p>{t.el('where.atPlace')}</p>}
      <places.PickWhere grade={value.grade} value={value.where} onChange={(where) => onChange({ ...value, where })} />
    </Stack>
  );
}

export function LinkStep({ value, onChange, places }: Props): VNode {
  const t = useText('kind-map-note');
  return (
    <LinkFields
      label={t.el('link.to')}
      how={t.el('link.how')}
      value={value.link}
      onChange={(link) => onChange({ ...value, link })}
      except={value.about === null ? [] : [value.about.entryId]}
      places={places}
    />
  );
}

export function ThemesStep({ value, onChange }: Props): VNode {
  const t = useText('kind-map-note');
  return (
    <ThemeTiles
      many
      legend={t.el('steps.themes')}
      hideLegend
      hint={t.el('leaveOut')}
      value={value.themes}
      onChange={(themes) => onChange({ ...value, themes })}
    />
  );
}
