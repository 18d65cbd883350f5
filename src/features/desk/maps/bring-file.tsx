import { useEffect, useRef, useState } from 'preact/hooks';
import type { SourceLine } from '../../../domain/desk-maps.ts';
import { size } from '../../../i18n/sizes.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { useAct } from '../use-asked.ts';
import { Refusal } from './refusal.tsx';
import { sendFile } from './send-file.ts';

/** A PMTiles file from this computer to the server. What was sent stays sent while somebody is asked for the credit. */
export function BringFile(props: { onClose: () => void; onDone: (source: SourceLine) => void }) {
  const t = useText('desk-maps');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { busy, problem, act } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [credit, setCredit] = useState('');
  const [sent, setSent] = useState(0);
  const uploaded = useRef<string | null>(null);
  const stop = useRef(new AbortController());
  const wantsCredit = problem?.details['reason'] === 'no-credit';

  function drop(): void {
    const uploadId = uploaded.current;
    uploaded.current = null;
    if (uploadId !== null) void client.dropMapFile(uploadId).catch(() => undefined);
  }
  useEffect(
    () => () => {
      stop.current.abort();
      drop();
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the dialogue goes
    [],
  );

  function choose(chosen: File | undefined): void {
    if (chosen === undefined) return;
    drop();
    setFile(chosen);
    setSent(0);
    if (title.trim() === '') setTitle(chosen.name.replace(/\.pmtiles$/i, '').slice(0, 120));
  }
  function bring(): void {
    if (file === null) return;
    void act(async () => {
      uploaded.current ??= await sendFile(client, file, { onSent: setSent, signal: stop.current.signal });
      if (uploaded.current === null) return;
      const about = { title: title.trim(), ...(credit.trim() === '' ? {} : { credit: credit.trim() }) };
      const source = await client.finishMapFile(uploaded.current, about);
      uploaded.current = null;
      props.onDone(source);
    });
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el('bring.title')}
      actions={
        <>
          <Button onClick={props.onClose}>{t.el('bring.cancel')}</Button>
          <Button look="main" busy={busy} disabled={file === null || title.trim() === ''} onClick={bring}>
            {t.el('bring.go')}
          </Button>
        </>
      }
    >
      <p>{t.el('bring.what')}</p>
      <label class="map-file">
        <Icon name="box" />
        <span>{file === null ? t.el('bring.choose') : <bdi>{file.name}</bdi>}</span>
        <input
          class="map-file__input"
          type="file"
          accept=".pmtiles"
          disabled={busy}
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
      </label>
      <TextField label={t.el('bring.name')} value={title} onChange={setTitle} maxLength={120} required />
      {(wantsCredit || credit !== '') && (
        <TextField
          label={t.el('bring.credit')}
          hint={t.el('bring.creditHint')}
          value={credit}
          onChange={setCredit}
          maxLength={400}
          required
        />
      )}
      {problem !== null && <Refusal problem={problem} />}
      <LiveRegion visible>
        {busy && file !== null ? t('bring.sent', { done: size(language, sent), of: size(language, file.size) }) : ''}
      </LiveRegion>
    </Dialog>
  );
}
