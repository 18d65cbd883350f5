import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { VisuallyHidden } from '../../ui/hidden/visually-hidden.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { OneCode } from '../code-choices.tsx';
import { WordsField } from '../words-field.tsx';
import { Quote } from '../quote.tsx';
import { SpokenLanguage } from '../spoken-language.tsx';
import { dirOfSpoken } from '../spoken-languages.ts';
import type { StepProps } from '../views.ts';
import type { ConversationDraft } from './draft.ts';

type Props = StepProps<ConversationDraft>;

/** The open question. Their own words stay in the language they were said in. */
export function SaidStep({ value, onChange, media }: Props): VNode {
  const t = useText('kind-conversation');
  return (
    <Stack>
      <SaidField value={value} onChange={onChange} />
      <media.VoiceNotes label={t('said.voice')} />
      <SpokenLanguage
        label={t.el('said.language')}
        value={value.saidLanguage}
        onChange={(saidLanguage) => onChange({ ...value, saidLanguage })}
      />
    </Stack>
  );
}

/** What the worker understood, beside what was said and never in its place. */
export function GistStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  return (
    <div class="two-columns">
      {value.said !== '' && (
        <section>
          <h2 class="summary__heading">{t.el('gist.theirWords')}</h2>
          <Quote words={value.said} language={value.saidLanguage} quiet />
        </section>
      )}
      <WordsField
        label={t.el('gist.label')}
        hint={t.el('gist.hint')}
        value={value.gist}
        onChange={(gist) => onChange({ ...value, gist })}
        maxLength={4000}
        rows={4}
      />
    </div>
  );
}

/** "Did I get it right?" The words stand large, and can be put right here. */
export function ReadBackStep({ value, onChange, media }: Props): VNode {
  const t = useText('kind-conversation');
  const [changing, setChanging] = useState(false);
  const words = value.said === '' ? value.gist : value.said;
  return (
    <Stack>
      <p>{t.el('readBack.lead')}</p>
      {words === '' && <p>{t.el('readBack.nothingYet')}</p>}
      {words === '' && media.attached.length > 0 && <media.VoiceNotes label={t('said.voice')} />}
      {words !== '' && !changing && (
        <Quote words={words} language={value.said === '' ? undefined : value.saidLanguage} />
      )}
      {changing && <SaidField value={value} onChange={onChange} />}
      {words !== '' && !changing && (
        <Button icon="edit" onClick={() => setChanging(true)}>
          {t.el('readBack.change')}
        </Button>
      )}
      <ChoiceList
        label={<VisuallyHidden>{t('steps.read-back')}</VisuallyHidden>}
        choices={[
          { value: 'right', label: t.el('readBack.right') },
          { value: 'corrected', label: t.el('readBack.corrected') },
          { value: 'not-done', label: t.el('readBack.notDone') },
        ]}
        value={value.readBack}
        onChange={(readBack) => onChange({ ...value, readBack })}
      />
    </Stack>
  );
}

/** Whose words these are: chosen at a glance, and never taken for granted. */
export function WhoseStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  const { readingMode } = useLanguage();
  return (
    <div class="compact-tiles">
      <OneCode
        list="voices"
        look="pictures"
        legend={t.el('steps.whose')}
        // Alone on its screen, it is the heading.
        hideLegend={readingMode === 'easy'}
        hint={t.el('whose.lead')}
        value={value.voice}
        onChange={(voice) => onChange({ ...value, voice })}
      />
    </div>
  );
}

/** Who the person is here as. */
export function RespondentStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  return (
    <OneCode
      list="respondents"
      legend={t.el('steps.respondent')}
      hideLegend
      hint={t.el('whose.respondentHint')}
      value={value.respondent}
      onChange={(respondent) => onChange({ ...value, respondent })}
    />
  );
}

export function FeelingStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  return (
    <div class="compact-tiles compact-tiles--four">
      <OneCode
        list="feelings"
        look="pictures"
        legend={t.el('steps.feeling')}
        hideLegend
        value={value.feeling}
        onChange={(feeling) => onChange({ ...value, feeling })}
      />
    </div>
  );
}

function SaidField({ value, onChange }: Pick<Props, 'value' | 'onChange'>): VNode {
  const t = useText('kind-conversation');
  return (
    <WordsField
      label={t.el('said.label')}
      hint={t.el('said.hint')}
      value={value.said}
      onChange={(said) => onChange({ ...value, said })}
      lang={value.saidLanguage}
      dir={dirOfSpoken(value.saidLanguage)}
      maxLength={8000}
      rows={6}
      own
    />
  );
}
