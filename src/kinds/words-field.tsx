import type { ComponentProps, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { looksPersonal, withInstead } from '../domain/looks-personal.ts';
import { usePersonalTexts } from '../i18n/personal.ts';
import { useText } from '../i18n/use-text.tsx';
import { PersonalHint } from '../ui/personal-hint/personal-hint.tsx';
import { Stack } from '../ui/screen/screen.tsx';
import { TextArea } from '../ui/text-field/text-area.tsx';
import { useKeptWords } from './kept-words.tsx';
import './kind-views.css';

/**
 * What somebody said, to be written down without names. Where something looks like a name, a phone number, a postcode or
 * a position, a quiet line asks; the writer takes it out or keeps it. Nothing is ever changed without being asked.
 */
export function WordsField(props: ComponentProps<typeof TextArea>): VNode {
  const t = useText('common');
  const personal = usePersonalTexts();
  const { stays, keep } = useKeptWords();
  const found = useMemo(() => looksPersonal(props.value), [props.value]);
  const first = found.find(({ text }) => !stays.includes(text));
  const most = props.maxLength ?? Infinity;
  return (
    <Stack room="small">
      <TextArea {...props} />
      <PersonalHint
        asks={first && personal.asks(first.looksLike)}
        piece={first?.text ?? null}
        takeOut={t.el('personal.takeOut')}
        keep={t.el('personal.keep')}
        onTakeOut={() =>
          first && props.onChange(withInstead(props.value, first, personal.instead(first.looksLike), most))
        }
        onKeep={() => first && keep(first.text)}
      />
    </Stack>
  );
}
