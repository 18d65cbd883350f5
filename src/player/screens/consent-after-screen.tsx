import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { setContact } from '../../surveys/flow.ts';
import { layersAfter } from '../../surveys/stages.ts';
import type { ConsentLayer } from '../../domain/consent.ts';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { ownWords } from '../words.ts';
import { ConsentQuestions } from './consent-questions.tsx';

/** What a child is not asked: nobody contacts, records or quotes them by these screens. */
const NOT_OF_A_CHILD: readonly ConsentLayer[] = ['voice', 'photo', 'hear-back', 'training', 'press'];

/** May others see it, may we keep the voice, may we tell you what happened: each may be left out. */
export function ConsentAfterScreen(): VNode | null {
  const stand = useStand();
  const { walk, state, survey, lend } = stand;
  const [contact, setContacting] = useState(false);
  const wanted = useRef(lend.consent.answers['hear-back'] === 'yes');
  const roles = survey.questions.flatMap(({ code }) =>
    state.answers[code] === undefined ? [] : lend.media(code).attached.map(({ role }) => role),
  );
  const layers = layersAfter(state, survey, roles).filter(
    (layer) => state.child !== true || !NOT_OF_A_CHILD.includes(layer),
  );
  const onward = (): void => walk.forward();
  if (layers.length === 0) {
    return <Onward onward={onward} />;
  }
  if (contact && lend.Contact !== undefined)
    return (
      <PlayerScreen
        name="contact"
        heading={ownWords(stand, 'contact.title')}
        help={[ownWords(stand, 'contact.text')]}
        actions={{ back: () => setContacting(false), next: onward, stop: () => walk.open('stop') }}
      >
        <lend.Contact value={state.contact} onChange={(next) => walk.kept.put(setContact(walk.kept.latest(), next))} />
      </PlayerScreen>
    );
  return (
    <ConsentQuestions
      layers={layers}
      mayLeaveOut
      onAnswered={(layer, answer) => {
        if (layer === 'hear-back') {
          wanted.current = answer === 'yes';
          if (answer === 'no' && state.contact !== null) walk.kept.put(setContact(walk.kept.latest(), null));
        }
        return 'go-on';
      }}
      onDone={() => {
        if (lend.Contact !== undefined && layers.includes('hear-back') && wanted.current) setContacting(true);
        else onward();
      }}
    />
  );
}

/** Nothing to ask here after all. */
function Onward({ onward }: { onward: () => void }): null {
  useEffect(onward, []);
  return null;
}
