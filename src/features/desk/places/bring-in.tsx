import { useState } from 'preact/hooks';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { readGeoJson, readTable, type ReadPlaces, type ReadRow } from '../../../places/import.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { PageSection } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useAct } from '../use-asked.ts';
import { ImportFindings } from './import-findings.tsx';
import { isRefused, MOST_TOLD, notTaken, toldRows, type RowAnswer } from './import-reasons.ts';

/** Rows that go up at once: far below what the server takes in one request. */
const AT_ONCE = 500;

interface Bringing {
  readonly name: string;
  readonly rows: readonly ReadRow[];
  readonly unknownColumns: readonly string[];
}

/** First it is read and told about, row by row; then what can be taken is taken, and the rest can be kept as a file. */
export function BringIn() {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { busy, problem, act } = useAct();
  const [file, setFile] = useState<Bringing | null>(null);
  const [wrong, setWrong] = useState<Extract<ReadPlaces, { wrong: string }>['wrong'] | null>(null);
  const [answer, setAnswer] = useState<{ readonly tried: boolean; readonly rows: readonly RowAnswer[] } | null>(null);

  const send = async (bringing: Bringing, tryOnly: boolean): Promise<void> => {
    const rows = bringing.rows.flatMap(({ line, entry, entryId }) =>
      entry === null ? [] : [{ line, entryId, entry }],
    );
    const told: RowAnswer[] = [];
    // A long file goes up in parts; what was taken before a part fails is found to be there when it is tried again.
    for (let at = 0; at < rows.length; at += AT_ONCE)
      told.push(...(await client.importPlaces({ try: tryOnly, rows: rows.slice(at, at + AT_ONCE) })).rows);
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
  const told = toldRows(file?.rows ?? [], done);
  const refused = told.filter((row) => isRefused(row, done));
  // What stays out, and what there is no room for on the screen.
  const toKeep = told.filter((row, at) => at >= MOST_TOLD || isRefused(row, done));
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
      {busy && answer === null && <Moment>{t.el('import.reading')}</Moment>}
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
          <ImportFindings rows={file.rows} done={done} />
          <div class="places-desk__buttons">
            {toKeep.length > 0 && (
              <Button
                icon="download"
                onClick={() => saveFile(notTaken(t, language, toKeep, done), 'places-not-taken.csv')}
              >
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
