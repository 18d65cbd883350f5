import { useEffect, useRef } from 'preact/hooks';
import { markOf, signedNameOf, type AppSounds } from '../../../domain/app-sounds.ts';
import { isSigned } from '../../../domain/signed.ts';
import type { Clip, TextLayer } from '../../../domain/survey.ts';
import { LANGUAGES } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { useDesk } from '../desk-context.ts';
import { languageName } from '../language-name.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { TakeStudio } from '../sound/take-studio.tsx';
import { useAct } from '../use-asked.ts';
import type { HeardText, SoundState } from './heard-texts.ts';

/** One text, large, to be said or signed: kept under every place it is heard, and on to the next. */
export function RecordText(props: {
  text: HeardText;
  language: string;
  layer: TextLayer;
  sound: { readonly state: SoundState; readonly clip: Clip | null };
  onTaken: (sounds: AppSounds) => void;
  onNext: () => void;
  onClose: () => void;
}) {
  const t = useText('desk-sounds');
  const { language: screenLanguage } = useLanguage();
  const { client } = useDesk();
  const { problem, act } = useAct();
  const { text, language, layer, sound } = props;
  const signed = isSigned(language);
  const called = signed ? nameIn(screenLanguage, text) : null;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const keep = (clip: Clip): void =>
    void act(async () => {
      for (const key of text.places) {
        props.onTaken(await client.putSound({ language, layer, key, sha256: clip.sha256, words: markOf(text.words) }));
      }
      props.onNext();
    });
  const remove = (): void =>
    void act(async () => {
      for (const key of text.places) {
        const sounds = await client.removeSound({ language, layer, key }).catch(unlessGone);
        if (sounds !== null) props.onTaken(sounds);
      }
    });
  return (
    <section class="sounds__record" aria-labelledby="sounds-say">
      <h2 class="desk-page__subtitle" id="sounds-say" tabIndex={-1} ref={heading}>
        {t.el(signed ? 'signed.say' : 'say')}
      </h2>
      {called !== null && <p class="desk-quiet">{t.el('signed.called', { language: called })}</p>}
      {sound.state === 'stale' && <p class="desk-caution">{t.el(signed ? 'signed.staleWhy' : 'staleWhy')}</p>}
      {problem !== null && <ProblemNotice problem={problem} />}
      <TakeStudio
        language={language}
        layer={layer}
        words={text.words}
        clip={sound.clip}
        onKept={keep}
        onRemove={remove}
      />
      <div class="sounds__ways">
        <Button onClick={props.onClose}>{t.el('enough')}</Button>
        <Button icon="next" iconAt="end" onClick={props.onNext}>
          {t.el('next')}
        </Button>
      </div>
    </section>
  );
}

/** Of a language whose own letters are to be signed: what who signs calls it. */
function nameIn(screenLanguage: string, { places }: HeardText): string | null {
  const found = LANGUAGES.find(({ tag }) => places.includes(signedNameOf(tag)));
  return found === undefined ? null : languageName(screenLanguage, found.tag);
}

/** Somebody else took it out: that is what was wanted. */
function unlessGone(thrown: unknown): null {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'not-found') return null;
  throw thrown;
}
