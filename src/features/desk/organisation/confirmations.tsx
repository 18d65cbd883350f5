import { useState } from 'preact/hooks';
import { CONSENT_LAYERS, CONSENT_VERSION } from '../../../domain/consent.ts';
import { CONFIRMATIONS, type Confirmation, type OrgSettings } from '../../../domain/desk.ts';
import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { KeyHolderForm, PhonesForm, RetentionForm } from './settings-forms.tsx';
import { useOrganisation } from './use-organisation.ts';
import { Moment } from '../frame/moment.tsx';

type Organisation = ReturnType<typeof useOrganisation>;

/** What only people can confirm: what each means, who should answer, how it stands now, and the tick. */
export function Confirmations({ heading }: { heading: 'h2' | 'h3' }) {
  const organisation = useOrganisation();
  return <ConfirmationList organisation={organisation} heading={heading} />;
}

/** The same over settings that the screen has fetched already. */
export function ConfirmationList(props: { organisation: Organisation; heading: 'h2' | 'h3' }) {
  const { organisation, heading } = props;
  const t = useText('desk-organisation');
  const { value, problem, saveProblem, again } = organisation;
  if (value === null) {
    return problem === null ? (
      <Moment>{t.el('loading')}</Moment>
    ) : (
      <ProblemNotice problem={problem} onRetry={() => void again()} />
    );
  }
  return (
    <>
      {saveProblem !== null && <ProblemNotice problem={saveProblem} />}
      <ol class="desk-confirm">
        {CONFIRMATIONS.map((what) => (
          <OneConfirmation key={what} what={what} settings={value} organisation={organisation} heading={heading} />
        ))}
      </ol>
    </>
  );
}

function OneConfirmation(props: {
  what: Confirmation;
  settings: OrgSettings;
  organisation: Organisation;
  heading: 'h2' | 'h3';
}) {
  const t = useText('desk-organisation');
  const { language } = useLanguage();
  const { what, settings, organisation, heading: Heading } = props;
  const [editing, setEditing] = useState(false);
  const done = settings.confirmed[what];
  const id = `confirm-${what}`;
  const canEdit = what === 'phones' || what === 'retention' || what === 'key-holder';
  return (
    <li class={`desk-confirm__one${done === undefined ? '' : ' desk-confirm__one--done'}`} aria-labelledby={id}>
      <Heading id={id} class="desk-confirm__title">
        {t.el(`confirmations.${what}.title`)}
      </Heading>
      <p class="desk-confirm__state">
        <Icon name={done === undefined ? 'question' : 'check'} size="small" />
        {done === undefined
          ? t.el('confirmations.open')
          : t.el('confirmations.done', { name: done.by, date: date(language, done.at) })}
      </p>
      <p>{t.el(`confirmations.${what}.what`)}</p>
      <p class="desk-quiet">
        {t.el('confirmations.who')}: {t.el(`confirmations.${what}.who`)}
      </p>
      <div class="desk-confirm__now">
        <Standing what={what} settings={settings} />
      </div>
      {editing && what === 'phones' && <PhonesForm settings={settings} organisation={organisation} />}
      {editing && what === 'retention' && <RetentionForm settings={settings} organisation={organisation} />}
      {editing && what === 'key-holder' && <KeyHolderForm settings={settings} organisation={organisation} />}
      <div class="desk-form__end">
        {canEdit && (
          <Button icon="edit" onClick={() => setEditing(!editing)}>
            {t.el(editing ? 'confirmations.close' : 'confirmations.edit')}
          </Button>
        )}
        {done === undefined ? (
          <Button
            look="main"
            icon="check"
            busy={organisation.busy}
            onClick={() => void organisation.confirm(what, true)}
          >
            {t.el('confirmations.confirm')}
          </Button>
        ) : (
          <Button look="quiet" busy={organisation.busy} onClick={() => void organisation.confirm(what, false)}>
            {t.el('confirmations.unconfirm')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Standing({ what, settings }: { what: Confirmation; settings: OrgSettings }) {
  const t = useText('desk-organisation');
  if (what === 'phones') {
    if (settings.phones.length === 0) return <p>{t.el('confirmations.phones.none')}</p>;
    return (
      <ul>
        {settings.phones.map((phone) => (
          <li key={phone.id}>
            {phone.label}: <bdi dir="ltr">{phone.number}</bdi>
          </li>
        ))}
      </ul>
    );
  }
  if (what === 'retention') {
    const { retentionMonths: months, voiceMonths } = settings;
    return <p>{t.el('confirmations.retention.value', { months, voiceMonths })}</p>;
  }
  if (what === 'key-holder') {
    return <p>{settings.keyHolder === '' ? t.el('confirmations.key-holder.none') : settings.keyHolder}</p>;
  }
  if (what === 'backup-place') return <p>{t.el('confirmations.backup-place.value')}</p>;
  return (
    <>
      <p>{t.el('confirmations.consent-wording.value', { version: CONSENT_VERSION })}</p>
      <ul class="desk-wording">
        {CONSENT_LAYERS.map((layer) => (
          <li key={layer}>{t.el(`consent:layers.${layer}.question`)}</li>
        ))}
      </ul>
    </>
  );
}
