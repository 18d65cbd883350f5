import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditLending, EditProps } from '../views.ts';
import { SCENE_REGIONS, SCENES, type Scene } from './regions.ts';
import { regionsOf, type TapSettings } from './schema.ts';

const CELLS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
type OwnSettings = Extract<TapSettings, { kind: 'own' }>;
type SceneSettings = Extract<TapSettings, { kind: 'scene' }>;

export function Edit({ settings, onChange, lend }: EditProps<TapSettings>): VNode {
  const t = useText('question-tap-picture');
  const change = (next: TapSettings): void => {
    const parts = regionsOf(next).length;
    onChange({ ...next, most: Math.max(1, Math.min(next.most, parts)) });
  };
  const begin = (picture: Scene | 'own'): void => {
    if (picture === 'own') change({ kind: 'own', picture: null, cells: [], most: settings.most });
    else {
      const parts = SCENE_REGIONS[picture].map(({ code }) => code);
      change({ kind: 'scene', scene: picture, parts, most: settings.most });
    }
  };
  return (
    <Stack>
      <ChoiceList<Scene | 'own'>
        layout="tiles"
        label={t.el('edit.picture')}
        value={settings.kind === 'own' ? 'own' : settings.scene}
        onChange={begin}
        choices={[
          ...SCENES.map((scene) => ({
            value: scene,
            label: t.el(`edit.scenes.${scene}`),
            picture: <SetPicture name={`scene-${scene}`} alt="" />,
          })),
          { value: 'own' as const, label: t.el('edit.scenes.own') },
        ]}
      />
      {settings.kind === 'scene' ? (
        <SceneParts settings={settings} onChange={change} />
      ) : (
        <OwnParts settings={settings} onChange={change} lend={lend} />
      )}
      <NumberStepper
        label={t.el('edit.most')}
        fewer={t('edit.fewer')}
        more={t('edit.more')}
        min={1}
        max={Math.max(1, regionsOf(settings).length)}
        value={settings.most}
        onChange={(most) => onChange({ ...settings, most })}
      />
    </Stack>
  );
}

function SceneParts(props: { settings: SceneSettings; onChange: (next: TapSettings) => void }): VNode {
  const t = useText('question-tap-picture');
  const { settings, onChange } = props;
  return (
    <ChoiceList
      many
      label={t.el('edit.parts')}
      layout="tiles"
      value={settings.parts}
      onChange={(parts) => onChange({ ...settings, parts })}
      choices={SCENE_REGIONS[settings.scene].map(({ code }) => ({ value: code, label: t.el(`fixed.${code}`) }))}
    />
  );
}

/** Each of the nine parts can have a name. Its code says where it lies and never changes, so that results stay true. */
function OwnParts(props: { settings: OwnSettings; onChange: (next: TapSettings) => void; lend: EditLending }): VNode {
  const t = useText('question-tap-picture');
  const { settings, onChange, lend } = props;
  const tick = (cell: number, on: boolean): void => {
    const others = settings.cells.filter((one) => one.cell !== cell);
    const code = freeCode(cell, others);
    onChange({ ...settings, cells: (on ? [...others, { code, cell }] : others).sort((a, b) => a.cell - b.cell) });
  };
  return (
    <>
      <lend.PictureOf
        value={settings.picture}
        label={t('edit.own')}
        onChange={(picture) => onChange({ ...settings, picture })}
      />
      <fieldset>
        <legend>{t.el('edit.cells')}</legend>
        <Stack room="small">
          <p>{t.el('edit.cellsHint')}</p>
          {CELLS.map((cell) => {
            const named = settings.cells.find((one) => one.cell === cell);
            return (
              <div key={cell}>
                <EditTick
                  label={t.el(`edit.cell.${cell}`)}
                  value={named !== undefined}
                  onChange={(on) => tick(cell, on)}
                />
                {named !== undefined && (
                  <lend.TextOf
                    textKey={`o.${named.code}`}
                    label={t('edit.nameOf', { where: t(`edit.cell.${cell}`) })}
                  />
                )}
              </div>
            );
          })}
        </Stack>
      </fieldset>
    </>
  );
}

function freeCode(cell: number, others: OwnSettings['cells']): string {
  const code = `part-${cell + 1}`;
  return others.some((one) => one.code === code) ? `${code}-again` : code;
}
