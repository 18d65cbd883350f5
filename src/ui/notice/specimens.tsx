import { Button } from '../button/button.tsx';
import { Stack } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { DraftLanguageNote } from './draft-language-note.tsx';
import { Notice } from './notice.tsx';

export const specimens: Specimens = {
  tones: ({ t }) => (
    <Stack>
      <Notice>{t('notice.plain')}</Notice>
      <Notice tone="good" title={t('notice.goodTitle')}>
        {t('notice.good')}
      </Notice>
      <Notice tone="waiting">{t('notice.waiting')}</Notice>
      <Notice
        tone="careful"
        title={t('notice.carefulTitle')}
        actions={<Button onClick={() => undefined}>{t('common:tryAgain')}</Button>}
      >
        {t('notice.careful')}
      </Notice>
    </Stack>
  ),
  draftLanguage: ({ t }) => <DraftLanguageNote label={t('common:notCheckedYet')} why={t('common:notCheckedYetWhy')} />,
};
