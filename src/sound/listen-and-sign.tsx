import type { VNode } from 'preact';
import { ListenButton } from './listen-button.tsx';
import { SignSlot } from './sign-slot.tsx';
import type { Say } from './sound-desk.ts';

/**
 * The app's own words (`appWords`) to be heard and, where the organisation uses a sign language, to be seen. Beside the
 * player this is the only way to either, so that what is heard can never lack its place for a film.
 */
export function ListenAndSign(props: {
  say: Say | readonly Say[];
  /** What is listened to and seen, where several of these stand on one screen. */
  what?: string | undefined;
  /** `sign`: small, beside a heading or on a card. */
  look?: 'button' | 'sign' | undefined;
  /** So many of the first texts are one question: signed whole or not at all. */
  whole?: number | undefined;
  /** Signs by itself to who chose to be spoken to in signs: where it is what the screen is about. */
  opens?: boolean | undefined;
  /** Ids of what is signed at present, in the place of all of it. */
  now?: readonly string[] | undefined;
  /** Who helps where nothing is signed and it cannot be noted here: who stands beside the person, or the lead on the phone. */
  helps?: 'helper' | 'lead' | undefined;
}): VNode {
  const { say, what, look } = props;
  const all = 'id' in say ? [say] : say;
  return (
    <>
      <ListenButton say={say} what={what} look={look} />
      <SignSlot
        places={props.now ?? all.map(({ id }) => id)}
        whole={props.now === undefined ? props.whole : undefined}
        what={what}
        look={look}
        opens={props.opens}
        helps={props.helps}
      />
    </>
  );
}
