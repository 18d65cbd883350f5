import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Fold } from '../../ui/fold/fold.tsx';
import { VisuallyHidden } from '../../ui/hidden/visually-hidden.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { LISTS, type CodeOf } from '../../domain/lists/lists.ts';
import { OneCode } from '../code-choices.tsx';
import { GradeChoice } from '../grade-choice.tsx';
import type { StepProps } from '../views.ts';
import { type PlaceDraft, withGradeOf } from './draft.ts';

type Props = StepProps<PlaceDraft>;
type Setting = CodeOf<'settings'>;

/** Where teams go most, and where being seen can do harm: these stand in sight, the others are one tap away. */
const FIRST_SETTINGS: ReadonlySet<Setting> = new Set([
  'traveller-site',
  'roadside',
  'mosque',
  'church',
  'community-centre',
  'womens-group',
  'library',
  'hostel',
]);

export function TypeStep({ value, onChange }: Props): VNode {
  const t = useText('kind-place');
  return (
    <div class="compact-tiles">
      <OneCode
        list="entryTypes"
        look="pictures"
        legend={t.el('steps.type')}
        hideLegend
        value={value.type}
        onChange={(type) => onChange(withGradeOf(value, { type }))}
      />
    </div>
  );
}

/** What kind of place it is: its grade follows, and can be changed. */
export function SettingStep({ value, onChange }: Props): VNode {
  const t = useText('kind-place');
  const words = (code: Setting) => t.el(`lists:settings.${code}`);
  const tiles = (label: VNode, first: boolean) => (
    <ChoiceList<Setting>
      layout="tiles"
      label={<VisuallyHidden>{label}</VisuallyHidden>}
      value={value.setting}
      onChange={(setting) => onChange(withGradeOf(value, { setting }))}
      choices={LISTS.settings
        .filter((code) => FIRST_SETTINGS.has(code) === first)
        .map((code) => ({ value: code, label: words(code) }))}
    />
  );
  const { setting } = value;
  return (
    <div class="short-words">
      <Stack room="small">
        {tiles(t.el('steps.setting'), true)}
        <Fold
          title={t.el('otherSetting')}
          chosen={setting === null || FIRST_SETTINGS.has(setting) ? [] : [words(setting)]}
        >
          {tiles(t.el('otherSetting'), false)}
        </Fold>
      </Stack>
    </div>
  );
}

export function GradeStep({ value, onChange }: Props): VNode {
  const t = useText('kind-place');
  return (
    <GradeChoice
      label={<VisuallyHidden>{t.el('steps.grade')}</VisuallyHidden>}
      hint={t.el('grade.hint')}
      value={value.grade}
      onChange={(grade) => onChange({ ...value, grade })}
    />
  );
}

/** A code name where the place is hidden; and whether the team has one of this name already. */
export function NameStep({ value, onChange, places }: Props): VNode {
  const t = useText('kind-place');
  const wanted = value.name.trim().toLocaleLowerCase();
  const same = places
    .useEntries()
    ?.find(({ entryId, name }) => entryId !== value.entryId && wanted !== '' && name.toLocaleLowerCase() === wanted);
  const form = value.type === 'gatekeeper' ? 'person' : value.grade === 'shielded' ? 'code' : 'name';
  return (
    <Stack room="small">
      <TextField
        label={t.el(`called.${form}`)}
        hint={t.el(`called.${form}Hint`)}
        value={value.name}
        maxLength={120}
        onChange={(name) => onChange({ ...value, name })}
      />
      {same !== undefined && (
        <Notice
          tone="careful"
          speak="polite"
          actions={<Button href={`/capture/map-note?about=${same.entryId}`}>{t.el('called.writeNote')}</Button>}
        >
          {t.el('called.same')}
        </Notice>
      )}
    </Stack>
  );
}

/** In words, on the map, from here, or not said. Nothing before the grade is chosen. */
export function WhereStep({ value, onChange, places }: Props): VNode {
  const t = useText('kind-place');
  if (value.grade === undefined) return <p>{t.el('where.gradeFirst')}</p>;
  const mapped = value.where.as !== 'nowhere' && value.where.as !== 'council';
  return (
    <Stack>
      <places.PickWhere
        grade={value.grade}
        value={value.where}
        onChange={(where) => onChange({ ...value, where, council: where.as === 'nowhere' ? '' : value.council })}
      />
      {mapped && (
        <TextField
          label={t.el('where.council')}
          hint={t.el('where.councilHint')}
          value={value.council}
          maxLength={120}
          onChange={(council) => onChange({ ...value, council })}
        />
      )}
    </Stack>
  );
}
