import type { VNode } from 'preact';
import { clipOf, filmOf, LANGUAGE_NAME, signedNameOf } from '../../domain/app-sounds.ts';
import { WORDS_BESIDE_SIGNING } from '../../domain/signed.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { Say } from '../../sound/sound-desk.ts';
import { useSound } from '../../sound/use-sound.tsx';
import { isWholeIn } from '../../surveys/held-languages.ts';
import { languageFace, type LanguageFace } from '../language-face.ts';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { useStand } from '../stand.ts';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { useChoosing } from '../use-choosing.ts';
import type { Choosing } from '../../sound/use-first-touch.ts';
import { ownWords } from '../words.ts';
import './language-screen.css';

/**
 * Languages in their own letters, each with its sound; to who is spoken to in signs, a first touch signs its name.
 * `over`: called from another screen, to which it leads back.
 */
export function LanguageScreen({ over }: { over: boolean }): VNode {
  const stand = useStand();
  const { walk } = stand;
  const choosing = useChoosing<string>((tag) => walk.speak({ language: tag }, !over));
  const { pointed } = choosing;
  return (
    <PlayerScreen
      name="language"
      heading={ownWords(stand, 'languageQuestion')}
      picture={<SetPicture name="language" alt="" />}
      actions={{
        ...(over ? { back: walk.close } : {}),
        ...(stand.state.stage === 'done' ? {} : { stop: () => walk.open('stop') }),
        ...(pointed === null ? {} : { next: () => walk.speak({ language: pointed }, !over) }),
      }}
    >
      <ul class="tongues">
        {stand.languages.map((tag) => (
          <Tongue key={tag} face={languageFace(tag, stand.loaded.texts)} on={!over} choosing={choosing} />
        ))}
      </ul>
      <button type="button" class="player__more" onClick={() => walk.open('ways')}>
        <Icon name="settings" />
        <Said text={ownWords(stand, 'ways.open')} />
      </button>
    </PlayerScreen>
  );
}

function Tongue({ face, on, choosing }: { face: LanguageFace; on: boolean; choosing: Choosing<string> }): VNode {
  const stand = useStand();
  const t = useText('player');
  const sound = useSound();
  const { tag, name, dir, draft, spoken, signed } = face;
  const whole = spoken && isWholeIn(stand.loaded, tag);
  const clip = clipOf(stand.sounds, LANGUAGE_NAME, { words: name, language: tag, layer: 'standard' });
  const id = `language.${tag}`;
  const written = signed?.namedIn ?? tag;
  const named = { words: name, language: WORDS_BESIDE_SIGNING, layer: 'standard' } as const;
  const film = stand.signing === null ? null : filmOf(stand.sounds, signedNameOf(tag), named, stand.language);
  const text: Say = { id, words: name, language: written, clip, film };
  const heard = sound.sourceFor(tag, clip) !== 'none';
  const here = !on && tag === stand.language;
  const notes = [...(draft ? ['notChecked'] : []), ...(whole ? [] : [signed === null ? 'notWhole' : 'notSigned'])];
  return (
    <li class="tongue">
      <button
        type="button"
        class={`tongue__name${here ? ' tongue__name--here' : ''}${choosing.pointed === tag ? ' tongue__name--pointed' : ''}`}
        aria-pressed={on ? undefined : here}
        onClick={() => {
          // Its sound has a button of its own: only a film is seen by a first touch.
          if (stand.signing === null) stand.walk.speak({ language: tag }, on);
          else choosing.touch(tag, text);
        }}
      >
        {signed !== null && (
          <span class="tongue__hands">
            <SetPicture name="sign-language" alt="" />
          </span>
        )}
        <bdi class="tongue__words" lang={written} dir={dir}>
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
            if (heard) sound.say(text);
            else stand.walk.setProblem(ownWords(stand, 'noSound'));
          }}
        >
          <Icon name={sound.saying === id ? 'stop' : 'speaker'} size="large" />
        </button>
      )}
    </li>
  );
}
