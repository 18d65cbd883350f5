import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { NameMark } from '../../ui/name-mark/name-mark.tsx';
import { PictureCard, PictureGrid } from '../../ui/picture-card/picture-card.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { Button } from '../../ui/button/button.tsx';
import './start-screen.css';

/** The first page of a tablet or computer that nobody has joined yet: two plain choices. */
export function StartScreen(): VNode {
  const t = useText('enrol');
  return (
    <Screen>
      <div class="start">
        <NameMark name={t('common:appName')} size="large" />
        <Stack>
          <h1>{t.el('start.title')}</h1>
          <p class="start__lead">{t.el('start.lead')}</p>
        </Stack>
        <PictureGrid label={t('start.which')}>
          <PictureCard
            href="/enrol"
            look="lead"
            picture={<Icon name="tablet" size="large" />}
            label={t.el('start.field')}
            detail={t.el('start.fieldHint')}
          />
          <PictureCard
            href="/desk"
            picture={<Icon name="person" size="large" />}
            label={t.el('start.desk')}
            detail={t.el('start.deskHint')}
          />
        </PictureGrid>
        <Button href="/settings" look="quiet" icon="globe">
          {t.el('common:language')}
        </Button>
      </div>
    </Screen>
  );
}
