import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { SignedWordsProps } from './signed-words.tsx';
import { useSignedTo, useSigning } from './signing.tsx';
import './listen-button.css';

type Shown = ComponentType<SignedWordsProps>;

/**
 * The app's own words in sign language, behind a button of their own: whatever language the screen is in, a deaf person
 * may stand before it. Nothing at all where the organisation uses no sign language. `places` are `namespace:key`. What
 * shows a film is fetched when somebody wants one.
 */
export function SignSlot(
  props: Omit<SignedWordsProps, 'signing'> & {
    what?: string | undefined;
    look?: 'button' | 'sign' | undefined;
    opens?: boolean | undefined;
  },
): VNode | null {
  const t = useText('sound');
  const signing = useSigning();
  const signedTo = useSignedTo();
  const [chosen, choose] = useState<boolean | null>(null);
  const [Show, take] = useState<{ readonly as: Shown } | null>(null);
  const open = signing !== null && (chosen ?? (props.opens === true && signedTo));
  useEffect(() => {
    if (!open || Show !== null) return;
    const load = async (): Promise<void> => take({ as: (await import('./signed-words.tsx')).SignedWords });
    // Not at hand: the next touch tries again.
    load().catch(() => choose(false));
  }, [open]);
  // Other texts are shown also where the ones before were closed.
  useEffect(() => choose(null), [props.places.join(' ')]);
  if (signing === null) return null;
  const small = props.look === 'sign';
  return (
    <>
      <span class={`listen${small ? ' listen--sign' : ''}`}>
        <button
          class="listen__button"
          type="button"
          aria-label={small ? t('sign.showOf', { what: props.what ?? t('sign.title') }) : undefined}
          aria-expanded={open}
          onClick={() => choose(!open)}
        >
          <Icon name={open ? 'cross' : 'play'} />
          <span>{t.el(small ? 'sign.short' : open ? 'sign.close' : 'sign.show')}</span>
        </button>
      </span>
      {open && Show !== null && (
        <Show.as places={props.places} signing={signing} whole={props.whole} helps={props.helps} />
      )}
    </>
  );
}
