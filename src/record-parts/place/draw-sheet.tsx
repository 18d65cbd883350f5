import type { ComponentProps, ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Sheet } from '../../domain/place.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { SheetEditor } from '../../map/sheet/sheet-editor.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Row, Stack } from '../../ui/screen/screen.tsx';
import { useKeeper } from '../keeping/use-keeper.ts';
import { useRecordHold } from '../record-hold.ts';

type EditorProps = ComponentProps<typeof SheetEditor>;

/** A sheet of paper lying down; a photo has its own shape. */
const PAPER = 4 / 3;

/** A plan drawn with residents, on a blank sheet or over one of the record's own photos. It holds no position. */
export function DrawSheet(props: { value: Sheet | null; onChange: (sheet: Sheet | null) => void }): VNode {
  const t = useText('place-parts');
  const { keeper, urls } = useRecordHold();
  const draft = useKeeper(keeper);
  const photos = draft.media.filter(({ role }) => role === 'photo');
  const { value, onChange } = props;
  if (value === null) {
    return (
      <Stack room="small">
        <p>{t.el('sheet.lead')}</p>
        <Row>
          <Button onClick={() => onChange({ photo: null, shape: PAPER, marks: [] })}>{t.el('sheet.blank')}</Button>
          {photos.map(({ id }, at) => (
            <Button
              key={id}
              onClick={() =>
                void shapeOf(urls.get(id) ?? null).then((shape) => onChange({ photo: id, shape, marks: [] }))
              }
            >
              {t.el('sheet.onPhoto', { number: at + 1 })}
            </Button>
          ))}
        </Row>
      </Stack>
    );
  }
  return (
    <Stack room="small">
      <Editor
        value={value}
        onChange={onChange}
        photoUrl={value.photo === null ? null : (urls.get(value.photo) ?? null)}
        label={t('sheet.label')}
      />
      <Button look="quiet" icon="trash" onClick={() => onChange(null)}>
        {t.el('sheet.remove')}
      </Button>
    </Stack>
  );
}

/** Drawing is fetched when somebody draws. */
function Editor(props: EditorProps): VNode {
  const t = useText('place-parts');
  const [View, setView] = useState<ComponentType<EditorProps> | 'failed' | null>(null);
  useEffect(() => {
    let left = false;
    import('../../map/sheet/sheet-editor.tsx').then(
      (loaded) => !left && setView(() => loaded.SheetEditor),
      () => !left && setView('failed'),
    );
    return () => {
      left = true;
    };
  }, []);
  if (View === null) return <p>{t.el('sheet.comes')}</p>;
  if (View === 'failed') return <Notice tone="careful">{t.el('sheet.not')}</Notice>;
  return <View {...props} />;
}

/** Width divided by height of a photo, within what a sheet may have. */
async function shapeOf(url: string | null): Promise<number> {
  if (url === null) return PAPER;
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
  } catch {
    return PAPER;
  }
  return Math.min(5, Math.max(0.2, picture.naturalWidth / picture.naturalHeight)) || PAPER;
}
