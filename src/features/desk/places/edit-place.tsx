import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskNote, PlaceDraft } from '../../../domain/desk-places.ts';
import type { DirectoryEntry } from '../../../domain/directory.ts';
import { LISTS } from '../../../domain/lists/lists.ts';
import { NOWHERE } from '../../../domain/place.ts';
import type { PlaceGrade } from '../../../domain/record.ts';
import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { tightens } from '../../../places/coarsen.ts';
import { Button } from '../../../ui/button/button.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { TextArea } from '../../../ui/text-field/text-area.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { Select } from '../select.tsx';
import { regraded } from './draft-of.ts';
import { EditFacts } from './edit-facts.tsx';
import { EditLadder } from './edit-ladder.tsx';
import { EditLines } from './edit-lines.tsx';
import { EditLinks } from './edit-links.tsx';
import { EditSize } from './edit-size.tsx';
import { EditCulture } from './edit-culture.tsx';
import { EditAskable } from './edit-askable.tsx';
import { EditWhere } from './edit-where.tsx';
import { type PlaceEdit, withLink } from './place-edit.ts';

const GRADES = ['open', 'area', 'shielded'] as const satisfies readonly PlaceGrade[];
type Change = (part: Partial<PlaceDraft>) => void;

/** All that the desk may say of an entry. How closely it may be shown stands before where it is. */
export function EditPlace(props: {
  edit: PlaceEdit;
  title: ComponentChildren;
  /** As it is kept now; null for a new one. */
  stored: DirectoryEntry | null;
  /** The newest note that tells how it stands, of those that tablets have. */
  seen?: Pick<DeskNote, 'status' | 'on'> | undefined;
  busy: boolean;
  onChange: (edit: PlaceEdit) => void;
  onKeep: () => void;
  onLeave: () => void;
}) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { edit, stored, seen, busy, onKeep, onLeave } = props;
  const { draft } = edit;
  const { may } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Telling more finely where something is needs somebody who may decide that.
  const grades = GRADES.filter((to) => stored === null || may('place-grades') || !tightens(to, stored.grade));
  const [asked, setAsked] = useState(false);
  const change: Change = (part) => props.onChange({ ...edit, draft: { ...draft, ...part } });
  const unnamed = asked && draft.name.trim() === '';
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (draft.name.trim() !== '') onKeep();
      }}
    >
      <h2 class="desk-page__subtitle" ref={heading} tabIndex={-1}>
        {props.title}
      </h2>
      {stored === null && (
        <Select
          label={t.el('edit.type')}
          value={draft.type}
          options={LISTS.entryTypes.map((value) => ({ value, label: t(`lists:entryTypes.${value}`) }))}
          onChange={(type) => change({ type })}
        />
      )}
      <ChoiceList
        label={t.el('edit.grade')}
        hint={t.el('edit.gradeHint')}
        value={draft.grade}
        onChange={(grade) => props.onChange({ ...edit, draft: regraded(draft, grade) })}
        choices={grades.map((value) => ({
          value,
          label: t.el(`grades.${value}`),
          detail: t.el(`edit.grades.${value}`),
        }))}
      />
      {grades.length < GRADES.length && <p class="desk-quiet">{t.el('edit.finerNotYours')}</p>}
      <LiveRegion visible>
        {stored === null || draft.grade === stored.grade
          ? ''
          : t.el(tightens(stored.grade, draft.grade) ? 'edit.becomesCoarser' : 'edit.becomesFiner')}
      </LiveRegion>
      <TextField
        label={t.el(draft.grade === 'shielded' ? 'edit.codeName' : 'edit.name')}
        value={draft.name}
        maxLength={120}
        onChange={(name) => change({ name })}
        {...(unnamed ? { problem: t.el('edit.needsName') } : {})}
      />
      <EditLines
        label={t.el('edit.alsoCalled')}
        value={draft.alsoCalled}
        most={10}
        onChange={(alsoCalled) => change({ alsoCalled })}
      />
      {(draft.type === 'venue' || draft.type === 'group' || draft.setting !== null) && (
        <Select
          label={t.el('edit.setting')}
          value={draft.setting ?? ''}
          options={[
            { value: '', label: t('edit.notSaid') },
            ...LISTS.settings.map((value) => ({ value, label: t(`lists:settings.${value}`) })),
          ]}
          onChange={(setting) => change({ setting: setting === '' ? null : setting })}
        />
      )}
      {seen?.status == null ? (
        <Select
          label={t.el('edit.status')}
          value={draft.status ?? ''}
          options={[
            { value: '', label: t('edit.notSaid') },
            ...LISTS.placeStatus.map((value) => ({ value, label: t(`lists:placeStatus.${value}`) })),
          ]}
          onChange={(status) => change({ status: status === '' ? null : status })}
        />
      ) : (
        // What the desk says of it would stand nowhere: the newest word of somebody who was there holds.
        <div>
          <p class="desk-label">{t.el('edit.status')}</p>
          <p>{t.el(`lists:placeStatus.${seen.status}`)}</p>
          <p class="desk-quiet">{t.el('edit.statusSeen', { when: date(language, seen.on) })}</p>
        </div>
      )}
      <TextField
        label={t.el('edit.council')}
        value={draft.council}
        maxLength={120}
        onChange={(council) =>
          change({
            council,
            ...(draft.grade === 'shielded'
              ? { where: council.trim() === '' ? NOWHERE : { as: 'council' as const, council } }
              : {}),
          })
        }
      />
      {draft.grade === 'shielded' ? (
        <p class="desk-quiet">{t.el('edit.noPosition')}</p>
      ) : (
        <EditWhere grade={draft.grade} value={draft.where} onChange={(where) => change({ where })} />
      )}
      {draft.type !== 'venue' && <EditSize value={draft.size} onChange={(size) => change({ size })} />}
      {stored !== null && <EditLadder value={draft.ladder ?? null} onChange={(ladder) => change({ ladder })} />}
      <EditFacts value={draft.facts} onChange={(facts) => change({ facts })} />
      <TextArea
        label={t.el('edit.notes')}
        value={draft.notes}
        maxLength={1000}
        onChange={(notes) => change({ notes })}
      />
      <EditCulture value={draft.culture} onChange={(culture) => change({ culture })} />
      <EditAskable value={draft.askable} onChange={(askable) => change({ askable })} />
      <EditLinks
        of={stored?.entryId ?? null}
        value={draft.links}
        onChange={(links) => change({ links })}
        link={edit.link}
        onLink={(link) => props.onChange({ ...edit, link })}
        onAdd={() => props.onChange(withLink(edit))}
      />
      <div class="desk-form__end">
        <Button onClick={onLeave}>{t.el('edit.leave')}</Button>
        <Button look="main" type="submit" busy={busy}>
          {t.el('edit.keep')}
        </Button>
      </div>
    </form>
  );
}
