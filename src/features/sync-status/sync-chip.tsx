import type { VNode } from 'preact';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { StatusChip, type Tone } from '../../ui/status-chip/status-chip.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { statusTone, statusWords } from './status-words.ts';
import { useSyncStatus } from './use-sync-status.ts';
import './sync-chip.css';

/** Always in sight: where people's words are now. Opens the screen that says more. */
export function SyncChip(): VNode {
  const t = useText('sync');
  const { language } = useLanguage();
  const status = useSyncStatus();
  const words = statusWords(status, t, language);
  const tone: Tone = statusTone(status);
  return (
    <>
      <a class="sync-chip" href="/sent" aria-label={t('chip.label', { words })}>
        <StatusChip tone={tone}>{words}</StatusChip>
      </a>
      <LiveRegion>{words}</LiveRegion>
    </>
  );
}
