import type { ComponentType, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { useSigning } from './signing.tsx';

type Shown = ComponentType<{ places: readonly string[]; signing: string }>;

/**
 * The app's own words in sign language, behind a button of their own: whatever language the screen is in, a deaf person
 * may stand before it. Nothing at all where the organisation uses no sign language. `places` are `namespace:key`, seen
 * whole or not at all. What shows a film is fetched when somebody wants one.
 */
export function SignSlot({ places }: { places: readonly string[] }): VNode | null {
  const t = useText('sound');
  const signing = useSigning();
  const [open, setOpen] = useState(false);
  const [Show, take] = useState<{ readonly as: Shown } | null>(null);
  if (signing === null) return null;
  const press = (): void => {
    setOpen(!open);
    if (Show !== null) return;
    const load = async (): Promise<void> => take({ as: (await import('./signed-words.tsx')).SignedWords });
    // Not at hand: the next touch tries again.
    load().catch(() => setOpen(false));
  };
  return (
    <>
      <Button icon={open ? 'cross' : 'play'} onClick={press}>
        {t.el(open ? 'sign.close' : 'sign.show')}
      </Button>
      {open && Show !== null && <Show.as places={places} signing={signing} />}
    </>
  );
}
