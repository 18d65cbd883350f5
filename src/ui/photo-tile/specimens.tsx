import { useState } from 'preact/hooks';
import { Stack } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { PhotoTile, TakePhoto } from './photo-tile.tsx';

const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAKnT0AAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

export const specimens: Specimens = {
  withCaption: ({ t }) => {
    const [caption, setCaption] = useState('');
    return (
      <Stack>
        <PhotoTile
          url={DOT}
          alt={t('photo.alt')}
          caption={caption}
          captionLabel={t('photo.caption')}
          onCaption={setCaption}
          remove={{ label: t('common:remove'), onClick: () => undefined }}
        />
        <PhotoTile url={null} alt={t('photo.alt')} caption={t('photo.shown')} captionLabel={t('photo.caption')} />
        <TakePhoto onPhoto={() => undefined}>{t('photo.take')}</TakePhoto>
      </Stack>
    );
  },
};
