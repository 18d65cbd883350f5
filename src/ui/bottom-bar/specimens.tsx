import { Button } from '../button/button.tsx';
import { IconButton } from '../button/icon-button.tsx';
import type { Specimens } from '../specimen.ts';
import { TopBar } from '../top-bar/top-bar.tsx';
import { BottomBar } from './bottom-bar.tsx';

export const specimens: Specimens = {
  bars: ({ t }) => (
    <div>
      <TopBar
        title={<span>{t('bars.title')}</span>}
        back={{ label: t('button.back'), onClick: () => undefined }}
        end={<IconButton icon="lock" label={t('button.lock')} onClick={() => undefined} />}
      />
      <BottomBar note={t('common:savedOnTablet')}>
        <Button>{t('common:skip')}</Button>
        <Button look="main" icon="next" iconAt="end">
          {t('button.next')}
        </Button>
      </BottomBar>
    </div>
  ),
};
