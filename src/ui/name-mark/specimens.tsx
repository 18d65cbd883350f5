import { Row } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { NameMark } from './name-mark.tsx';

export const specimens: Specimens = {
  sizes: ({ t }) => (
    <Row>
      <NameMark name={t('common:appName')} size="large" />
      <NameMark name={t('common:appName')} />
    </Row>
  ),
};
