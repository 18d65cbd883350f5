import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import type { Directory, Known } from '../../places/history.ts';
import { tiesOf } from '../../places/network.ts';
import { Button } from '../../ui/button/button.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TieRows } from './tie-rows.tsx';

/** Whom or what it is linked to, from both ends. */
export function Linked(props: { known: Known; directory: Directory }): VNode | null {
  const t = useText('places');
  const { known, directory } = props;
  const all = useMemo(() => tiesOf(directory), [directory]);
  if (!all.some(({ from, to }) => from === known || to === known)) return null;
  return (
    <section aria-labelledby="place-linked">
      <Stack>
        <h2 id="place-linked">{t.el('linked')}</h2>
        <TieRows ties={all} known={known} />
        <Button icon="link" href={`/places/networks?of=${encodeURIComponent(known.entry.entryId)}`}>
          {t.el('seeNetwork')}
        </Button>
      </Stack>
    </section>
  );
}
