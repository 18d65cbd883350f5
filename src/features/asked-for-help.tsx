import type { VNode } from 'preact';
import { useServices } from '../app/services.ts';
import { useUnlocked } from '../app/session.ts';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { haveSeen } from './raise-need.ts';

/** Somebody asked for help in their answers, and the worker has not met it yet: before what else there is to do. */
export function AskedForHelp({ needs }: { needs: readonly string[] }): VNode {
  const t = useText('answer');
  const services = useServices();
  const { vault } = useUnlocked();
  const [first] = needs;
  return (
    <Notice
      tone="careful"
      speak="polite"
      title={t.el('need.title', { count: needs.length })}
      actions={
        <>
          <Button look="main" icon="need" href={`/capture/immediate-need/${first}`}>
            {t.el('need.start')}
          </Button>
          <Button look="quiet" onClick={() => void haveSeen(services, vault, needs).catch(() => undefined)}>
            {t.el('need.later')}
          </Button>
        </>
      }
    >
      {t.el('need.text', { count: needs.length })}
    </Notice>
  );
}
