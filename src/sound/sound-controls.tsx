import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Row, Stack } from '../ui/screen/screen.tsx';
import { HowSaid } from './how-said.tsx';
import { ListenButton } from './listen-button.tsx';
import type { Say } from './sound-desk.ts';
import { useSound } from './use-sound.tsx';

/** How slow and how loud, tried out on a few words; and what to do when a tablet stays silent. They hold for the person. */
export function SoundControls(props: { sample: Say }): VNode {
  const t = useText('sound');
  const { slower, louder } = useSound();
  return (
    <section aria-label={t('controls')}>
      <Stack room="small">
        <Row>
          <ListenButton say={props.sample} alone />
          <Button icon="minus" onClick={slower}>
            {t.el('slower')}
          </Button>
          <Button icon="plus" onClick={louder}>
            {t.el('louder')}
          </Button>
        </Row>
        <LiveRegion visible>
          <HowSaid />
        </LiveRegion>
        <p>{t.el('silentMode')}</p>
      </Stack>
    </section>
  );
}
