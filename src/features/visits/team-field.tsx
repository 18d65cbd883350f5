import type { VNode } from 'preact';
import type { RosterEntry } from '../../domain/protocol.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Fold } from '../../ui/fold/fold.tsx';

/** A longer team is folded away: the list of names would push the rest of the screen out of sight. */
const LONG = 3;

/** Who of the team is on this visit. The worker who starts it always is. */
export function TeamField(props: {
  worker: string;
  roster: readonly RosterEntry[];
  team: readonly string[];
  onChange: (team: readonly string[]) => void;
}): VNode | null {
  const t = useText('visits');
  const others = props.roster.map((one) => one.displayName).filter((name) => name !== props.worker);
  if (others.length === 0) return null;
  const chosen = props.team.filter((name) => name !== props.worker);
  const list = (
    <ChoiceList
      many
      layout="tiles"
      label={t.el('start.team')}
      hint={t.el('start.teamHint')}
      value={chosen}
      onChange={(names) => props.onChange([props.worker, ...names])}
      choices={others.map((name) => ({ value: name, label: <Bdi>{name}</Bdi> }))}
    />
  );
  if (others.length <= LONG) return list;
  return (
    <Fold
      title={t.el('start.team')}
      chosen={chosen.map((name) => (
        <Bdi key={name}>{name}</Bdi>
      ))}
    >
      {list}
    </Fold>
  );
}
