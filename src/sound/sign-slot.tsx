import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { SignedWordsProps } from './signed-words.tsx';
import { useSignedTo, useSigning } from './signing.tsx';

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
  const icon = open ? 'cross' : 'play';
  const press = (): void => choose(!open);
  return (
    <>
      {props.look === 'sign' ? (
        <span class="listen listen--sign">
          <button
            class="listen__button"
            type="button"
            aria-label={t('sign.showOf', { what: props.what ?? t('sign.title') })}
            aria-expanded={open}
            onClick={press}
          >
            <Icon name={icon} />
            <span>{t.el('sign.short')}</span>
          </button>
        </span>
      ) : (
        <Button icon={icon} onClick={press}>
          {t.el(open ? 'sign.close' : 'sign.show')}
        </Button>
      )}
      {open && Show !== null && (
        <Show.as places={props.places} signing={signing} whole={props.whole} helps={props.helps} />
      )}
    </>
  );
}
