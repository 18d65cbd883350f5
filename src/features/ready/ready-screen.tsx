import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { dateTime, number } from '../../i18n/dates.ts';
import { size } from '../../i18n/sizes.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { FieldPackReport } from '../../tablet/field-pack.ts';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { List, ListRow } from '../../ui/list/list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { InstallHint } from './install-hint.tsx';
import { useStorage, type StorageState } from './use-storage.ts';
import './ready-screen.css';

type Work = { readonly at: 'fetching' | 'checking' | 'repairing'; readonly done: number; readonly all: number } | null;

/** The proof behind "Ready without signal": every file read and compared, and all reference data here. */
export function ReadyScreen(props: {
  /** Resolves when the app's files have been fetched for the first time, or cannot be. */
  installed: () => Promise<void>;
}): VNode {
  const t = useText('ready');
  const { fieldPack } = useServices();
  const { language } = useLanguage();
  const storage = useStorage();
  const [report, setReport] = useState<FieldPackReport | null>(fieldPack.last());
  const [work, setWork] = useState<Work>(null);
  const { look: lookAtStorage } = storage;
  const { installed } = props;

  const run = useCallback(
    async (at: 'checking' | 'repairing') => {
      setWork({ at: 'fetching', done: 0, all: 0 });
      await installed();
      setWork({ at, done: 0, all: 0 });
      const onProgress = (done: number, all: number) => setWork({ at, done, all });
      try {
        const found = at === 'checking' ? await fieldPack.check(onProgress) : await fieldPack.repair(onProgress);
        // Surveys, their sounds and pictures come after everything else: nobody should have to press for them.
        const coming = found.surveys.length > 0 || found.noData.includes('surveys');
        setReport(at === 'checking' && coming ? await fieldPack.repair(onProgress) : found);
      } finally {
        setWork(null);
        await lookAtStorage();
      }
    },
    [fieldPack, installed, lookAtStorage],
  );
  useEffect(() => void run('checking'), [run]);

  return (
    <Screen top={<TopBar title={t.el('title')} back={{ label: t('common:back'), href: '/' }} />}>
      <LiveRegion visible>
        {work !== null ? <Working work={work} /> : report !== null && <Verdict report={report} />}
      </LiveRegion>
      {work === null && report !== null && (
        <div class="ready__actions">
          <Button look={report.ready ? 'main' : 'second'} href="/unlock" wide>
            {t.el(report.ready ? 'go' : 'goAnyway')}
          </Button>
          {(!report.ready || report.maps.length > 0) && (
            <Button look={report.ready ? 'second' : 'main'} wide icon="refresh" onClick={() => void run('repairing')}>
              {t.el('repair')}
            </Button>
          )}
          <Button look="quiet" icon="refresh" onClick={() => void run('checking')}>
            {t.el('again')}
          </Button>
        </div>
      )}
      <List>
        {report !== null && (
          <ListRow
            icon="archive"
            title={t.el('pack')}
            detail={t.el('packIs', {
              size: size(language, report.bytes),
              files: number(language, report.files),
              when: dateTime(language, report.checkedAt),
            })}
          />
        )}
        <ListRow icon="shield" title={t.el('kept')} detail={t.el(keptKey(storage))} />
        <ListRow icon="box" title={t.el('space')} detail={<Space storage={storage} />} />
      </List>
      <InstallHint />
    </Screen>
  );
}

function Working(props: { work: NonNullable<Work> }): VNode {
  const t = useText('ready');
  const { at, done, all } = props.work;
  const words =
    at === 'fetching' ? 'fetching' : at === 'repairing' ? 'repairing' : all === 0 ? 'checkingStart' : 'checking';
  return (
    <Card>
      <p class="ready__words">{t.el(words, { done, all })}</p>
      <progress class="ready__progress" aria-label={t(words, { done, all })} max={Math.max(all, 1)} value={done} />
    </Card>
  );
}

function Verdict(props: { report: FieldPackReport }): VNode {
  const t = useText('ready');
  const { language } = useLanguage();
  const { report } = props;
  if (report.ready)
    return (
      <Stack room="small">
        <Notice tone="good" title={<span class="ready__good">{t.el('ready')}</span>}>
          {t.el('readyText')}
        </Notice>
        {report.maps.length > 0 && (
          <Notice tone="waiting">
            <Maps maps={report.maps} />
            <p>{t.el('mapsText')}</p>
          </Notice>
        )}
      </Stack>
    );
  const files = [...report.missing, ...report.damaged];
  return (
    <Notice tone="careful" title={t.el('notReady')}>
      <Stack room="small">
        <p>{t.el('notReadyText')}</p>
        {report.missing.length > 0 && <p>{t.el('missing', { count: report.missing.length })}</p>}
        {report.damaged.length > 0 && <p>{t.el('damaged', { count: report.damaged.length })}</p>}
        {report.noData.map((what) => (
          <p key={what}>{t.el('noData', { what: t(`data.${what}`) })}</p>
        ))}
        {report.surveys.map((survey) => (
          <p key={survey.title}>{t.el('surveyLacks', { title: survey.title, what: lackWords(t, language, survey) })}</p>
        ))}
        <Maps maps={report.maps} />
        {report.sounds > 0 && <p>{t.el('soundsMissing', { count: report.sounds })}</p>}
        {files.length > 0 && (
          <details>
            <summary class="ready__which">{t.el('which')}</summary>
            <ul dir="ltr" lang="en" class="ready__files">
              {files.map((file) => (
                <li key={file}>{file}</li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </Notice>
  );
}

/** How much of each map that is not whole lies here. */
function Maps(props: { maps: FieldPackReport['maps'] }): VNode {
  const t = useText('ready');
  const { language } = useLanguage();
  return (
    <>
      {props.maps.map(({ title, bytesHere, bytes }) => (
        <p key={title}>{t.el('mapLacks', { title, here: size(language, bytesHere), all: size(language, bytes) })}</p>
      ))}
    </>
  );
}

/** What a survey still lacks, in words: which languages, how many sounds and pictures. */
function lackWords(t: ReturnType<typeof useText>, language: string, lack: FieldPackReport['surveys'][number]): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const parts = [
    ...lack.languages.map((tag) => t('surveyWords', { language: names.of(tag) ?? tag })),
    ...(lack.sounds > 0 ? [t('surveySounds', { count: lack.sounds })] : []),
    ...(lack.pictures > 0 ? [t('surveyPictures', { count: lack.pictures })] : []),
  ];
  return new Intl.ListFormat(language, { type: 'unit' }).format(parts);
}

function Space(props: { storage: StorageState }): VNode {
  const t = useText('ready');
  const { language } = useLanguage();
  const free = props.storage.freeBytes;
  if (free === null) return t.el('spaceUnknown');
  return t.el(props.storage.low ? 'spaceLow' : 'spaceIs', { free: size(language, free) });
}

function keptKey({ persisted }: StorageState): string {
  return persisted === null ? 'keptUnknown' : persisted ? 'keptYes' : 'keptNo';
}
