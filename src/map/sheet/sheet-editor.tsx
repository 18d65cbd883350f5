import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Sheet } from '../../domain/place.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Row, Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { addSpot, addStroke, finish, remove, say, undo, type Plan, type SheetSpot, type Tool } from './plan.ts';
import { SheetPicture } from './sheet-picture.tsx';
import { spotUnder, SQUARES, useDrawing } from './use-drawing.ts';

const TOOLS: readonly Tool[] = ['pin', 'line', 'area'];
const LONGEST = 80;

/**
 * A plan drawn with the people who live there: a blank sheet, or a photo of a thing. By touch, by stroke, or by keys that
 * go over it in twenty squares. It knows no position on the earth. Controlled; every touch is told, half a line too.
 */
export function SheetEditor(props: {
  value: Sheet;
  onChange: (sheet: Sheet) => void;
  photoUrl: string | null;
  label: string;
}): VNode {
  const t = useText('map');
  const { value, onChange } = props;
  const [tool, setTool] = useState<Tool>('pin');
  const [open, setOpen] = useState<number | null>(null);
  const plan: Plan = { marks: value.marks, open };
  const set = (next: Plan): void => {
    setOpen(next.open);
    if (next.marks !== value.marks) onChange({ ...value, marks: [...next.marks] });
  };
  const drawing = useDrawing({
    touch: (spot) => set(addSpot(plan, tool, spot)),
    stroke: (path) => set(addStroke(plan, tool, path)),
    undo: () => value.marks.length > 0 && set(undo(plan)),
  });
  const choose = (next: Tool): void => {
    setTool(next);
    set(finish(plan));
  };
  return (
    <Stack>
      <ChoiceList
        layout="tiles"
        label={t.el('sheet.tool')}
        choices={TOOLS.map((one) => ({ value: one, label: t.el(`sheet.tools.${one}`) }))}
        value={tool}
        onChange={choose}
      />
      <p>{t.el(`sheet.how.${tool}`)}</p>
      <div class="sheet">
        <SheetPicture sheet={value} photoUrl={props.photoUrl}>
          <Stroke path={drawing.path} tool={tool} />
          {drawing.cursor !== null && <Cross at={spotUnder(drawing.cursor)} />}
          <button
            type="button"
            class={`sheet__touch sheet__touch--${tool}`}
            aria-label={`${props.label}. ${t('sheet.keys')}`}
            {...drawing.on}
          />
        </SheetPicture>
      </div>
      <LiveRegion>
        {drawing.cursor === null
          ? ''
          : t('sheet.at', { column: drawing.cursor.column + 1, row: drawing.cursor.row + 1, of: SQUARES })}
      </LiveRegion>
      <Row>
        {open !== null && (
          <Button look="main" icon="check" onClick={() => set(finish(plan))}>
            {t.el(`sheet.done.${tool}`)}
          </Button>
        )}
        {value.marks.length > 0 && (
          <Button icon="history" onClick={() => set(undo(plan))}>
            {t.el('sheet.undo')}
          </Button>
        )}
      </Row>
      {value.marks.length > 0 && (
        <ol class="sheet__legend" aria-label={t('sheet.marks')}>
          {value.marks.map(({ as, says }, at) => (
            <li key={at} class="sheet__entry">
              <TextField
                label={t.el('sheet.what', { number: at + 1, kind: t(`sheet.kinds.${as}`) })}
                value={says}
                maxLength={LONGEST}
                onChange={(words) => set(say(plan, at, words))}
              />
              <Button look="quiet" icon="trash" onClick={() => set(remove(plan, at))}>
                {t.el('sheet.remove', { number: at + 1 })}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </Stack>
  );
}

/** What the finger is drawing now. */
function Stroke({ path, tool }: { path: readonly SheetSpot[]; tool: Tool }): VNode | null {
  if (tool === 'pin' || path.length < 2) return null;
  return (
    <svg class="sheet__drawing" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <polyline class="sheet__line" points={path.map((spot) => spot.join(',')).join(' ')} />
    </svg>
  );
}

function Cross({ at: [across, down] }: { at: SheetSpot }): VNode {
  return (
    <span
      class="sheet__cross"
      style={{ insetInlineStart: `${across / 10}%`, insetBlockStart: `${down / 10}%` }}
      aria-hidden="true"
    />
  );
}
