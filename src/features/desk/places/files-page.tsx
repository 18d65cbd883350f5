import { useText } from '../../../i18n/use-text.tsx';
import { useDesk } from '../desk-context.ts';
import { Page } from '../frame/page.tsx';
import { BringIn } from './bring-in.tsx';
import { PlacesWays } from './places-ways.tsx';
import { TakeOut } from './take-out.tsx';

/** Places out of a file, and into one. */
export function FilesPage() {
  const t = useText('desk-places');
  const { may } = useDesk();
  return (
    <Page title={t.el('files.title')}>
      <PlacesWays here="files" />
      {may('import-places') && <BringIn />}
      {may('export-places') && <TakeOut />}
      {!may('import-places') && !may('export-places') && <p>{t.el('files.notYours')}</p>}
    </Page>
  );
}
