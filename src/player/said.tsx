import type { VNode } from 'preact';
import { directionOf, languageFace } from './language-face.ts';
import { LanguageName } from './language-name.tsx';
import type { Say } from '../sound/sound-desk.ts';
import { writtenIn } from '../domain/signed.ts';
import { useStand } from './stand.ts';

/**
 * Every text of the player: the words in the language they are really in, marked as such where it is not the language of
 * the screen, so that they are read and spoken rightly. Staff also see its name; a participant is not told of a lack.
 */
export function Said({ text }: { text: Say }): VNode {
  const { language, staff, loaded } = useStand();
  if (text.language === writtenIn(language)) return <>{text.words}</>;
  return (
    <>
      <span lang={text.language} dir={directionOf(text.language)}>
        {text.words}
      </span>
      {staff && (
        <span class="said__language">
          <LanguageName face={languageFace(text.language, loaded.texts)} />
        </span>
      )}
    </>
  );
}
