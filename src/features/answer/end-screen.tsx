import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Receipt } from '../../record-parts/receipt/receipt.tsx';
import { useAppWords } from '../../sound/app-words.tsx';
import { ListenAndSign } from '../../sound/listen-and-sign.tsx';
import { useHushAfter } from '../../sound/use-sound.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import type { PictureName } from '../../ui/pictures/set.ts';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import type { Ending } from './answering-host.tsx';
import { HoldButton } from './hold-button.tsx';
import './answer.css';

/** A card that nobody looks at any more is put away. */
const CARD_MS = 120_000;

/**
 * Shown only once everything is flushed: thanks, the card to take away where there is one, and then the tablet goes back
 * or to the next person. Nothing of what was said is on it, and nothing leads back. Its own words are listened to apart
 * from the card's: they say what to press now.
 */
export function EndScreen(props: {
  ending: Ending;
  lent: boolean;
  /** How many have answered since the worker last had the tablet; null where it is not told. */
  count: number | null;
  told: VNode | null;
  busy: boolean;
  onNext: () => void;
  onWorker: () => void;
  onLeave: () => void;
}): VNode {
  const t = useText('answer');
  const words = useAppWords();
  const { ending, lent, onNext } = props;
  const [given, setGiven] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [given]);
  useHushAfter(String(given));
  useEffect(() => {
    if (!lent || given) return undefined;
    const away = setTimeout(() => setGiven(true), CARD_MS);
    return () => clearTimeout(away);
  }, [lent, given]);
  const sealed = ending.how === 'sealed' ? ending.sealed : null;
  const kept = sealed === null ? 'nothing' : sealed.tally ? 'tally' : 'saved';
  const says = given ? ['givenTitle', 'givenText'] : ['title', kept, 'next', lent ? 'giveBack' : 'done'];
  const code = given ? null : (sealed?.finished.receiptCode ?? null);
  return (
    <Screen
      audience="participant"
      bottom={
        <BottomBar>
          <Button look="second" busy={props.busy} onClick={onNext}>
            <Way picture="who-group">{t.el('end.next')}</Way>
          </Button>
          {!given && (
            <Button look="main" onClick={lent ? () => setGiven(true) : props.onLeave}>
              <Way picture={lent ? 'worker' : 'done'}>{t.el(lent ? 'end.giveBack' : 'end.done')}</Way>
            </Button>
          )}
        </BottomBar>
      }
    >
      <Stack>
        <div class="end__head">
          <div class="end__picture">
            <SetPicture name={given ? 'worker' : 'done'} alt="" />
          </div>
          <div class="end__words">
            <h1 ref={heading} tabIndex={-1}>
              {t.el(given ? 'end.givenTitle' : 'end.title')}
            </h1>
            {!given && <p>{t.el(`end.${kept}`)}</p>}
            {given && <p>{t.el('end.givenText')}</p>}
            <ListenAndSign
              look="sign"
              opens
              say={says.map((key) => words(`answer:end.${key}`))}
              what={t(given ? 'end.givenTitle' : 'end.title')}
            />
          </div>
        </div>
        {given && <HoldButton label={t.el('worker.hold')} onHeld={props.onWorker} wide />}
        {props.count !== null && <p>{t.el('end.count', { count: props.count })}</p>}
        {props.told !== null && <output>{props.told}</output>}
        {code !== null && sealed !== null && <Receipt code={code} hearsBack={sealed.hearsBack} />}
      </Stack>
    </Screen>
  );
}

/** On from here, by its picture as well: who cannot read has to choose too. */
function Way(props: { picture: PictureName; children: VNode }): VNode {
  return (
    <span class="end__way">
      <span class="end__sign">
        <SetPicture name={props.picture} alt="" />
      </span>
      {props.children}
    </span>
  );
}
