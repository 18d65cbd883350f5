import { isSigned, writtenIn } from '../../../domain/signed.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/shapes.ts';
import { directionOf } from '../../../player/language-face.ts';
import { HEARD_PARTS, type HeardText, type SoundState } from './heard-texts.ts';

const SIGNS: Readonly<Record<SoundState, IconName>> = { missing: 'mic', stale: 'refresh', here: 'check' };

/** Every text under the heading of where people hear it, with how its sound stands in a sign and in words. */
export function TextList(props: {
  texts: readonly HeardText[];
  language: string;
  stateOf: (text: HeardText) => SoundState;
  open: string | null;
  onOpen: (place: string) => void;
}) {
  const t = useText('desk-sounds');
  const signed = isSigned(props.language);
  const written = writtenIn(props.language);
  return (
    <>
      {HEARD_PARTS.map((part) => {
        const texts = props.texts.filter((one) => one.part === part);
        if (texts.length === 0) return null;
        return (
          <section key={part} aria-label={t(`parts.${part}`)}>
            <h2 class="desk-page__subtitle">{t.el(`parts.${part}`)}</h2>
            <ul class="sounds__texts">
              {texts.map((text) => {
                const [place] = text.places;
                const state = props.stateOf(text);
                return (
                  <li key={place}>
                    <button
                      type="button"
                      class="sounds__text"
                      aria-current={props.open === place ? 'true' : undefined}
                      onClick={() => props.onOpen(place)}
                    >
                      <span class="sounds__words" lang={written} dir={directionOf(written)}>
                        {text.words}
                      </span>
                      <span class={`sounds__state sounds__state--${state}`}>
                        <Icon name={signed && state === 'missing' ? 'camera' : SIGNS[state]} size="small" />
                        {t.el(signed ? `signed.states.${state}` : `states.${state}`)}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </>
  );
}
