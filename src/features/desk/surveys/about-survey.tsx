import type { Survey } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { useBuilder } from './builder-context.ts';
import { changeSurvey } from './edits.ts';
import { Check } from './question-editor.tsx';
import { TextFields } from './text-fields.tsx';

const LAYERS = ['share', 'hear-back', 'voice', 'photo', 'training', 'press'] as const;

/** What stands round the questions: the name, the purpose, and what is asked of the person at the end. */
export function AboutSurvey() {
  const t = useText('desk-surveys');
  const { doc, readOnly, edit } = useBuilder();
  const { survey } = doc;
  const change = (part: Partial<Survey>): void => edit((now) => changeSurvey(now, part), { what: 'about' });
  return (
    <div class="question-editor">
      <header class="question-editor__head">
        <h2 class="question-editor__type">{t.el('about.title')}</h2>
      </header>
      <TextFields textKey="title" label={t.el('about.name')} />
      <TextFields textKey="purpose" label={t.el('about.purpose')} long />
      <p class="desk-quiet">{t.el('about.purposeHint')}</p>
      {survey.fixed === 'fft' && <p class="desk-caution">{t.el('about.fft')}</p>}
      <fieldset class="question-editor__part" disabled={readOnly}>
        <h3>{t.el('about.after')}</h3>
        <p class="desk-quiet">{t.el('about.afterWhat')}</p>
        {LAYERS.map((layer) => (
          <Check
            key={layer}
            checked={survey.consentAfter.includes(layer)}
            label={t.el(`about.layers.${layer}`)}
            onChange={(on) =>
              change({
                consentAfter: LAYERS.filter((one) => (one === layer ? on : survey.consentAfter.includes(one))),
              })
            }
          />
        ))}
      </fieldset>
      <fieldset class="question-editor__part" disabled={readOnly}>
        <h3>{t.el('about.person')}</h3>
        <Check
          checked={survey.aboutYou}
          label={t.el('about.aboutYou')}
          detail={t.el('about.aboutYouWhat')}
          onChange={(aboutYou) => change({ aboutYou })}
        />
      </fieldset>
      <p class="desk-quiet">{t.el('about.family', { family: survey.family })}</p>
    </div>
  );
}
