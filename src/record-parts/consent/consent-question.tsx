import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsentAnswer, ConsentLayer } from '../../domain/consent.ts';
import { useText } from '../../i18n/use-text.tsx';
import { wholeOnly, useAppWords } from '../../sound/app-words.tsx';
import { ListenAndSign } from '../../sound/listen-and-sign.tsx';
import { useSignedTo } from '../../sound/signing.tsx';
import type { Say } from '../../sound/sound-desk.ts';
import { useFirstTouch, useTouching } from '../../sound/use-first-touch.ts';
import { Picture } from '../../ui/pictures/picture.tsx';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import { CONSENT_PICTURES } from './consent-pictures.ts';
import './consent.css';

/** Where the words of a layer's question stand. */
export const questionKey = (layer: ConsentLayer, shielded: boolean): string =>
  layer === 'share' && shielded ? 'layers.share.small' : `layers.${layer}.question`;

/**
 * One layer: its picture, its words, yes and no of the same weight, and nothing chosen beforehand. In the hands of a
 * person who listens, or is spoken to in signs, a first touch says which one it is and a second one takes it.
 */
export function ConsentQuestion(props: {
  layer: ConsentLayer;
  value: ConsentAnswer | undefined;
  onAnswer: (answer: ConsentAnswer) => void;
  /** In a very small community somebody might guess who spoke: the question says so. */
  shielded?: boolean | undefined;
  /** The question is the heading of the screen, above, with the button to listen (`ListenToConsent`) beside it. */
  headed?: boolean | undefined;
}): VNode {
  const t = useText('consent');
  const { layer } = props;
  const shielded = props.shielded === true;
  const noted = noteKey(layer);
  const words = useAppWords();
  const { touch, say } = useTouching();
  const signedTo = useSignedTo();
  const [now, sign] = useState<readonly string[] | undefined>(undefined);
  const choosing = useFirstTouch<ConsentAnswer>(
    // Signed where this question is, beside its own film.
    { touch, say: signedTo ? (text) => sign(('id' in text ? [text] : text).map(({ id }) => id)) : say },
    props.onAnswer,
  );
  return (
    <div class={`consent-question${props.headed ? ' consent-question--headed' : ''}`}>
      <div class="consent-question__picture">
        <Picture art={CONSENT_PICTURES[layer]} alt={t(`layers.${layer}.picture`)} />
      </div>
      <Toggle
        question
        labelHidden={props.headed}
        label={t.el(questionKey(layer, shielded))}
        hint={noted === null ? undefined : t.el(noted)}
        beside={props.headed ? undefined : <ListenToConsent layer={layer} shielded={shielded} now={now} />}
        yes={t.el('yes')}
        no={t.el('no')}
        value={props.value === undefined ? null : props.value === 'yes'}
        pointed={choosing.pointed === null ? null : choosing.pointed === 'yes'}
        onChange={(yes) => {
          const answer = yes ? 'yes' : 'no';
          choosing.touch(answer, words(`consent:${answer}`));
        }}
      />
    </div>
  );
}

/** Says and signs the question of a layer, what belongs to it, and both answers; `now`: signs only this. */
export function ListenToConsent(props: {
  layer: ConsentLayer;
  shielded: boolean;
  now?: readonly string[] | undefined;
}): VNode {
  const { layer, shielded } = props;
  const t = useText('consent');
  const question = questionKey(layer, shielded);
  const noted = noteKey(layer);
  const keys = noted === null ? [question] : [question, noted];
  const say = useConsentWords(keys);
  return <ListenAndSign say={say} what={t(question)} whole={keys.length} opens now={props.now} />;
}

const noteKey = (layer: ConsentLayer): string | null =>
  layer === 'voice' || layer === 'photo' ? `layers.${layer}.note` : null;

/**
 * What is asked, in these keys of `consent`, and then both answers: as the screen shows them. Where the question has no
 * recording, no recording says the answers either: "yes, no" alone asks nothing.
 */
export function useConsentWords(keys: readonly string[]): readonly Say[] {
  const words = useAppWords();
  const question = wholeOnly(keys.map((key) => words(`consent:${key}`)));
  const answers = [words('consent:yes'), words('consent:no')];
  const asked = question.every(({ clip }) => clip !== null);
  if (!asked) return [...question, ...answers.map((answer) => ({ ...answer, clip: null }))];
  return [...question, ...answers.filter(({ clip }) => clip !== null)];
}
