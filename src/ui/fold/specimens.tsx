import { List, ListRow } from '../list/list.tsx';
import type { Specimens } from '../specimen.ts';
import { Fold } from './fold.tsx';

export const specimens: Specimens = {
  looks: ({ t }) => (
    <Fold title={t('list.label')} chosen={[t('list.first'), t('list.second')]}>
      <List>
        <ListRow title={t('list.third')} />
      </List>
    </Fold>
  ),
};
