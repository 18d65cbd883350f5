import { useState } from 'preact/hooks';
import type { Sheet } from '../../domain/place.ts';
import type { Specimens } from '../../ui/specimen.ts';
import { SheetEditor } from './sheet-editor.tsx';
import { SheetView } from './sheet-view.tsx';

const plan = (t: (key: string) => string): Sheet => ({
  photo: null,
  shape: 4 / 3,
  marks: [
    { as: 'pin', points: [[220, 310]], says: t('map.tap') },
    {
      as: 'line',
      points: [
        [60, 820],
        [420, 700],
        [930, 760],
      ],
      says: t('map.path'),
    },
    {
      as: 'area',
      points: [
        [560, 140],
        [900, 160],
        [860, 480],
        [540, 430],
      ],
      says: '',
    },
  ],
});

export const specimens: Specimens = {
  sheetEditor: ({ t }) => {
    const [value, setValue] = useState(() => plan(t));
    return <SheetEditor value={value} onChange={setValue} photoUrl={null} label={t('map.sheet')} />;
  },
  sheetView: ({ t }) => <SheetView sheet={plan(t)} photoUrl={null} label={t('map.sheet')} />,
};
