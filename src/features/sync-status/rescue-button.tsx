import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useText } from '../../i18n/use-text.tsx';
import { makeRescueFile } from '../../tablet/rescue-file.ts';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { saveFile } from '../save-file.ts';

/** The last way out for work that cannot be sent: a file of sealed records for staff. */
export function RescueButton(): VNode {
  const t = useText('sync');
  const { outbox, clock } = useServices();
  const [words, say] = useState<VNode | null>(null);
  const save = async (): Promise<void> => {
    try {
      const file = await makeRescueFile(outbox, clock.wallMs());
      if (file.count > 0) saveFile(file.name, file.json);
      say(
        file.count === 0 ? t.el('app:lastResort.rescueEmpty') : t.el('app:lastResort.rescued', { count: file.count }),
      );
    } catch {
      say(t.el('app:lastResort.rescueFailed'));
    }
  };
  return (
    <details>
      <summary class="sync-screen__rescue">{t.el('rescue')}</summary>
      <Stack room="small">
        <p>{t.el('rescueText')}</p>
        <Button icon="download" onClick={() => void save()}>
          {t.el('app:lastResort.rescue')}
        </Button>
        <LiveRegion visible>{words}</LiveRegion>
      </Stack>
    </details>
  );
}
