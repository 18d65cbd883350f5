import { useCallback } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { toGeoJson, toTable } from '../../../places/export.ts';
import { Button } from '../../../ui/button/button.tsx';
import { useDesk } from '../desk-context.ts';
import { PageSection } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useAct, useAsked } from '../use-asked.ts';

/** The directory as a file, each entry as its grade allows; the audit log is told before there is a file. */
export function TakeOut() {
  const t = useText('desk-places');
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.places(), [client]));
  const { busy, problem: trouble, act } = useAct();
  // As it stands now, which is what everybody sees of it: the entry has what was said when it was written down.
  const entries = (value?.places ?? []).map(({ entry, status, keptBack }) => ({ ...entry, status, keptBack }));
  const take = (as: 'csv' | 'geojson'): void =>
    void act(async () => {
      await client.placesExported({ as, places: entries.length });
      const file =
        as === 'csv'
          ? new Blob([toTable(entries)], { type: 'text/csv;charset=utf-8' })
          : new Blob([toGeoJson(entries)], { type: 'application/geo+json' });
      saveFile(file, `places.${as}`);
    });
  return (
    <PageSection title={t.el('export.title')}>
      <p class="desk-quiet">{t.el('export.what')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {trouble !== null && <ProblemNotice problem={trouble} />}
      <div class="places-desk__buttons">
        <Button icon="download" busy={busy} disabled={value === null} onClick={() => take('csv')}>
          {t.el('export.csv')}
        </Button>
        <Button icon="download" busy={busy} disabled={value === null} onClick={() => take('geojson')}>
          {t.el('export.geojson')}
        </Button>
      </div>
    </PageSection>
  );
}
