import { useId } from 'preact/hooks';
import { itemState, type InboxItem, type Person } from '../../../domain/desk.ts';
import type { ActorId } from '../../../domain/ids.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { useDesk } from '../desk-context.ts';
import type { WantedChange } from './change-item.ts';

/** State and owner: what every item needs, within reach while reading. */
export function TriageBar(props: {
  item: InboxItem;
  people: readonly Person[];
  onChange: (wanted: WantedChange) => void;
}) {
  const t = useText('desk-record');
  const { me } = useDesk();
  const group = useId();
  const { item, people, onChange } = props;
  return (
    <section class="desk-triage" aria-label={t('sections.triage')}>
      <fieldset class="desk-states">
        <legend class="desk-label">{t.el('triage.state')}</legend>
        <div class="desk-states__row">
          {itemState.options.map((state) => (
            <label key={state} class={`desk-state desk-state--${state}`}>
              <input
                type="radio"
                name={group}
                value={state}
                checked={item.state === state}
                onChange={() => onChange({ state })}
              />
              <span>{t.el(`triage.states.${state}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="desk-owner">
        <label>
          <span class="desk-label">{t.el('triage.owner')}</span>
          <select
            class="desk-select"
            value={item.ownerId ?? ''}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              onChange({ ownerId: chosen === '' ? null : (chosen as ActorId) });
            }}
          >
            <option value="">{t('triage.nobody')}</option>
            {ownersFor(item, people, me).map((owner) => (
              <option key={owner.actorId} value={owner.actorId}>
                {owner.displayName}
              </option>
            ))}
          </select>
        </label>
        {item.ownerId !== me.actorId && (
          <Button look="quiet" onClick={() => onChange({ ownerId: me.actorId })}>
            {t.el('triage.takeIt')}
          </Button>
        )}
      </div>
    </section>
  );
}

type Owner = Pick<Person, 'actorId' | 'displayName'>;

/** Everybody who works at the desk, me first; and whoever owns it now, even if they have left. */
function ownersFor(item: InboxItem, people: readonly Person[], me: Owner): readonly Owner[] {
  const deskPeople = people.filter(
    (one) => one.active && one.role !== 'champion' && one.role !== 'volunteer' && one.actorId !== me.actorId,
  );
  const known: Owner[] = [{ actorId: me.actorId, displayName: me.displayName }, ...deskPeople];
  const ownerIsKnown = item.ownerId === null || known.some((one) => one.actorId === item.ownerId);
  if (ownerIsKnown || item.ownerId === null) return known;
  return [...known, { actorId: item.ownerId, displayName: item.ownerName ?? '' }];
}
