import { useState } from 'preact/hooks';
import { KIND_PICTURES } from '../pictures/kinds.ts';
import { Picture } from '../pictures/picture.tsx';
import type { Specimens } from '../specimen.ts';
import { PictureCard, PictureGrid } from './picture-card.tsx';

export const specimens: Specimens = {
  grid: ({ t }) => {
    const [on, setOn] = useState(true);
    return (
      <PictureGrid label={t('cards.label')}>
        <PictureCard
          look="lead"
          picture={<Picture art={KIND_PICTURES.conversation} alt="" />}
          label={t('cards.talk')}
          detail={t('cards.talkDetail')}
          onClick={() => undefined}
        />
        <PictureCard
          picture={<Picture art={KIND_PICTURES['quick-note']} alt="" />}
          label={t('cards.note')}
          href="#main"
        />
        <PictureCard
          picture={<Picture art={KIND_PICTURES['immediate-need']} alt="" />}
          label={t('cards.need')}
          pressed={on}
          onClick={() => setOn(!on)}
        />
        <PictureCard picture={<Picture art={KIND_PICTURES.promise} alt="" />} label={t('cards.promise')} />
      </PictureGrid>
    );
  },
};
