import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { showReceiptCode } from '../../domain/receipt-code.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { useAppWords, wholeOnly } from '../../sound/app-words.tsx';
import { ListenAndSign } from '../../sound/listen-and-sign.tsx';
import { CodeShow } from '../../ui/code-show/code-show.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { NameMark } from '../../ui/name-mark/name-mark.tsx';
import { MemoryPictureShow } from './memory-picture.tsx';
import { memoryPictures } from './memory-pictures.ts';
import './receipt.css';

/** The card a person takes away: their code, three pictures to remember it by, and what it is good for. Never content. */
export function Receipt(props: { code: string; hearsBack: boolean }): VNode {
  const t = useText('receipt');
  const words = useAppWords();
  const organisation = useOrganisationName();
  const hearBack = props.hearsBack ? 'hearBackAgreed' : 'hearBackUnknown';
  const says = ['lead', 'whatFor', 'whatForText', 'how', 'hearBack', hearBack, 'noContent', 'honest'];
  return (
    <section class="receipt" aria-label={t('codeLabel')}>
      <header class="receipt__head">
        <NameMark name={t('common:appName')} />
        {organisation !== '' && (
          <p class="receipt__small">
            <Bdi>{organisation}</Bdi>
          </p>
        )}
      </header>
      <p class="receipt__lead">{t.el('lead')}</p>
      <CodeShow code={showReceiptCode(props.code)} label={t.el('codeLabel')}>
        <fieldset class="receipt__pictures">
          <legend>{t.el('picturesLabel')}</legend>
          {memoryPictures(props.code).map((picture, at) => (
            <MemoryPictureShow key={at} picture={picture} label={t(`pictures.${picture}`)} />
          ))}
        </fieldset>
      </CodeShow>
      <div class="receipt__listen">
        <ListenAndSign
          say={wholeOnly(says.map((key) => words(`receipt:${key}`)))}
          what={t('whatFor')}
          whole={says.length}
        />
      </div>
      <div class="receipt__says">
        <Icon name="receipt" />
        <div>
          <h2>{t.el('whatFor')}</h2>
          <p>
            {t.el('whatForText')} {t.el('how')}
          </p>
        </div>
        <Icon name="conversation" />
        <div>
          <h2>{t.el('hearBack')}</h2>
          <p>{t.el(hearBack)}</p>
        </div>
      </div>
      <p class="receipt__small">
        {t.el('noContent')} {t.el('honest')}
      </p>
    </section>
  );
}

/** Whose card this is, or nothing while it is not known. */
function useOrganisationName(): string {
  const { reference } = useServices();
  const [name, show] = useState('');
  useEffect(() => {
    void reference.organisation().then(
      (organisation) => show(organisation?.name ?? ''),
      () => show(''),
    );
  }, [reference]);
  return name;
}
