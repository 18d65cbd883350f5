import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';

const MOST_PEOPLE = 999;

/** How many are here: heads, never names. Asked once, before the group sees anything. */
export function GroupStart(props: { onPeople: (people: number) => void }): VNode {
  const t = useText('answer');
  const [people, setPeople] = useState(2);
  return (
    <Screen
      bottom={
        <BottomBar>
          <Button look="main" icon="next" iconAt="end" onClick={() => props.onPeople(people)}>
            {t.el('common:next')}
          </Button>
        </BottomBar>
      }
    >
      <Stack room="large">
        <div class="end__picture">
          <SetPicture name="who-group" alt="" />
        </div>
        <h1>{t.el('group.title')}</h1>
        <NumberStepper
          label={t.el('group.people')}
          hint={t.el('group.hint')}
          value={people}
          min={1}
          max={MOST_PEOPLE}
          fewer={t('group.fewer')}
          more={t('group.more')}
          onChange={setPeople}
        />
      </Stack>
    </Screen>
  );
}
