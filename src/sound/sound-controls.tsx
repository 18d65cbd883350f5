import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { Row, Stack } from '../ui/screen/screen.tsx';
import { useSound } from './use-sound.tsx';

const PACES = ['usual', 'slow', 'slowest'] as const;
const GAINS = ['usual', 'loud', 'loudest'] as const;

/** Again, slower, louder; and what to do when a tablet stays silent. They hold for the person, not for the tablet. */
export function SoundControls(): VNode {
  const t = useText('sound');
  const { repeat, slower, louder, manner } = useSound();
  const pace = PACES[manner.pace === 1 ? 0 : manner.pace > 0.7 ? 1 : 2] ?? 'usual';
  const gain = GAINS[manner.gain === 1 ? 0 : manner.gain < 2 ? 1 : 2] ?? 'usual';
  return (
    <section aria-label={t('controls')}>
      <Stack room="small">
        <Row>
          <Button icon="speaker" onClick={repeat}>
            {t.el('again')}
          </Button>
          <Button icon="minus" onClick={slower}>
            {t.el('slower')}
          </Button>
          <Button icon="plus" onClick={louder}>
            {t.el('louder')}
          </Button>
        </Row>
        <LiveRegion visible>
          {t.el(`pace.${pace}`)} · {t.el(`gain.${gain}`)}
        </LiveRegion>
        <p>{t.el('silentMode')}</p>
      </Stack>
    </section>
  );
}
