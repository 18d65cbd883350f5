import type { Specimens } from '../specimen.ts';
import { StatusChip } from '../status-chip/status-chip.tsx';
import { List, ListRow } from './list.tsx';

export const specimens: Specimens = {
  rows: ({ t }) => (
    <List label={t('list.label')}>
      <ListRow
        icon="conversation"
        title={t('list.first')}
        detail={t('list.firstDetail')}
        end={<StatusChip tone="waiting">{t('chip.waiting')}</StatusChip>}
        onClick={() => undefined}
      />
      <ListRow icon="promise" title={t('list.second')} detail={t('list.secondDetail')} href="#main" current />
      <ListRow icon="note" title={t('list.third')} end={<StatusChip tone="calm">{t('chip.calm')}</StatusChip>} />
    </List>
  ),
};
