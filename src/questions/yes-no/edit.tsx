import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditProps } from '../views.ts';
import { yesNo, type YesNoSettings } from './schema.ts';

/** Scenes in the place of the plain signs, and something between yes and no. */
export function Edit({ settings, onChange, lend }: EditProps<YesNoSettings>): VNode {
  const t = useText('question-yes-no');
  const { pictures } = settings;
  return (
    <Stack>
      <EditTick label={t.el('edit.some')} value={settings.some} onChange={(some) => onChange({ ...settings, some })} />
      {settings.some && <lend.TextOf textKey="o.some" label={t('edit.someWords')} />}
      <p>{t.el('edit.picturesHint')}</p>
      {yesNo.choices(settings).map(({ code }) => (
        <lend.PictureOf
          key={code}
          value={pictures[code as keyof typeof pictures]}
          label={t(`edit.pictures.${code}`)}
          onChange={(picture) => onChange({ ...settings, pictures: { ...pictures, [code]: picture } })}
        />
      ))}
    </Stack>
  );
}
