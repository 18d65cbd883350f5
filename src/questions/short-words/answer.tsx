import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { inOrder } from '../choices.ts';
import type { QuestionType } from '../definition.ts';
import { choiceWordsOf } from '../parts/choice-words.ts';
import { OwnWords } from '../parts/own-words.tsx';
import { PictureChoices } from '../parts/picture-choices.tsx';
import { useTouch } from '../parts/use-touch.ts';
import { useNewest } from '../parts/use-newest.ts';
import type { AnswerProps } from '../views.ts';
import { MAX_WORDS, shortWords, type ShortWordsSettings, type ShortWordsValue } from './schema.ts';
import '../parts/ways-to-say.css';
import './short-words.css';

const EMPTY: ShortWordsValue = { words: '', codes: [], media: [] };

/** Own words in the way that suits: speak, touch a picture, write. Where there are other ways, writing opens on asking. */
export function Answer(props: AnswerProps<ShortWordsSettings, ShortWordsValue>): VNode {
  const t = useText('question-short-words');
  const { settings, value, media } = props;
  const said = value ?? EMPTY;
  // A recording tells of itself when it is kept, and must not undo what was written meanwhile.
  const newest = useNewest(said);
  const hasOtherWays = settings.voice || settings.choices.length > 0;
  const [writing, setWriting] = useState(!hasOtherWays || said.words !== '');
  const words = choiceWordsOf(shortWords as unknown as QuestionType, settings, props);

  const change = (part: Partial<ShortWordsValue>): void => {
    const next = { ...newest.current, ...part };
    newest.current = next;
    props.onChange(isEmpty(next) ? null : next);
  };
  const toggled = (code: string): string[] =>
    said.codes.includes(code) ? said.codes.filter((other) => other !== code) : [...said.codes, code];
  const touch = useTouch<ShortWordsValue>(props, {
    keyOf: words.keyOf,
    choose: (code) => change({ codes: toggled(code) }),
    would: (code) =>
      said.codes.includes(code) ? null : { value: { ...newest.current, codes: toggled(code) }, stays: true },
  });

  return (
    <div class="short-words">
      {settings.voice && <media.VoiceNote onChange={(ids) => change({ media: [...ids] })} />}
      {settings.choices.length > 0 && (
        <PictureChoices
          how="many"
          choices={inOrder(settings.choices, props.order)}
          chosen={said.codes}
          touch={touch}
          words={words}
          picture={props.picture}
          labelledBy={props.labelledBy}
        />
      )}
      {writing ? (
        <OwnWords
          label={t.el('write')}
          value={said.words}
          lines={settings.lines}
          maxLength={MAX_WORDS}
          onChange={(written) => change({ words: written })}
        />
      ) : (
        <Button icon="pencil" onClick={() => setWriting(true)}>
          {t.el('writeInstead')}
        </Button>
      )}
    </div>
  );
}

function isEmpty({ words, codes, media }: ShortWordsValue): boolean {
  return words.trim() === '' && codes.length === 0 && media.length === 0;
}
