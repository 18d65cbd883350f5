import { Row } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

const nothing = (): void => undefined;

export const specimens: Specimens = {
  looks: ({ t }) => (
    <Row>
      <Button look="main" icon="next" iconAt="end" onClick={nothing}>
        {t('button.next')}
      </Button>
      <Button icon="edit" onClick={nothing}>
        {t('button.change')}
      </Button>
      <Button look="quiet" onClick={nothing}>
        {t('button.notNow')}
      </Button>
      <Button look="careful" icon="trash" onClick={nothing}>
        {t('button.throwAway')}
      </Button>
    </Row>
  ),
  offAndBusy: ({ t }) => (
    <Row>
      <Button look="main" disabled onClick={nothing}>
        {t('button.next')}
      </Button>
      <Button busy icon="send" onClick={nothing}>
        {t('button.sending')}
      </Button>
      <Button href="#main">{t('button.link')}</Button>
    </Row>
  ),
  wide: ({ t }) => (
    <Button look="main" wide icon="conversation" onClick={nothing}>
      {t('button.long')}
    </Button>
  ),
  signs: ({ t }) => (
    <Row>
      <IconButton icon="sun" label={t('button.sun')} pressed={false} onClick={nothing} />
      <IconButton icon="sun" label={t('button.sunOn')} pressed onClick={nothing} />
      <IconButton icon="lock" label={t('button.lock')} onClick={nothing} />
      <IconButton icon="back" label={t('button.back')} href="#main" />
      <IconButton icon="send" label={t('button.sending')} disabled />
    </Row>
  ),
};
