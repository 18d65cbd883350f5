import { CONSENT_LAYERS, type Consent } from '../../../domain/consent.ts';
import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { languageName } from '../language-name.ts';

const MARKS = { yes: '✓', no: '✕', 'not-asked': '–' } as const;

/**
 * Consent layer by layer, in plain words: what was not asked is never shown as a yes, and words of a person that came
 * without the question about their use say so first.
 */
export function ConsentGiven({ consent, holdsWords }: { consent: Consent | null; holdsWords: boolean }) {
  const t = useText('desk-record');
  const { language } = useLanguage();
  const notAsked = holdsWords && consent?.answers.use === undefined && (
    <p class="desk-caution">{t.el('consent.useNotAsked')}</p>
  );
  if (consent === null) return notAsked || <p class="desk-quiet">{t.el('consent.none')}</p>;
  return (
    <>
      {notAsked}
      <ul class="desk-consent">
        {CONSENT_LAYERS.map((layer) => {
          const answer = consent.answers[layer] ?? 'not-asked';
          return (
            <li key={layer} class={`desk-consent__layer desk-consent__layer--${answer}`}>
              <span class="desk-consent__answer">
                <span class="desk-consent__mark" aria-hidden="true">
                  {MARKS[answer]}
                </span>
                {t.el(`consent.${answer}`)}
              </span>
              <span>{t.el(`consent.layers.${layer}`)}</span>
            </li>
          );
        })}
      </ul>
      <p class="desk-quiet">
        {t.el(`consent.asked.${consent.how}`, {
          date: date(language, consent.at),
          language: languageName(language, consent.language),
        })}{' '}
        {consent.interpreted && <>{t.el('consent.interpreted')} </>}
        {consent.witness !== undefined && <>{t.el('consent.witness', { name: consent.witness })} </>}
        {t.el('consent.version', { version: consent.version })}
      </p>
    </>
  );
}
