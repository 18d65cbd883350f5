import type { VNode } from 'preact';
import { usePersonalTexts } from '../../i18n/personal.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { CaptureView } from '../../kinds/views.ts';
import { PersonalHint } from '../../ui/personal-hint/personal-hint.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { useTooFine } from './too-fine.ts';

/** The part of a screen that asks about them, for `showPart`. */
export const TOO_FINE_PART = 'too-fine';

/** Asks about words that may say more closely where something is than was chosen, one after the other. */
export function TooFineWords(props: { view: CaptureView<unknown> }): VNode {
  const t = useText('capture');
  const personal = usePersonalTexts();
  const { piece, keep, takeOut } = useTooFine(props.view);
  return (
    <section data-part={TOO_FINE_PART}>
      <Stack room="small">
        {piece !== null && <p>{t.el('check.tooFine')}</p>}
        <PersonalHint
          asks={piece && personal.asks(piece.looksLike)}
          piece={piece?.text ?? null}
          takeOut={t.el('common:personal.takeOut')}
          keep={t.el('common:personal.keep')}
          onTakeOut={() => piece && takeOut(personal.instead(piece.looksLike))}
          onKeep={() => piece && keep(piece.text)}
        />
      </Stack>
    </section>
  );
}
