import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { ManyCodes } from '../code-choices.tsx';
import { ThemeTiles } from '../theme-tiles.tsx';
import type { StepProps } from '../views.ts';
import type { ConversationDraft } from './draft.ts';

type Props = StepProps<ConversationDraft>;

/** Themes it touches: what people speak of most stands first. */
export function AboutStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  return (
    <ThemeTiles
      many
      legend={t.el('steps.about')}
      hideLegend
      hint={t.el('touches.lead')}
      value={value.themes}
      onChange={(themes) => onChange({ ...value, themes })}
    />
  );
}

/** Services it touches: a long list, so there is a way to find one by a few letters. */
export function ServicesStep({ value, onChange }: Props): VNode {
  const t = useText('kind-conversation');
  const [sought, setSought] = useState('');
  return (
    <Stack>
      <TextField label={t.el('touches.search')} value={sought} onChange={setSought} />
      <ManyCodes
        list="services"
        legend={t.el('touches.services')}
        hideLegend
        sought={sought}
        noneFound={t.el('touches.noneFound')}
        value={value.services}
        onChange={(services) => onChange({ ...value, services })}
      />
    </Stack>
  );
}
