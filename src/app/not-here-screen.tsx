import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { EmptyState } from '../ui/empty-state/empty-state.tsx';
import { Screen } from '../ui/screen/screen.tsx';
import { TopBar } from '../ui/top-bar/top-bar.tsx';

export function NotHereScreen(): VNode {
  const t = useText('app');
  return (
    <Screen top={<TopBar title={t.el('notHere')} />}>
      <EmptyState
        title={t.el('notHereWhy')}
        action={
          <Button look="main" href="/">
            {t.el('goHome')}
          </Button>
        }
      />
    </Screen>
  );
}
