import { Row } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { StatusChip } from './status-chip.tsx';

export const specimens: Specimens = {
  tones: ({ t }) => (
    <Row>
      <StatusChip tone="calm">{t('chip.calm')}</StatusChip>
      <StatusChip tone="working">{t('chip.working')}</StatusChip>
      <StatusChip tone="waiting">{t('chip.waiting')}</StatusChip>
      <StatusChip tone="attention">{t('chip.attention')}</StatusChip>
    </Row>
  ),
};
