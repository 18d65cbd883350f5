import type { ComponentChildren, VNode } from 'preact';
import { LISTS } from '../../domain/lists/lists.ts';
import { GRADES, gradeForSetting } from '../../domain/place-grade.ts';
import type { Venue } from '../../domain/protocol.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import type { VisitForm, VisitGap } from './visit-form.ts';

/** A place of the list, or one that is typed with what kind it is and how closely it may be shown. */
export function PlaceFields(props: {
  form: VisitForm;
  venues: readonly Venue[];
  onChange: (part: Partial<VisitForm>) => void;
  problem: (gap: VisitGap) => { problem?: ComponentChildren };
}): VNode {
  const t = useText('visits');
  const { form, venues, onChange, problem } = props;
  const venue = venues.find((one) => one.venueId === form.venueId);
  const typed = form.venueId === 'other';
  const shielded = form.grade === 'shielded';
  return (
    <>
      <ChoiceList
        question
        label={t.el('start.where')}
        value={form.venueId}
        onChange={(venueId) => onChange({ venueId })}
        choices={[
          ...venues.map((one) => ({
            value: one.venueId,
            label: <Bdi>{one.placeName}</Bdi>,
            detail: (
              <>
                {one.groupName !== '' && (
                  <>
                    <Bdi>{one.groupName}</Bdi> ·{' '}
                  </>
                )}
                {t.el(`lists:settings.${one.setting}`)} · {t.el(`start.grades.${one.grade}`)}
              </>
            ),
          })),
          { value: 'other', label: t.el('start.other'), detail: t.el('start.otherHint') },
        ]}
        {...problem('needsPlace')}
      />
      {venue !== undefined && venue.notes !== '' && (
        <Notice title={t.el('start.notes')}>
          <Bdi>{venue.notes}</Bdi>
        </Notice>
      )}
      {typed && (
        <>
          <ChoiceList
            layout="tiles"
            label={t.el('start.setting')}
            value={form.setting === '' ? null : form.setting}
            onChange={(setting) => onChange({ setting, grade: gradeForSetting(setting) })}
            choices={LISTS.settings.map((code) => ({ value: code as string, label: t.el(`lists:settings.${code}`) }))}
            {...problem('needsSetting')}
          />
          <ChoiceList
            label={t.el('start.grade')}
            value={form.grade}
            onChange={(grade) => onChange({ grade })}
            choices={GRADES.map((grade) => ({
              value: grade,
              label: t.el(`start.grades.${grade}`),
              detail: t.el(`start.grades.${grade}Hint`),
            }))}
          />
          <TextField
            label={t.el(shielded ? 'start.placeCode' : 'start.placeName')}
            hint={t.el(shielded ? 'start.placeCodeHint' : 'start.placeHint')}
            value={form.placeName}
            maxLength={120}
            onChange={(placeName) => onChange({ placeName })}
            {...(form.placeName.trim() === '' ? problem('needsPlace') : {})}
          />
          <TextField
            label={t.el('start.groupName')}
            hint={t.el('start.groupHint')}
            value={form.groupName}
            maxLength={120}
            onChange={(groupName) => onChange({ groupName })}
          />
        </>
      )}
    </>
  );
}
