import { Button } from '../button/button.tsx';
import { KIND_PICTURES } from '../pictures/kinds.ts';
import { Picture } from '../pictures/picture.tsx';
import type { Specimens } from '../specimen.ts';
import { EmptyState } from './empty-state.tsx';

export const specimens: Specimens = {
  inbox: ({ t }) => (
    <EmptyState
      title={t('empty.title')}
      picture={<Picture art={KIND_PICTURES.nothing} alt="" />}
      action={<Button icon="refresh">{t('empty.action')}</Button>}
    >
      {t('empty.words')}
    </EmptyState>
  ),
};
