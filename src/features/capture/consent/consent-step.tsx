import type { VNode } from 'preact';
import type { ConsentLayer } from '../../../domain/consent.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Stack } from '../../../ui/screen/screen.tsx';
import { useRecordHold } from '../../../record-parts/record-hold.ts';
import { useKeeper } from '../../../record-parts/keeping/use-keeper.ts';
import type { OpenDraft } from '../use-open-draft.ts';
import { useStepProps } from '../use-step-props.ts';
import { ListenToConsent } from '../../../record-parts/consent/consent-question.tsx';
import { ConsentQuestions } from '../../../record-parts/consent/consent-questions.tsx';
import { HowAsked } from './how-asked.tsx';

/** The layers to ask now: all of them in standard reading, one at a time in easy reading, as the heading. */
export function ConsentStep(props: {
  layers: readonly ConsentLayer[];
  open: OpenDraft;
  progress: { at: number; all: number } | null;
}): VNode {
  const t = useText('consent');
  const { keeper, shielded } = useRecordHold();
  const draft = useKeeper(keeper);
  const stepProps = useStepProps(props.open);
  const HearBack = props.open.view.hearBack?.View;
  const last = props.progress === null || props.progress.at >= props.progress.all - 1;
  return (
    <Stack>
      {(props.progress === null || props.progress.at === 0) && (
        <p>
          {t.el('lead')} {t.el('nothingChosen')}
        </p>
      )}
      {props.progress !== null && (
        <div class="consent-number">
          <p>{t.el('questionOf', { number: props.progress.at + 1, all: props.progress.all })}</p>
          {props.layers.map((layer) => (
            <ListenToConsent key={layer} layer={layer} shielded={shielded} />
          ))}
        </div>
      )}
      <ConsentQuestions
        layers={props.layers}
        headed={props.progress !== null}
        hearBack={
          HearBack === undefined ? undefined : (
            <Card look="quiet">
              <HearBack {...stepProps} />
            </Card>
          )
        }
      />
      {last && draft.consent !== null && (
        <HowAsked consent={draft.consent} onChange={(consent) => keeper.change((now) => ({ ...now, consent }))} />
      )}
    </Stack>
  );
}
