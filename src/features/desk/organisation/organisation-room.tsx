import { useText } from '../../../i18n/use-text.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { Page, PageSection } from '../frame/page.tsx';
import { ConfirmationList } from './confirmations.tsx';
import { GeneralForm } from './settings-forms.tsx';
import { useOrganisation } from './use-organisation.ts';

/** What only the organisation knows: what is to be confirmed, and its settings. */
export function OrganisationRoom() {
  const t = useText('desk-organisation');
  const organisation = useOrganisation();
  const { value } = organisation;
  return (
    <Page title={t.el('title')}>
      {value === null ? (
        <ConfirmationList organisation={organisation} heading="h2" />
      ) : (
        <>
          {organisation.saveProblem !== null && <ProblemNotice problem={organisation.saveProblem} />}
          <PageSection title={t.el('confirmations.title')}>
            <ConfirmationList organisation={{ ...organisation, saveProblem: null }} heading="h3" />
          </PageSection>
          <PageSection title={t.el('settings.title')}>
            <GeneralForm settings={value} organisation={organisation} />
          </PageSection>
        </>
      )}
    </Page>
  );
}
