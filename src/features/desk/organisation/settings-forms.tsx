import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OrgSettings } from '../../../domain/desk.ts';
import { isSigned, writtenIn } from '../../../domain/signed.ts';
import { LANGUAGES } from '../../../i18n/languages.ts';
import { SIGNED, signedLanguage } from '../../../i18n/signed-languages.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { NumberStepper } from '../../../ui/number-stepper/number-stepper.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import type { useOrganisation } from './use-organisation.ts';

interface FormProps {
  readonly settings: OrgSettings;
  readonly organisation: ReturnType<typeof useOrganisation>;
}

/** A small form that says when the server has it. */
function SavingForm(props: { busy: boolean; onSave: () => Promise<boolean>; children: ComponentChildren }) {
  const t = useText('desk-organisation');
  const [saved, setSaved] = useState(false);
  return (
    <form
      class="desk-form"
      onInput={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault();
        setSaved(false);
        void props.onSave().then(setSaved);
      }}
    >
      {props.children}
      <div class="desk-form__end">
        <Button type="submit" look="main" busy={props.busy}>
          {t.el('save')}
        </Button>
        <LiveRegion visible>{saved ? t('saved') : ''}</LiveRegion>
      </div>
    </form>
  );
}

export function KeyHolderForm({ settings, organisation }: FormProps) {
  const t = useText('desk-organisation');
  const [keyHolder, setKeyHolder] = useState(settings.keyHolder);
  return (
    <SavingForm busy={organisation.busy} onSave={() => organisation.save({ keyHolder: keyHolder.trim() })}>
      <TextField label={t.el('settings.keyHolder')} value={keyHolder} onChange={setKeyHolder} maxLength={120} />
    </SavingForm>
  );
}

export function RetentionForm({ settings, organisation }: FormProps) {
  const t = useText('desk-organisation');
  const [retentionMonths, setRetention] = useState(settings.retentionMonths);
  const [voiceMonths, setVoice] = useState(settings.voiceMonths);
  const steps = { fewer: t('settings.fewer'), more: t('settings.more'), min: 1, max: 240 };
  return (
    <SavingForm busy={organisation.busy} onSave={() => organisation.save({ retentionMonths, voiceMonths })}>
      <NumberStepper
        label={t.el('settings.retentionMonths')}
        value={retentionMonths}
        onChange={setRetention}
        {...steps}
      />
      <NumberStepper label={t.el('settings.voiceMonths')} value={voiceMonths} onChange={setVoice} {...steps} />
    </SavingForm>
  );
}

export function PhonesForm({ settings, organisation }: FormProps) {
  const t = useText('desk-organisation');
  const [phones, setPhones] = useState(settings.phones);
  const change = (id: string, part: Partial<OrgSettings['phones'][number]>): void =>
    setPhones((now) => now.map((phone) => (phone.id === id ? { ...phone, ...part } : phone)));
  return (
    <SavingForm
      busy={organisation.busy}
      onSave={() =>
        organisation.save({ phones: phones.filter((phone) => phone.label.trim() !== '' || phone.number.trim() !== '') })
      }
    >
      {phones.map((phone, index) => (
        <fieldset key={phone.id} class="desk-phone">
          <legend class="desk-label">{t.el('phones.number_n', { number: index + 1 })}</legend>
          <TextField
            label={t.el('phones.label')}
            value={phone.label}
            maxLength={120}
            onChange={(label) => change(phone.id, { label })}
          />
          <TextField
            label={t.el('phones.number')}
            type="tel"
            keyboard="tel"
            value={phone.number}
            maxLength={40}
            onChange={(number) => change(phone.id, { number, confirmed: false })}
          />
          <label class="desk-check">
            <input
              type="checkbox"
              checked={phone.confirmed}
              onChange={(event) => change(phone.id, { confirmed: event.currentTarget.checked })}
            />
            <span>{t.el('phones.checked')}</span>
          </label>
          <Button
            look="quiet"
            icon="trash"
            onClick={() => setPhones((now) => now.filter((other) => other.id !== phone.id))}
          >
            {t.el('phones.remove', {
              label: phone.label === '' ? t('phones.number_n', { number: index + 1 }) : phone.label,
            })}
          </Button>
        </fieldset>
      ))}
      <Button
        icon="plus"
        onClick={() =>
          setPhones((now) => [...now, { id: crypto.randomUUID(), label: '', number: '', confirmed: false }])
        }
      >
        {t.el('phones.add')}
      </Button>
    </SavingForm>
  );
}

const LOCK_SECONDS = ['30', '60', '120', '300', '600', '900'];
const RELEASE_DAYS = ['backup', '1', '3', '7', '14', '30'];

export function GeneralForm({ settings, organisation }: FormProps) {
  const t = useText('desk-organisation');
  const [name, setName] = useState(settings.name);
  const [languages, setLanguages] = useState<string[]>(settings.languages);
  const [lock, setLock] = useState(String(settings.lockAfterSeconds));
  const [release, setRelease] = useState(
    settings.releaseAfterDays === null ? 'backup' : String(settings.releaseAfterDays),
  );
  const [loadLimit, setLoadLimit] = useState(settings.loadLimit);
  const withCurrent = (choices: readonly string[], current: string): readonly string[] =>
    choices.includes(current) ? choices : [...choices, current];
  return (
    <SavingForm
      busy={organisation.busy}
      onSave={() =>
        organisation.save({
          name: name.trim(),
          languages,
          lockAfterSeconds: Number(lock),
          releaseAfterDays: release === 'backup' ? null : Number(release),
          loadLimit,
        })
      }
    >
      <TextField label={t.el('settings.name')} value={name} onChange={setName} maxLength={120} required />
      <ChoiceList
        many
        label={t.el('settings.languages')}
        choices={[...LANGUAGES, ...SIGNED].map((language) => ({
          value: language.tag,
          label: (
            <span lang={writtenIn(language.tag)} dir={language.dir}>
              {signedLanguage(language.tag)?.longName ?? language.name}
            </span>
          ),
          ...(isSigned(language.tag)
            ? { detail: t.el('settings.signed') }
            : language.status === 'draft'
              ? { detail: t.el('settings.draft') }
              : {}),
        }))}
        value={languages}
        onChange={setLanguages}
      />
      <label class="desk-choice">
        <span class="desk-label">{t.el('settings.lock')}</span>
        <select class="desk-select" value={lock} onChange={(event) => setLock(event.currentTarget.value)}>
          {withCurrent(LOCK_SECONDS, String(settings.lockAfterSeconds)).map((seconds) => (
            <option key={seconds} value={seconds}>
              {lockWords(Number(seconds))}
            </option>
          ))}
        </select>
      </label>
      <label class="desk-choice">
        <span class="desk-label">{t.el('settings.release')}</span>
        <select class="desk-select" value={release} onChange={(event) => setRelease(event.currentTarget.value)}>
          {withCurrent(RELEASE_DAYS, release).map((days) => (
            <option key={days} value={days}>
              {days === 'backup' ? t('settings.releaseBackup') : t('settings.releaseDays', { count: Number(days) })}
            </option>
          ))}
        </select>
      </label>
      <NumberStepper
        label={t.el('settings.loadLimit')}
        value={loadLimit}
        onChange={setLoadLimit}
        fewer={t('settings.fewer')}
        more={t('settings.more')}
        min={1}
        max={90}
      />
    </SavingForm>
  );

  function lockWords(seconds: number): string {
    return seconds % 60 === 0
      ? t('settings.lockMinutes', { count: seconds / 60 })
      : t('settings.lockSeconds', { count: seconds });
  }
}
