import { useCallback, useState } from 'preact/hooks';
import type { ImportedPlaces } from '../../../domain/desk-places.ts';
import { toCsv } from '../../../domain/csv.ts';
import { number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { toGeoJson, toTable } from '../../../places/export.ts';
import { readGeoJson, readTable, type ReadPlaces, type ReadRow } from '../../../places/import.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useDesk } from '../desk-context.ts';
import { Page, PageSection } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useAct, useAsked } from '../use-asked.ts';
import { PlacesWays } from './places-ways.tsx';

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

interface Bringing {
  readonly name: string;
  readonly rows: readonly ReadRow[];
  readonly unknownColumns: readonly string[];
}

/** First it is read and told about, row by row; then what can be taken is taken, and the rest can be kept as a file. */
function BringIn() {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { busy, problem, act } = useAct();
  const [file, setFile] = useState<Bringing | null>(null);
  const [wrong, setWrong] = useState<Extract<ReadPlaces, { wrong: string }>['wrong'] | null>(null);
  const [answer, setAnswer] = useState<{ readonly tried: boolean; readonly rows: ImportedPlaces['rows'] } | null>(null);

  const send = async (bringing: Bringing, tryOnly: boolean): Promise<void> => {
    const rows = bringing.rows.flatMap(({ line, entry, entryId }) =>
      entry === null ? [] : [{ line, entryId, entry }],
    );
    const { rows: told } = rows.length === 0 ? { rows: [] } : await client.importPlaces({ try: tryOnly, rows });
    setAnswer({ tried: tryOnly, rows: told });
  };
  const choose = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    setAnswer(null);
    setWrong(null);
    setFile(null);
    void act(async () => {
      const text = await chosen.text();
      const read = /json$/i.test(chosen.name) || text.trimStart().startsWith('{') ? readGeoJson(text) : readTable(text);
      if ('wrong' in read) {
        setWrong(read.wrong);
        return;
      }
      const bringing = { name: chosen.name, ...read };
      setFile(bringing);
      await send(bringing, true);
    });
  };
  const done = new Map((answer?.rows ?? []).map((row) => [row.line, row]));
  const count = (what: 'added' | 'there'): number => [...done.values()].filter((row) => row.done === what).length;
  const refused = (file?.rows ?? []).filter(({ line, entry }) => entry === null || done.get(line)?.done === 'refused');
  return (
    <PageSection title={t.el('import.title')}>
      <p class="desk-quiet">{t.el('import.what')}</p>
      <label class="places-file">
        <span class="desk-label">{t.el('import.choose')}</span>
        <input
          type="file"
          accept=".csv,.tsv,.json,.geojson,text/csv,application/geo+json,application/json"
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
      </label>
      {problem !== null && <ProblemNotice problem={problem} />}
      {wrong !== null && (
        <p class="desk-caution" role="alert">
          {t.el(`import.wrong.${wrong}`)}
        </p>
      )}
      {file !== null && answer !== null && (
        <>
          <LiveRegion visible>
            {t.el(answer.tried ? 'import.would' : 'import.did', {
              added: number(language, count('added')),
              there: number(language, count('there')),
              refused: number(language, refused.length),
            })}
          </LiveRegion>
          {file.unknownColumns.length > 0 && (
            <p class="desk-quiet">
              {t.el('import.unknownColumns')} <bdi>{file.unknownColumns.join(' · ')}</bdi>
            </p>
          )}
          <Findings rows={file.rows} done={done} />
          <div class="places-desk__line">
            {refused.length > 0 && (
              <Button icon="download" onClick={() => saveFile(notTaken(refused), 'places-not-taken.csv')}>
                {t.el('import.keepRefused')}
              </Button>
            )}
            {answer.tried && count('added') > 0 && (
              <Button look="main" busy={busy} onClick={() => void act(() => send(file, false))}>
                {t.el('import.take', { shown: number(language, count('added')) })}
              </Button>
            )}
          </div>
        </>
      )}
    </PageSection>
  );
}

/** So many rows are told on the screen; the file of what was not taken has them all. */
const MOST = 200;

function Findings(props: { rows: readonly ReadRow[]; done: ReadonlyMap<number, ImportedPlaces['rows'][number]> }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const told = props.rows.filter(
    ({ line, problems, assumedShielded }) =>
      problems.length > 0 || assumedShielded || (props.done.get(line)?.done ?? 'added') !== 'added',
  );
  if (told.length === 0) return null;
  return (
    <ul class="places-desk">
      {told.slice(0, MOST).map((row) => {
        const answer = props.done.get(row.line);
        return (
          <li key={row.line} class="places-desk__row">
            <p class="desk-label">
              {t.el('import.line', { line: number(language, row.line) })} <Bdi>{row.name}</Bdi>
            </p>
            {row.entry === null && <p>{t.el('import.notTaken')}</p>}
            {row.problems.map((one) => (
              <p key={`${one.reason} ${one.field} ${one.found}`}>
                {t.el(`import.reasons.${one.reason}`, { field: one.field })} <bdi>{one.found}</bdi>
              </p>
            ))}
            {row.entry !== null && row.assumedShielded && <p>{t.el('import.assumed')}</p>}
            {answer?.done === 'there' && <p>{t.el('import.there')}</p>}
            {answer?.done === 'refused' && (
              <p>{t.el(`import.refused.${answer.reason ?? 'fit'}`, { field: answer.field })}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Line, name and reasons: enough to find it in one's own file, where the exact rows still are. */
function notTaken(rows: readonly ReadRow[]): Blob {
  const lines = rows.map(({ line, name, problems }) => [
    String(line),
    name,
    problems.map(({ reason, field }) => `${reason} (${field})`).join('; '),
  ]);
  return new Blob([toCsv([['line', 'name', 'reason'], ...lines])], { type: 'text/csv;charset=utf-8' });
}

function TakeOut() {
  const t = useText('desk-places');
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.places(), [client]));
  const { busy, problem: trouble, act } = useAct();
  const entries = (value?.places ?? []).map(({ entry }) => entry);
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
      <div class="places-desk__line">
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
