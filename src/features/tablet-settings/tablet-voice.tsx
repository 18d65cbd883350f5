import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { nameIn, ownName } from '../../kinds/spoken-languages.ts';
import type { DeviceVoice, Playing, Sounds } from '../../ports/sounds.ts';
import { sampleWords } from '../../sound/sample-words.ts';
import { listedVoices, provenVoice, spokenAs } from '../../sound/which-voice.ts';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Row } from '../../ui/screen/screen.tsx';

type Step = 'still' | 'speaking' | 'asking' | 'nothing';

/** One language: what is known of its voice, and the way to find out by listening. */
export function TabletVoice(props: { language: string; sounds: Sounds; voices: readonly DeviceVoice[] }): VNode {
  const t = useText('sound');
  const { language: reader } = useLanguage();
  const { language, sounds, voices } = props;
  const key = spokenAs(language);
  const listed = listedVoices(language, voices);
  const [step, setStep] = useState<Step>('still');
  const [tried, setTried] = useState(0);
  const playing = useRef<Playing | null>(null);
  useEffect(() => () => playing.current?.stop(), []);
  const name = nameIn(language, reader);
  const proven = provenVoice(language, voices, sounds.heard);
  const ear = key === null ? null : sounds.heard.of(key);

  const listen = async (at: number): Promise<void> => {
    const voice = listed[at];
    if (voice === undefined) return;
    setTried(at);
    setStep('speaking');
    sounds.player.wake();
    const now = sounds.voices.speak(sampleWords(language), voice, { pace: 1, gain: 1 });
    playing.current = now;
    const end = await now.ended;
    if (playing.current === now) setStep(end === 'failed' ? 'nothing' : 'asking');
  };
  const answer = (yes: boolean): void => {
    if (key === null) return;
    const next = tried + 1;
    // Silent from the first "no" on; a later voice may still turn out right.
    sounds.heard.put(key, yes ? (listed[tried]?.id ?? 'none') : 'none');
    setStep('still');
    if (!yes && next < listed.length) void listen(next);
  };
  const state =
    proven !== null
      ? ear === null
        ? 'trusted'
        : 'proven'
      : listed.length === 0
        ? 'none'
        : ear === 'none'
          ? 'wrong'
          : 'notProven';
  return (
    <li class="tablet-voice">
      <p class="tablet-voice__name">
        <bdi lang={language}>{ownName(language)}</bdi>
        {name !== ownName(language) && (
          <>
            {' '}
            · <bdi>{name}</bdi>
          </>
        )}
      </p>
      <p>{t.el(`voices.${state}`, { language: name })}</p>
      {step === 'asking' ? (
        <Row>
          <strong>{t.el('voices.did', { language: name })}</strong>
          <Button icon="check" onClick={() => answer(true)}>
            {t.el('voices.yes', { language: name })}
          </Button>
          <Button icon="cross" onClick={() => answer(false)}>
            {t.el('voices.no')}
          </Button>
          <Button icon="speaker" onClick={() => void listen(tried)}>
            {t.el('again')}
          </Button>
        </Row>
      ) : (
        listed.length > 0 && (
          <Button icon="speaker" busy={step === 'speaking'} onClick={() => void listen(0)}>
            {t.el('voices.try', { language: name })}
          </Button>
        )
      )}
      <LiveRegion visible>
        {step === 'speaking' && t.el('voices.trying')}
        {step === 'nothing' && t.el('voices.nothing')}
      </LiveRegion>
    </li>
  );
}
