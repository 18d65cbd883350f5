import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import type { Choice } from '../ui/choice-list/choice-list.tsx';
import { Row, Stack } from '../ui/screen/screen.tsx';
import { dirOfSpoken, nameIn, ownName, SPOKEN_LANGUAGES } from './spoken-languages.ts';

/** Languages people speak: the chosen ones in sight, the long list only while somebody chooses. Own names come first. */
export function SpokenFold(props: {
  label: ComponentChildren;
  chosen: readonly string[];
  /** Draws the list to choose from, one or many. */
  list: (choices: readonly Choice<string>[]) => VNode;
}): VNode {
  const t = useText('common');
  const { language } = useLanguage();
  const [choosing, setChoosing] = useState(false);
  const own = (tag: string) => (
    <bdi lang={tag} dir={dirOfSpoken(tag)}>
      {ownName(tag)}
    </bdi>
  );
  if (!choosing) {
    return (
      <Row>
        <span>
          {props.label}{' '}
          {props.chosen.map((tag, at) => (
            <strong key={tag}>
              {at > 0 && ' · '}
              {own(tag)}
            </strong>
          ))}
        </span>
        <Button look="quiet" onClick={() => setChoosing(true)}>
          {t.el(props.chosen.length === 0 ? 'add' : 'change')}
        </Button>
      </Row>
    );
  }
  return (
    <Stack room="small">
      {props.list(
        SPOKEN_LANGUAGES.map((tag) => ({ value: tag, label: own(tag), detail: <bdi>{nameIn(tag, language)}</bdi> })),
      )}
      <Button onClick={() => setChoosing(false)}>{t.el('done')}</Button>
    </Stack>
  );
}
