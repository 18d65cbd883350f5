import type { VNode } from 'preact';
import type { PlaceFacts } from '../domain/place.ts';
import { useText } from '../i18n/use-text.tsx';
import { DateField } from '../ui/date-field/date-field.tsx';
import { Stack } from '../ui/screen/screen.tsx';
import { TextField } from '../ui/text-field/text-field.tsx';
import { Toggle } from '../ui/toggle/toggle.tsx';
import { ManyCodes, OneCode } from './code-choices.tsx';
import { SpokenThere } from './spoken-there.tsx';
import { WordsField } from './words-field.tsx';

interface Props {
  value: PlaceFacts;
  onChange: (facts: PlaceFacts) => void;
}

/** Who meets there, who receives us, in which languages. */
export function PeopleFields({ value, onChange }: Props): VNode {
  const t = useText('place-parts');
  return (
    <Stack>
      <WordsField
        label={t.el('facts.whoMeets')}
        hint={t.el('facts.whoMeetsHint')}
        value={value.whoMeets ?? ''}
        maxLength={200}
        rows={2}
        onChange={(whoMeets) => onChange(withoutGaps({ ...value, whoMeets }))}
      />
      <TextField
        label={t.el('facts.host')}
        hint={t.el('facts.hostHint')}
        value={value.host ?? ''}
        maxLength={120}
        onChange={(host) => onChange(withoutGaps({ ...value, host }))}
      />
      <SpokenThere
        label={t.el('facts.languages')}
        value={value.languages ?? []}
        onChange={(languages) => onChange(withoutGaps({ ...value, languages }))}
      />
    </Stack>
  );
}

/** When it is good to come. */
export function TimesFields({ value, onChange }: Props): VNode {
  const t = useText('place-parts');
  return (
    <Stack>
      <ManyCodes
        list="goodTimes"
        legend={t.el('facts.goodTimes')}
        value={value.goodTimes ?? []}
        onChange={(goodTimes) => onChange(withoutGaps({ ...value, goodTimes }))}
      />
      <TextField
        label={t.el('facts.timesNote')}
        hint={t.el('facts.timesNoteHint')}
        value={value.timesNote ?? ''}
        maxLength={200}
        onChange={(timesNote) => onChange(withoutGaps({ ...value, timesNote }))}
      />
    </Stack>
  );
}

/** Getting in, for whoever comes, and what the tablet finds there. */
export function AccessFields({ value, onChange }: Props): VNode {
  const t = useText('place-parts');
  return (
    <Stack>
      <ManyCodes
        list="placeAccess"
        legend={t.el('facts.access')}
        value={value.access ?? []}
        onChange={(access) => onChange(withoutGaps({ ...value, access }))}
      />
      <TextField
        label={t.el('facts.accessNote')}
        value={value.accessNote ?? ''}
        maxLength={200}
        onChange={(accessNote) => onChange(withoutGaps({ ...value, accessNote }))}
      />
      <OneCode
        list="signal"
        legend={t.el('facts.signal')}
        value={value.signal}
        onChange={(signal) => onChange({ ...value, signal })}
        onClear={() => onChange(without(value, 'signal'))}
      />
      <OneCode
        list="yesNo"
        legend={t.el('facts.charging')}
        value={value.charging}
        onChange={(charging) => onChange({ ...value, charging })}
        onClear={() => onChange(without(value, 'charging'))}
      />
    </Stack>
  );
}

/** What would hurt or offend, and who said that we may come. */
export function CareFields({ value, onChange, today }: Props & { today: string }): VNode {
  const t = useText('place-parts');
  const { permission } = value;
  return (
    <Stack>
      <WordsField
        label={t.el('facts.sensitivities')}
        hint={t.el('facts.sensitivitiesHint')}
        value={value.sensitivities ?? ''}
        maxLength={600}
        rows={2}
        onChange={(sensitivities) => onChange(withoutGaps({ ...value, sensitivities }))}
      />
      <Toggle
        label={t.el('facts.notAlone')}
        yes={t.el('common:yes')}
        no={t.el('common:no')}
        value={value.notAlone ?? null}
        onChange={(notAlone) => onChange({ ...value, notAlone })}
      />
      <OneCode
        list="photoRules"
        legend={t.el('facts.photos')}
        value={value.photos}
        onChange={(photos) => onChange({ ...value, photos })}
        onClear={() => onChange(without(value, 'photos'))}
      />
      <OneCode
        list="permissionFrom"
        legend={t.el('facts.permissionFrom')}
        value={permission?.from}
        // Where nobody is to be asked, nobody said so on any day.
        onChange={(from) =>
          onChange({ ...value, permission: from === 'not-needed' ? { from } : { ...permission, from } })
        }
        onClear={() => onChange(without(value, 'permission'))}
      />
      {permission !== undefined && permission.from !== 'not-needed' && (
        <>
          <DateField
            label={t.el('facts.permissionOn')}
            value={permission.on ?? ''}
            max={today}
            onChange={(on) => {
              const { on: _before, ...rest } = permission;
              onChange({ ...value, permission: on === '' ? rest : { ...rest, on } });
            }}
          />
          <TextField
            label={t.el('facts.permissionNote')}
            value={permission.note ?? ''}
            maxLength={200}
            onChange={(note) => {
              const { note: _before, ...rest } = permission;
              onChange({ ...value, permission: note === '' ? rest : { ...rest, note } });
            }}
          />
        </>
      )}
    </Stack>
  );
}

/** Whether none of these is said. */
export function saysNone(facts: PlaceFacts, ...names: readonly (keyof PlaceFacts)[]): boolean {
  return names.every((name) => facts[name] === undefined);
}

/** The same, with nothing said of this. */
function without(facts: PlaceFacts, name: keyof PlaceFacts): PlaceFacts {
  const { [name]: _gone, ...rest } = facts;
  return rest;
}

/** An empty line and an empty list are no facts: what was not said is not there. */
function withoutGaps(facts: PlaceFacts): PlaceFacts {
  const said = Object.entries(facts).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said);
}
