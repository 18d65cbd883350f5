import { useState } from 'preact/hooks';
import type { Specimens } from '../specimen.ts';
import { NameTile, NameTiles } from './name-tile.tsx';

export const specimens: Specimens = {
  team: ({ t }) => {
    const [chosen, setChosen] = useState('b');
    const names = { a: t('names.a'), b: t('names.b'), c: t('names.c'), d: t('names.d') };
    return (
      <NameTiles label={t('names.label')}>
        {Object.entries(names).map(([id, name]) => (
          <NameTile
            key={id}
            name={name}
            chosen={chosen === id}
            detail={id === 'a' ? t('names.drafts') : undefined}
            onClick={() => setChosen(id)}
          />
        ))}
      </NameTiles>
    );
  },
};
