import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { useSound } from './use-sound.tsx';

/** Words of each pace that there is, from the usual one on: `sound:pace.*`. */
export const PACE_WORDS = ['usual', 'slow', 'slowest'] as const;
const GAINS = ['usual', 'loud', 'loudest'] as const;

/** How slow and how loud it is now, in words. */
export function HowSaid(): VNode {
  const t = useText('sound');
  const { paceAt, gainAt } = useSound();
  return (
    <>
      {t.el(`pace.${PACE_WORDS[paceAt] ?? 'usual'}`)} · {t.el(`gain.${GAINS[gainAt] ?? 'usual'}`)}
    </>
  );
}
