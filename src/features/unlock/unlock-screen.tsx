import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { VaultSlot } from '../../ports/vault.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { NameTile, NameTiles } from '../../ui/name-tile/name-tile.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { ChoosePasscode } from './choose-passcode.tsx';
import { EnterPasscode } from './enter-passcode.tsx';
import { VaultGone } from './vault-gone.tsx';
import './unlock-screen.css';

interface Person {
  readonly actorId: string;
  readonly displayName: string;
  readonly slot: VaultSlot | null;
}

/** Who has the tablet? A name tile, then that person's own passcode. Each opens only their own unfinished work. */
export function UnlockScreen(props: {
  /** After it opened, and the visit is back. */
  onOpen: () => void;
}): VNode {
  const t = useText('unlock');
  const { vault, sync } = useServices();
  const session = useSession();
  const { people, look } = usePeople();
  const [chosen, choose] = useState<string | null>(null);
  const [gone, setGone] = useState(false);
  const person = people?.find((one) => one.actorId === chosen) ?? null;

  const open = async (opening: Promise<Parameters<typeof session.open>[0]>): Promise<void> => {
    await session.open(await opening);
    props.onOpen();
  };
  const back = (): void => {
    setGone(false);
    choose(null);
    void look();
  };

  if (person !== null) {
    const { actorId, displayName, slot } = person;
    const enter = slot !== null;
    return (
      <Screen>
        <div class="unlock">
          {gone ? (
            <VaultGone name={displayName} onAgain={() => void vault.remove(actorId).then(back)} />
          ) : enter ? (
            <EnterPasscode
              name={displayName}
              waitUntil={slot.notBefore}
              onEnter={(passcode) => open(vault.unlock(actorId, passcode))}
              onGone={() => setGone(true)}
            />
          ) : (
            <ChoosePasscode
              name={displayName}
              onChoose={(passcode) => open(vault.create(actorId, displayName, passcode))}
            />
          )}
          <Button look="quiet" icon="back" onClick={back}>
            {t.el('notMe')}
          </Button>
        </div>
      </Screen>
    );
  }

  return (
    <Screen>
      <div class="unlock">
        <h1>{t.el('who')}</h1>
        {people !== null && people.length === 0 ? (
          <EmptyState
            title={t.el('nobody')}
            action={
              <Button icon="refresh" onClick={() => sync.nudge()}>
                {t.el('lookAgain')}
              </Button>
            }
          >
            {t.el('nobodyText')}
          </EmptyState>
        ) : (
          <>
            <p>{t.el('lead')}</p>
            <NameTiles label={t('who')}>
              {people?.map(({ actorId, displayName, slot }) => (
                <NameTile
                  key={actorId}
                  name={displayName}
                  onClick={() => choose(actorId)}
                  {...(slot === null ? { detail: t.el('newHere') } : {})}
                />
              ))}
            </NameTiles>
          </>
        )}
        <Button href="/settings" look="quiet" icon="globe">
          {t.el('common:language')}
        </Button>
      </div>
    </Screen>
  );
}

/** The team as staff last sent it; people who left are not shown. */
function usePeople(): { people: readonly Person[] | null; look: () => Promise<void> } {
  const { reference, vault } = useServices();
  const [people, show] = useState<readonly Person[] | null>(null);
  const look = useCallback(async () => {
    const [roster, slots] = await Promise.all([reference.roster(), vault.slots()]);
    const slotOf = new Map(slots.map((slot) => [slot.actorId, slot]));
    show(
      roster
        .map(({ actorId, displayName }) => ({ actorId, displayName, slot: slotOf.get(actorId) ?? null }))
        .sort((a, b) => a.displayName.localeCompare(b.displayName)),
    );
  }, [reference, vault]);
  useEffect(() => {
    void look();
    return reference.subscribe(() => void look());
  }, [reference, look]);
  return { people, look };
}
