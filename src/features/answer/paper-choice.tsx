import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { Button } from '../../ui/button/button.tsx';
import { Bdi } from '../../i18n/isolate.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { titleOf } from '../survey-ending.ts';

/** A survey on paper: type in what came back. */
export function PaperChoice(props: { loaded: LoadedSurvey; busy: boolean; onType: () => void }): VNode {
  const t = useText('answer');
  return (
    <Stack>
      <h2>
        <Bdi>{titleOf(props.loaded)}</Bdi>
      </h2>
      <Button look="main" icon="edit" busy={props.busy} onClick={props.onType}>
        {t.el('paper.type')}
      </Button>
    </Stack>
  );
}
