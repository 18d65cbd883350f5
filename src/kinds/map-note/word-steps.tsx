import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { looksPersonal } from '../../domain/looks-personal.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { OneCode } from '../code-choices.tsx';
import { GradeChoice } from '../grade-choice.tsx';
import { SourceFields } from '../source-fields.tsx';
import type { StepProps } from '../views.ts';
import { WordsField } from '../words-field.tsx';
import { type MapNoteDraft, withAbout } from './draft.ts';

type Props = StepProps<MapNoteDraft>;

/** What it is, at one touch. */
export function KindStep({ value, onChange }: Props): VNode {
  const t = useText('kind-map-note');
  return (
    <div class="compact-tiles">
      <OneCode
        list="noteKinds"
        look="pictures"
        legend={t.el('steps.kind')}
        hideLegend
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
    </div>
  );
}

/** The place of the visit stands there already. */
export function AboutStep({ value, onChange, places, context }: Props): VNode {
  const t = useText('kind-map-note');
  return (
    <Stack room="small">
      <places.PickEntry
        label={t.el('place.label')}
        value={value.about}
        onChange={(entry) => onChange(withAbout(value, entry, context.visitGrade))}
      />
      {value.about === null && <p>{t.el('place.noPlace')}</p>}
    </Stack>
  );
}

/** Only for a spot that is none of the places: those have their grade. */
export function GradeStep({ value, onChange }: Props): VNode {
  const t = useText('kind-map-note');
  return (
    <GradeChoice
      label={t.el('grade.label')}
      hint={t.el('grade.hint')}
      value={value.grade}
      onChange={(grade) => onChange({ ...value, grade })}
    />
  );
}

/** In a sentence, or spoken. What looks like a person's is not for everybody's tablet. */
export function SaidStep({ value, onChange, media }: Props): VNode {
  const t = useText('kind-map-note');
  const found = useMemo(() => looksPersonal(value.said), [value.said]);
  const ofSomebody = found.some(({ looksLike }) => looksLike !== 'position');
  return (
    <Stack>
      <WordsField
        label={t.el('said.label')}
        hint={t.el('said.hint')}
        value={value.said}
        onChange={(said) => onChange({ ...value, said })}
        maxLength={600}
        rows={3}
      />
      {found.length > 0 && value.share === 'team' && value.about !== null && (
        <Notice
          tone="careful"
          speak="polite"
          actions={<Button onClick={() => onChange({ ...value, share: 'office' })}>{t.el('share.toOffice')}</Button>}
        >
          {t.el(ofSomebody ? 'share.personal' : 'share.position')}
        </Notice>
      )}
      {value.share === 'office' && <p>{t.el('share.onlyOffice')}</p>}
      <media.VoiceNotes label={t('said.voice')} />
    </Stack>
  );
}

export function SourceStep({ value, onChange }: Props): VNode {
  const t = useText('kind-map-note');
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

/** Who reads it: every tablet of the team, or the office alone. */
export function ShareStep({ value, onChange }: Props): VNode {
  const t = useText('kind-map-note');
  return (
    <ChoiceList
      label={t.el('share.label')}
      value={value.share}
      onChange={(share) => onChange({ ...value, share })}
      choices={[
        { value: 'team', label: t.el('share.team'), detail: t.el('share.teamHint') },
        { value: 'office', label: t.el('share.office'), detail: t.el('share.officeHint') },
      ]}
    />
  );
}
