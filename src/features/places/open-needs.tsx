import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import type { Directory, Known, Seen } from '../../places/history.ts';
import { standings } from '../../places/open.ts';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Better } from './better.tsx';
import { Told } from './told.tsx';

const PAGE = 5;

/** What people need there, then what is dangerous or in the way: until somebody says that it is better. */
export function OpenNeeds(props: { known: Known; directory: Directory; today: string }): VNode {
  const { known, directory, today } = props;
  const standingOf = standings(known.observations, today);
  const open = known.observations.filter((seen) => standingOf(seen)?.open === true);
  const [needs, others] = [open.filter(({ kind }) => kind === 'need'), open.filter(({ kind }) => kind !== 'need')];
  return (
    <>
      <Listed of="needs" notes={needs} directory={directory} standingOf={standingOf} />
      <Listed of="inTheWay" notes={others} directory={directory} standingOf={standingOf} />
    </>
  );
}

function Listed(props: {
  of: 'needs' | 'inTheWay';
  notes: readonly Seen[];
  directory: Directory;
  standingOf: ReturnType<typeof standings<Seen>>;
}): VNode | null {
  const t = useText('places');
  const [shown, show] = useState(PAGE);
  const { of, notes, directory, standingOf } = props;
  if (notes.length === 0) return null;
  return (
    <Card labelledBy={`place-${of}`}>
      <h2 id={`place-${of}`}>{t.el(of)}</h2>
      <ul class="places__list">
        {notes.slice(0, shown).map((seen) => {
          const standing = standingOf(seen);
          return (
            <li key={`${seen.entryId} ${seen.observationId}`}>
              <Told seen={seen} directory={directory} brief={of === 'needs' ? 'all' : 'kind'}>
                {standing !== null && <Better seen={seen} standing={standing} />}
              </Told>
            </li>
          );
        })}
      </ul>
      {notes.length > shown && (
        <Button wide onClick={() => show(shown + PAGE)}>
          {t.el('showMore')}
        </Button>
      )}
    </Card>
  );
}
