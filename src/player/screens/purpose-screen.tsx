import type { VNode } from 'preact';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { ownWords, surveyWords } from '../words.ts';
import './purpose-screen.css';

const PROMISES = [
  ['purpose.stop', 'stop'],
  ['purpose.skip', 'skip'],
  ['purpose.noName', 'consent-use'],
] as const;

/** What it is for, and three promises. */
export function PurposeScreen(): VNode {
  const stand = useStand();
  const { walk } = stand;
  const purpose = surveyWords(stand, 'purpose');
  const promises = PROMISES.map(([key, picture]) => ({ text: ownWords(stand, key), picture }));
  return (
    <PlayerScreen
      name="purpose"
      agreed="promised"
      heading={surveyWords(stand, 'title')}
      help={purpose.missing ? [] : [purpose]}
      alsoSaid={promises.map(({ text }) => text)}
      picture={<SetPicture name="purpose" alt="" />}
      actions={{ back: walk.back, stop: () => walk.open('stop'), next: () => walk.forward() }}
    >
      <ul class="promises">
        {promises.map(({ text, picture }) => (
          <li key={picture} class="promises__one">
            {stand.ways.pictures && (
              <span class="promises__picture">
                <SetPicture name={picture} alt="" />
              </span>
            )}
            <span>
              <Said text={text} />
            </span>
          </li>
        ))}
      </ul>
    </PlayerScreen>
  );
}
