import type { ComponentProps, VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { looksPersonal } from '../domain/looks-personal.ts';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { Row, Stack } from '../ui/screen/screen.tsx';
import { TextArea } from '../ui/text-field/text-area.tsx';
import './kind-views.css';

/**
 * What somebody said, to be written down without names. Where something looks like a name, a phone number or a
 * postcode, a quiet line asks; the writer takes it out or keeps it. Nothing is ever changed without being asked.
 */
export function WordsField(props: ComponentProps<typeof TextArea>): VNode {
  const t = useText('common');
  const [stays, setStays] = useState<readonly string[]>([]);
  const found = useMemo(() => looksPersonal(props.value), [props.value]);
  const first = found.find(({ text }) => !stays.includes(text));
  return (
    <Stack room="small">
      <TextArea {...props} />
      <div aria-live="polite">
        {first !== undefined && (
          <div class="personal-hint">
            <p>
              {t.el(`personal.${first.looksLike}`)} <bdi class="personal-hint__words">{first.text}</bdi>
            </p>
            <Row>
              <Button
                onClick={() =>
                  props.onChange(
                    `${props.value.slice(0, first.at)}${t(`personal.instead.${first.looksLike}`)}${props.value.slice(first.at + first.text.length)}`,
                  )
                }
              >
                {t.el('personal.takeOut')}
              </Button>
              <Button look="quiet" onClick={() => setStays([...stays, first.text])}>
                {t.el('personal.keep')}
              </Button>
            </Row>
          </div>
        )}
      </div>
    </Stack>
  );
}
