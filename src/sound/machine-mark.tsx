import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { useSound } from './use-sound.tsx';
import './machine-mark.css';

/** Says in words, while it speaks, that a machine does. Stands over what is above it and moves nothing. */
export function MachineMark(): VNode {
  const t = useText('sound');
  const { saying, with: source } = useSound();
  const speaks = saying !== null && source === 'machine';
  return (
    <div class="machine-mark">
      <LiveRegion visible={speaks}>
        {speaks && (
          <span class="machine-mark__words">
            <Icon name="speaker" size="small" />
            {t.el('machine')}
          </span>
        )}
      </LiveRegion>
    </div>
  );
}
