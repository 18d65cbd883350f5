import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { looksPersonal } from '../../domain/looks-personal.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Row, Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { useEntries } from './entries.ts';

/** As many as stand in sight beside each other. */
const OFFERED = 6;

/** The council area in words: those the directory knows are one tap, any other is typed. */
export function CouncilField(props: { value: string; onChange: (words: string) => void }): VNode {
  const t = useText('place-parts');
  const entries = useEntries();
  const known = useMemo(() => {
    const all = (entries ?? []).flatMap(({ council, where }) => [council, where.as === 'council' ? where.council : '']);
    return [...new Set(all)].filter((one) => one !== '').sort((a, b) => a.localeCompare(b));
  }, [entries]);
  const found = looksPersonal(props.value).map(({ looksLike }) => looksLike);
  const tooClose = found.includes('position') ? 'noPosition' : found.includes('postcode') ? 'noPostcode' : null;
  return (
    <Stack room="small">
      <TextField
        label={t.el('where.council')}
        hint={t.el('where.councilHint')}
        value={props.value}
        maxLength={120}
        onChange={props.onChange}
        {...(tooClose === null ? {} : { problem: t.el(`where.${tooClose}`) })}
      />
      {props.value === '' && known.length > 0 && (
        <Row>
          {known.slice(0, OFFERED).map((one) => (
            <Button key={one} look="quiet" onClick={() => props.onChange(one)}>
              <Bdi>{one}</Bdi>
            </Button>
          ))}
        </Row>
      )}
    </Stack>
  );
}
