import { Stack } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { Card } from './card.tsx';

export const specimens: Specimens = {
  looks: ({ t }) => (
    <Stack>
      <Card labelledBy="card-specimen">
        <h3 id="card-specimen">{t('card.title')}</h3>
        <p>{t('card.words')}</p>
      </Card>
      <Card look="quiet">
        <p>{t('card.words')}</p>
      </Card>
      <Card look="accent">
        <p>{t('card.words')}</p>
      </Card>
      <Card look="careful">
        <p>{t('card.words')}</p>
      </Card>
    </Stack>
  ),
};
