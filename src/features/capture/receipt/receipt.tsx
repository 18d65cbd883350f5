import type { VNode } from 'preact';
import { showReceiptCode } from '../../../domain/receipt-code.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { CodeShow } from '../../../ui/code-show/code-show.tsx';
import { MemoryPictureShow } from './memory-picture.tsx';
import { memoryPictures } from './memory-pictures.ts';

/** The card a person takes away: their code, three pictures to remember it by, and what it is good for. Never content. */
export function Receipt(props: { code: string; hearsBack: boolean }): VNode {
  const t = useText('receipt');
  return (
    <section class="receipt" aria-label={t('codeLabel')}>
      <p>{t.el('lead')}</p>
      <CodeShow code={showReceiptCode(props.code)} label={t.el('codeLabel')}>
        <fieldset class="receipt__pictures">
          <legend>{t.el('picturesLabel')}</legend>
          {memoryPictures(props.code).map((picture, at) => (
            <MemoryPictureShow key={at} picture={picture} label={t(`pictures.${picture}`)} />
          ))}
        </fieldset>
      </CodeShow>
      <h2>{t.el('whatFor')}</h2>
      <p>
        {t.el('whatForText')} {t.el('how')}
      </p>
      <h2>{t.el('hearBack')}</h2>
      <p>{t.el(props.hearsBack ? 'hearBackAgreed' : 'hearBackUnknown')}</p>
      <p class="receipt__small">
        {t.el('noContent')} {t.el('honest')}
      </p>
    </section>
  );
}
