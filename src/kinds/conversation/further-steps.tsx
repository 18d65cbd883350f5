import type { VNode } from 'preact';
import { LISTS, type CodeOf } from '../../domain/lists/lists.ts';
import { useText } from '../../i18n/use-text.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { ManyCodes } from '../code-choices.tsx';
import { WordsField } from '../words-field.tsx';
import type { StepProps } from '../views.ts';
import type { ConversationDraft } from './draft.ts';

type Props = StepProps<ConversationDraft>;
type Prompt = ConversationDraft['prompts'][number];

/** A few things that are often forgotten. Each is ticked or left out; an untouched one is simply not there. */
export function PromptsStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  const l = useText('lists');
  const put = (code: CodeOf<'prompts'>, change: Partial<Prompt>) => {
    const before = value.prompts.find((entry) => entry.prompt === code);
    const next: Prompt = { prompt: code, covered: 'ticked', said: '', ...before, ...change };
    const rest = value.prompts.filter((entry) => entry.prompt !== code);
    const order = LISTS.prompts as readonly string[];
    const prompts = [...rest, next].sort((a, b) => order.indexOf(a.prompt) - order.indexOf(b.prompt));
    onChange({ ...value, prompts });
  };
  return (
    <Stack>
      <p>{t.el('prompts.lead')}</p>
      {LISTS.prompts.map((code) => {
        const entry = value.prompts.find((one) => one.prompt === code);
        return (
          <div key={code} class="prompt-pair">
            <ChoiceList
              label={l.el(`prompts.${code}`)}
              layout="tiles"
              choices={[
                { value: 'ticked', label: t.el('prompts.ticked') },
                { value: 'skipped', label: t.el('prompts.skipped') },
              ]}
              value={entry?.covered ?? null}
              onChange={(covered) => put(code, covered === 'skipped' ? { covered, said: '' } : { covered })}
            />
            {entry?.covered === 'ticked' && (
              <WordsField
                label={t.el('prompts.said')}
                value={entry.said}
                onChange={(said) => put(code, { said })}
                maxLength={2000}
                rows={2}
              />
            )}
          </div>
        );
      })}
    </Stack>
  );
}

export function AccessStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  return (
    <Stack>
      <ManyCodes
        list="access"
        legend={t.el('steps.access')}
        hideLegend
        hint={t.el('access.lead')}
        value={value.access}
        onChange={(access) => onChange({ ...value, access })}
      />
      <WordsField
        label={t.el('access.note')}
        value={value.accessNote}
        onChange={(accessNote) => onChange({ ...value, accessNote })}
        maxLength={400}
        rows={2}
      />
    </Stack>
  );
}

/** A thing, a place, a drawing. Never people. */
export function PhotoStep({ media }: Props): VNode {
  const t = useText('kind-conversation');
  return (
    <Stack>
      <p>{t.el('photo.lead')}</p>
      <media.PhotosOfThings label={t('photo.label')} />
    </Stack>
  );
}
