import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import type { Did } from './use-triage.ts';

/** Says what was just done and offers to take it back, for as long as nothing else is done. */
export function DidBar({ did, onUndo }: { did: Did | null; onUndo: () => void }) {
  const t = useText('desk-inbox');
  return (
    <div class="desk-did" data-shown={did !== null}>
      <LiveRegion visible>{did?.words ?? ''}</LiveRegion>
      {did?.canUndo === true && (
        <Button look="quiet" onClick={onUndo}>
          {t.el('undo')}
        </Button>
      )}
    </div>
  );
}
