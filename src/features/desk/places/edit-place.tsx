import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { LISTS, type ListName } from '../../../domain/lists/lists.ts';
import { NOWHERE, type PlaceFacts } from '../../../domain/place.ts';
import type { PlaceGrade } from '../../../domain/record.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { TextArea } from '../../../ui/text-field/text-area.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { Select } from '../select.tsx';
import { languageChoices, writableLanguages } from '../surveys/language-choices.ts';
import { regraded } from './draft-of.ts';
import { EditCulture } from './edit-culture.tsx';
import { EditAskable } from './edit-askable.tsx';
import { EditWhere } from './edit-where.tsx';

const GRADES = ['open', 'area', 'shielded'] as const satisfies readonly PlaceGrade[];
type Change = (part: Partial<PlaceDraft>) => void;

/** All that the desk may say of an entry. How closely it may be shown stands before where it is. */
export function EditPlace(props: {
  draft: PlaceDraft;
  isNew?: boolean;
  busy: boolean;
  onChange: (draft: PlaceDraft) => void;
  onKeep: () => void;
  onLeave: () => void;
}) {
  const t = useText('desk-places');
  const { draft, busy, onKeep, onLeave } = props;
  const [asked, setAsked] = useState(false);
  const change: Change = (part) => props.onChange({ ...draft, ...part });
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
      {props.isNew === true && (
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
        onChange={(grade) => props.onChange(regraded(draft, grade))}
        choices={GRADES.map((value) => ({
          value,
          label: t.el(`grades.${value}`),
          detail: t.el(`edit.grades.${value}`),
        }))}
      />
      <TextField
        label={t.el(draft.grade === 'shielded' ? 'edit.codeName' : 'edit.name')}
        value={draft.name}
        maxLength={120}
        onChange={(name) => change({ name })}
        {...(unnamed ? { problem: t.el('edit.needsName') } : {})}
      />
      <Lines
        label={t.el('edit.alsoCalled')}
        value={draft.alsoCalled}
        most={10}
        onChange={(alsoCalled) => change({ alsoCalled })}
      />
      {draft.type === 'venue' && (
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
      <Facts draft={draft} onChange={change} />
      <TextArea
        label={t.el('edit.notes')}
        value={draft.notes}
        maxLength={1000}
        onChange={(notes) => change({ notes })}
      />
      <EditCulture value={draft.culture} onChange={(culture) => change({ culture })} />
      <EditAskable value={draft.askable} onChange={(askable) => change({ askable })} />
      <div class="desk-form__end">
        <Button onClick={onLeave}>{t.el('edit.leave')}</Button>
        <Button look="main" type="submit" busy={busy}>
          {t.el('edit.keep')}
        </Button>
      </div>
    </form>
  );
}

function Facts({ draft, onChange }: { draft: PlaceDraft; onChange: Change }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { status } = useDesk();
  const { facts } = draft;
  const set = (part: Partial<PlaceFacts>): void => onChange({ facts: withoutBlanks({ ...facts, ...part }) });
  const words = (what: 'whoMeets' | 'host' | 'timesNote' | 'accessNote' | 'sensitivities', max: number) => (
    <TextField
      label={t.el(`places:facts.${what}`)}
      value={facts[what] ?? ''}
      maxLength={max}
      onChange={(value) => set({ [what]: value })}
    />
  );
  const known = [...new Set([...(facts.languages ?? []), ...writableLanguages([], language)])];
  return (
    <details class="desk-details">
      <summary>{t.el('edit.facts')}</summary>
      <div class="desk-form" data-example={status.example || undefined}>
        {words('whoMeets', 200)}
        {words('host', 120)}
        <ChoiceList
          many
          layout="tiles"
          label={t.el('places:facts.languages')}
          value={facts.languages ?? []}
          atMost={20}
          onChange={(languages) => set({ languages })}
          choices={languageChoices(known, language)}
        />
        <Codes
          label={t.el('places:facts.goodTimes')}
          list="goodTimes"
          value={facts.goodTimes ?? []}
          onChange={(goodTimes) => set({ goodTimes: goodTimes as PlaceFacts['goodTimes'] })}
        />
        {words('timesNote', 200)}
        <Codes
          label={t.el('places:facts.access')}
          list="placeAccess"
          value={facts.access ?? []}
          onChange={(access) => set({ access: access as PlaceFacts['access'] })}
        />
        {words('accessNote', 200)}
        <OneCode
          label={t.el('places:facts.signal')}
          list="signal"
          value={facts.signal}
          onChange={(signal) => set({ signal: signal as PlaceFacts['signal'] })}
        />
        <OneCode
          label={t.el('places:facts.photos')}
          list="photoRules"
          value={facts.photos}
          onChange={(photos) => set({ photos: photos as PlaceFacts['photos'] })}
        />
        {words('sensitivities', 600)}
        <ChoiceList
          label={t.el('places:facts.notAlone')}
          value={facts.notAlone === undefined ? 'unsaid' : facts.notAlone ? 'yes' : 'no'}
          onChange={(value) => set({ notAlone: value === 'unsaid' ? undefined : value === 'yes' })}
          choices={[
            { value: 'yes', label: t.el('places:facts.notAloneYes') },
            { value: 'no', label: t.el('places:facts.notAloneNo') },
            { value: 'unsaid', label: t.el('edit.notSaid') },
          ]}
        />
      </div>
    </details>
  );
}

/** What was emptied is not kept as empty: nothing said is nothing there. */
function withoutBlanks(facts: { [Name in keyof PlaceFacts]: PlaceFacts[Name] | undefined }): PlaceFacts {
  const said = Object.entries(facts).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as PlaceFacts;
}

function Codes(props: {
  label: ComponentChildren;
  list: ListName;
  value: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const t = useText('desk-places');
  return (
    <ChoiceList
      many
      layout="tiles"
      label={props.label}
      value={props.value}
      onChange={props.onChange}
      choices={LISTS[props.list].map((value) => ({
        value: value as string,
        label: t.el(`lists:${props.list}.${value}`),
      }))}
    />
  );
}

function OneCode(props: {
  label: ComponentChildren;
  list: ListName;
  value: string | undefined;
  onChange: (code: string | undefined) => void;
}) {
  const t = useText('desk-places');
  return (
    <Select
      label={props.label}
      value={props.value ?? ''}
      options={[
        { value: '', label: t('edit.notSaid') },
        ...LISTS[props.list].map((value) => ({ value: value as string, label: t(`lists:${props.list}.${value}`) })),
      ]}
      onChange={(value) => props.onChange(value === '' ? undefined : value)}
    />
  );
}

/** One thing a line. */
function Lines(props: {
  label: ComponentChildren;
  value: readonly string[];
  most: number;
  onChange: (lines: string[]) => void;
}) {
  const t = useText('desk-places');
  const [text, setText] = useState(props.value.join('\n'));
  return (
    <TextArea
      label={props.label}
      hint={t.el('edit.lines')}
      value={text}
      maxLength={1200}
      onChange={(next) => {
        setText(next);
        const lines = next
          .split('\n')
          .map((line) => line.trim().slice(0, 120))
          .filter((line) => line !== '');
        props.onChange(lines.slice(0, props.most));
      }}
    />
  );
}
