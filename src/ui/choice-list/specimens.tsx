import { useState } from 'preact/hooks';
import { FEELING_PICTURES } from '../pictures/feelings.ts';
import { Picture } from '../pictures/picture.tsx';
import { Stack } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { ChoiceList } from './choice-list.tsx';

const PLACES = ['home', 'surgery', 'hall'] as const;
const FEELINGS = Object.keys(FEELING_PICTURES) as (keyof typeof FEELING_PICTURES)[];

export const specimens: Specimens = {
  one: ({ t }) => {
    const [value, setValue] = useState<(typeof PLACES)[number] | null>('surgery');
    return (
      <ChoiceList
        question
        label={t('choice.question')}
        choices={PLACES.map((place) => ({ value: place, label: t(`choice.${place}`) }))}
        value={value}
        onChange={setValue}
      />
    );
  },
  many: ({ t }) => {
    const [value, setValue] = useState<(typeof PLACES)[number][]>(['home', 'hall']);
    return (
      <ChoiceList
        many
        atMost={2}
        label={t('choice.many')}
        hint={t('choice.manyHint')}
        problem={t('choice.problem')}
        choices={PLACES.map((place) => ({ value: place, label: t(`choice.${place}`), detail: t('choice.detail') }))}
        value={value}
        onChange={setValue}
      />
    );
  },
  pictures: ({ t }) => {
    const [value, setValue] = useState<(typeof FEELINGS)[number] | null>('hopeful');
    return (
      <Stack>
        <ChoiceList
          layout="tiles"
          question
          label={t('choice.feeling')}
          choices={FEELINGS.map((feeling) => ({
            value: feeling,
            label: t(`lists:feelings.${feeling}`),
            picture: <Picture art={FEELING_PICTURES[feeling]} alt="" />,
          }))}
          value={value}
          onChange={setValue}
        />
      </Stack>
    );
  },
};
