import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ConsentQuestion } from '../consent/consent-question.tsx';
import { NotForField } from '../consent/not-for-field.tsx';
import { useRecordHold } from '../record-hold.ts';
import { useKeeper } from '../keeping/use-keeper.ts';

/**
 * Nothing is recorded and no photo is taken before the person was asked; where the record asks nobody for this (the
 * worker's own voice, a thing they saw) it is there at once. Shows `children` after a yes; after a no it
 * says so, and lets the worker ask again when the person changes their mind.
 */
export function AskFirst(props: {
  layer: 'voice' | 'photo';
  /** What opens the question. */
  opener: (ask: () => void) => VNode;
  /** Called with the yes itself, while the tap still counts for the browser. */
  onYes?: () => void;
  children: ComponentChildren;
}): VNode {
  const t = useText('capture');
  const { keeper, voice, layers, answer } = useRecordHold();
  const draft = useKeeper(keeper);
  const [asking, setAsking] = useState(false);
  const [begun, setBegun] = useState(false);
  const given = draft.consent?.answers[props.layer];

  if (asking) {
    return (
      <>
        <NotForField />
        <ConsentQuestion
          layer={props.layer}
          value={given}
          onAnswer={(next) => {
            answer(props.layer, next);
            setAsking(false);
            if (next === 'yes') props.onYes?.();
          }}
        />
      </>
    );
  }
  // A recording that is going on stays in sight, whatever is asked of it meanwhile.
  const running = props.layer === 'voice' && voice.state() !== 'idle';
  if (given === 'yes' || running) return <>{props.children}</>;
  if (!layers.includes(props.layer)) {
    const { onYes } = props;
    if (onYes === undefined || begun) return <>{props.children}</>;
    return props.opener(() => {
      setBegun(true);
      onYes();
    });
  }
  if (given === 'no') {
    return (
      <Notice
        actions={
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t.el('media.askAgain')}
          </Button>
        }
      >
        {t.el(props.layer === 'voice' ? 'media.saidNo' : 'media.saidNoPhoto')}
      </Notice>
    );
  }
  return props.opener(() => setAsking(true));
}
