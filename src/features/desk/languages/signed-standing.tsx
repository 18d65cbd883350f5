import { useEffect, useState } from 'preact/hooks';
import type { AppSounds } from '../../../domain/app-sounds.ts';
import { WORDS_BESIDE_SIGNING } from '../../../domain/signed.ts';
import { number } from '../../../i18n/dates.ts';
import type { SignedLanguage } from '../../../i18n/signed-languages.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { heardTexts, loadHeardTexts, soundOf, type HeardText } from '../sounds/heard-texts.ts';

/** How many of the app's texts somebody has signed, whose words are still the ones that were signed. */
export function SignedStanding(props: { of: SignedLanguage; recorded: AppSounds | undefined }) {
  const t = useText('desk-languages');
  const { language } = useLanguage();
  const { tag, name, longName } = props.of;
  const [texts, show] = useState<readonly HeardText[] | null>(null);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      await loadHeardTexts({ language: WORDS_BESIDE_SIGNING, readingMode: 'standard' });
      if (!gone) show(heardTexts(tag, 'standard'));
    };
    void load();
    return () => {
      gone = true;
    };
  }, [tag]);
  const done = (texts ?? []).filter((text) => soundOf(text, 'standard', props.recorded).state === 'here').length;
  const of = texts?.length ?? 0;
  const words = t('signed.bar', { done: number(language, done), of: number(language, of) });
  return (
    <>
      <div class="desk-sheet__top">
        <h2 class="standing__name">
          {longName}{' '}
          <bdi lang={WORDS_BESIDE_SIGNING} class="standing__own">
            {name}
          </bdi>
        </h2>
        <span class="standing__used">{t.el('used')}</span>
      </div>
      <p class="desk-quiet">{t.el('signed.what')}</p>
      {texts !== null && (
        <div class="standing__bar">
          <progress
            class="standing__progress"
            max={Math.max(1, of)}
            value={done}
            aria-label={`${longName}: ${words}`}
          />
          <span>{words}</span>
        </div>
      )}
    </>
  );
}
