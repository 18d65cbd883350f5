import { useEffect, useRef } from 'preact/hooks';
import type { KeptBack } from '../../../domain/desk-places.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { VisuallyHidden } from '../../../ui/hidden/visually-hidden.tsx';

const OF_ENTRY = ['name', 'alsoCalled', 'council', 'where', 'facts', 'size', 'notes', 'culture', 'askable'] as const;

/**
 * Words that say where a place is more closely than may be told now, with every text they stand in. Each is taken out, or
 * kept knowingly; until then nobody but the desk has them. When one is decided the focus stays here, or goes on.
 */
export function WordsKeptBack(props: {
  pieces: readonly KeptBack[];
  busy: boolean;
  onDecide: (piece: KeptBack, decide: 'keep' | 'out') => void;
  /** The last was decided: the focus has to go elsewhere. */
  onNone: () => void;
}) {
  const t = useText('desk-places');
  const { pieces, busy, onDecide, onNone } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(pieces.length);
  useEffect(() => {
    if (pieces.length < before.current) {
      if (pieces.length === 0) onNone();
      else heading.current?.focus();
    }
    before.current = pieces.length;
  }, [pieces.length]);
  if (pieces.length === 0) return null;
  const whereOf = ({ field, observationId }: KeptBack['in'][number]) => {
    if (field === 'owed') return t.el('keptBack.owed');
    const known = OF_ENTRY.find((one) => one === field);
    return observationId !== null || known === undefined ? t.el('keptBack.note') : t.el(`events.fields.${known}`);
  };
  return (
    <section class="desk-caution" aria-labelledby="words-kept-back">
      <h2 class="desk-page__subtitle" id="words-kept-back" ref={heading} tabIndex={-1}>
        {t.el('keptBack.title')}
      </h2>
      <p>{t.el('keptBack.what')}</p>
      <ul class="places-desk">
        {pieces.map((piece) => (
          <li key={`${piece.entryId} ${piece.piece}`} class="places-desk__row">
            <p class="kept-back__piece">
              <strong>
                <Bdi>{piece.piece}</Bdi>
              </strong>
            </p>
            <ul class="places-plain">
              {piece.in.map((text) => (
                <li key={`${text.observationId} ${text.field} ${text.says}`} class="kept-back__piece">
                  {whereOf(text)}: <Bdi>{text.says}</Bdi>
                </li>
              ))}
            </ul>
            <div class="places-desk__line">
              <Button look="main" busy={busy} onClick={() => onDecide(piece, 'out')}>
                {t.el('keptBack.out')}
                <VisuallyHidden>
                  {' '}
                  <Bdi>{piece.piece}</Bdi>
                </VisuallyHidden>
              </Button>
              <Button busy={busy} onClick={() => onDecide(piece, 'keep')}>
                {t.el('keptBack.keep')}
                <VisuallyHidden>
                  {' '}
                  <Bdi>{piece.piece}</Bdi>
                </VisuallyHidden>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p>{t.el('keptBack.then')}</p>
    </section>
  );
}
