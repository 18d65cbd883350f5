import { useState } from 'preact/hooks';
import type { SourceLine } from '../../../domain/desk-maps.ts';
import { size } from '../../../i18n/sizes.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';

/** A file that maps are made from. */
export function SourceSheet(props: {
  source: SourceLine;
  busy: boolean;
  onMake: () => void;
  onRemove: () => Promise<boolean>;
}) {
  const t = useText('desk-maps');
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const { source, busy } = props;
  const close = (): void => setAsking(false);
  return (
    <li class={`desk-sheet${source.here ? '' : ' desk-sheet--look'}`}>
      <div class="desk-sheet__top">
        <h3 class="desk-page__subtitle">
          <bdi>{source.title}</bdi>
        </h3>
        <span class="desk-quiet">{size(language, source.bytes)}</span>
      </div>
      {!source.here && <p class="desk-caution">{t.el('notHere')}</p>}
      <p class="desk-quiet">
        <bdi>{source.attribution}</bdi>
      </p>
      <div class="desk-form__end">
        {source.here && (
          <Button look="main" icon="edit" onClick={props.onMake}>
            {t.el('makeOf')}
          </Button>
        )}
        <Button look="quiet" icon="trash" onClick={() => setAsking(true)}>
          {t.el('removeFile.open')}
        </Button>
      </div>
      {asking && (
        <Dialog
          open
          onClose={close}
          title={t.el('removeFile.title', { title: source.title })}
          actions={
            <>
              <Button onClick={close}>{t.el('keep')}</Button>
              <Button look="careful" busy={busy} onClick={() => void props.onRemove().then(close)}>
                {t.el('removeFile.go')}
              </Button>
            </>
          }
        >
          <p>{t.el('removeFile.what')}</p>
        </Dialog>
      )}
    </li>
  );
}
