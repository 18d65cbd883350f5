import type { ComponentChildren } from 'preact';
import { LISTS, type ListName } from '../../../domain/lists/lists.ts';
import type { PlaceFacts } from '../../../domain/place.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { Select } from '../select.tsx';
import { languageChoices, writableLanguages } from '../surveys/language-choices.ts';

/** What is good to know before going, thing by thing; folded up, as most of it stays as it is. */
export function EditFacts(props: { value: PlaceFacts; onChange: (facts: PlaceFacts) => void }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { value: facts, onChange } = props;
  const set = (part: Partial<PlaceFacts>): void => onChange(withoutBlanks({ ...facts, ...part }));
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
      <div class="desk-form">
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
          label={t.el('places:facts.charging')}
          list="yesNo"
          value={facts.charging}
          onChange={(charging) => set({ charging: charging as PlaceFacts['charging'] })}
        />
        <OneCode
          label={t.el('places:facts.photos')}
          list="photoRules"
          value={facts.photos}
          onChange={(photos) => set({ photos: photos as PlaceFacts['photos'] })}
        />
        {words('sensitivities', 600)}
        <EditPermission value={facts.permission} onChange={(permission) => set({ permission })} />
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

/** Who said that we may come, when, and what belongs to it. */
function EditPermission(props: {
  value: PlaceFacts['permission'];
  onChange: (permission: PlaceFacts['permission']) => void;
}) {
  const t = useText('desk-places');
  const { value, onChange } = props;
  return (
    <>
      <OneCode
        label={t.el('places:facts.permission')}
        list="permissionFrom"
        value={value?.from}
        onChange={(from) =>
          onChange(from === undefined ? undefined : { ...value, from: from as NonNullable<typeof value>['from'] })
        }
      />
      {value !== undefined && (
        <TextField
          label={t.el('edit.permissionNote')}
          value={value.note ?? ''}
          maxLength={200}
          onChange={(note) => {
            const { note: _before, ...rest } = value;
            onChange(note === '' ? rest : { ...rest, note });
          }}
        />
      )}
    </>
  );
}
