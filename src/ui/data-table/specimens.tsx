import type { Specimens } from '../specimen.ts';
import { DataTable } from './data-table.tsx';

export const specimens: Specimens = {
  tablets: ({ t }) => (
    <DataTable
      caption={t('table.caption')}
      rowKey={(row) => row}
      rows={['first', 'second']}
      empty={t('empty.title')}
      columns={[
        { id: 'name', label: t('table.name'), names: true, cell: (row) => t(`table.${row}`) },
        { id: 'seen', label: t('table.seen'), cell: () => t('table.today') },
        { id: 'waiting', label: t('table.waiting'), number: true, cell: (row) => (row === 'first' ? 3 : 12) },
      ]}
    />
  ),
};
