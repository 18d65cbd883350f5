import type { VNode } from 'preact';
import { clipOf, LANGUAGE_NAME } from '../../domain/app-sounds.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { useSound } from '../../sound/use-sound.tsx';
import { isWholeIn } from '../../surveys/held-languages.ts';
import { languageFace, type LanguageFace } from '../language-face.ts';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { ownWords } from '../words.ts';
import './language-screen.css';

/** Languages in their own letters, each with its sound. `over`: called from another screen, to which it leads back. */
export function LanguageScreen({ over }: { over: boolean }): VNode {
  const stand = useStand();
  const { walk } = stand;
  return (
    <PlayerScreen
      name="language"
      heading={ownWords(stand, 'languageQuestion')}
      picture={<SetPicture name="language" alt="" />}
      actions={{
        ...(over ? { back: walk.close } : {}),
        ...(stand.state.stage === 'done' ? {} : { stop: () => walk.open('stop') }),
      }}
    >
      <ul class="tongues">
        {stand.languages.map((tag) => (
          <Tongue key={tag} face={languageFace(tag, stand.loaded.texts)} on={!over} />
        ))}
      </ul>
      <button type="button" class="player__more" onClick={() => walk.open('ways')}>
        <Icon name="settings" />
        <Said text={ownWords(stand, 'ways.open')} />
      </button>
    </PlayerScreen>
  );
}

function Tongue({ face, on }: { face: LanguageFace; on: boolean }): VNode {
  const stand = useStand();
  const t = useText('player');
  const sound = useSound();
  const { tag, name, dir, draft, spoken, signed } = face;
  const whole = spoken && isWholeIn(stand.loaded, tag);
  const clip = clipOf(stand.sounds, LANGUAGE_NAME, { words: name, language: tag, layer: 'standard' });
  const id = `language.${tag}`;
  const heard = sound.sourceFor(tag, clip) !== 'none';
  const here = !on && tag === stand.language;
  const notes = [...(draft ? ['notChecked'] : []), ...(whole ? [] : [signed === null ? 'notWhole' : 'notSigned'])];
  return (
    <li class="tongue">
      <button
        type="button"
        class={`tongue__name${here ? ' tongue__name--here' : ''}`}
        aria-pressed={on ? undefined : here}
        onClick={() => stand.walk.speak({ language: tag }, on)}
      >
        {signed !== null && (
          <span class="tongue__hands">
            <SetPicture name="sign-language" alt="" />
          </span>
        )}
        <bdi class="tongue__words" lang={signed?.namedIn ?? tag} dir={dir}>
          {name}
        </bdi>
        {signed !== null && <bdi lang={signed.namedIn}>{signed.longName}</bdi>}
        {notes.map((note) => (
          <span class="said__draft" key={note}>
            <Icon name="information" size="small" />
            <Said text={ownWords(stand, note)} />
          </span>
        ))}
      </button>
      {signed === null && (
        <button
          type="button"
          class={`tongue__play${heard ? '' : ' tongue__play--silent'}`}
          aria-label={t('hear', { language: name })}
          onClick={() => {
            if (heard) stand.say({ id, words: name, language: tag, clip });
            else stand.walk.setProblem(ownWords(stand, 'noSound'));
          }}
        >
          <Icon name={sound.saying === id ? 'stop' : 'speaker'} size="large" />
        </button>
      )}
    </li>
  );
}
