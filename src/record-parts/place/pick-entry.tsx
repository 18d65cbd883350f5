import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { DirectoryEntry } from '../../domain/directory.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Row, Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { useEntries } from './entries.ts';

/** More than this is found by a few letters. */
const SHOWN = 8;

/** One entry of the directory: the few there are, or those whose name has these letters. */
export function PickEntry(props: {
  label: ComponentChildren;
  value: { readonly entryId: string; readonly name: string } | null;
  onChange: (entry: DirectoryEntry | null) => void;
  except?: readonly string[];
}): VNode {
  const t = useText('place-parts');
  const entries = useEntries();
  const [sought, setSought] = useState('');
  const found = useMemo(() => foundIn(entries ?? [], sought, props.except ?? []), [entries, sought, props.except]);
  if (props.value !== null) {
    return (
      <Row>
        <span>
          {props.label} <Bdi>{props.value.name}</Bdi>
        </span>
        <Button look="quiet" onClick={() => props.onChange(null)}>
          {t.el('entry.change')}
        </Button>
      </Row>
    );
  }
  if (entries === null) return <p>{t.el('entry.reading')}</p>;
  if (entries.length === 0) return <p>{t.el('entry.none')}</p>;
  const shown = found.slice(0, SHOWN);
  return (
    <Stack room="small">
      {entries.length > SHOWN && <TextField label={t.el('entry.search')} value={sought} onChange={setSought} />}
      <ChoiceList
        label={props.label}
        hint={shown.length === 0 ? t.el('entry.noneFound') : undefined}
        choices={shown.map((entry) => ({
          value: entry.entryId,
          label: <Bdi>{entry.name}</Bdi>,
          detail: t.el(`lists:entryTypes.${entry.type}`),
        }))}
        value={null}
        onChange={(id) => props.onChange(shown.find(({ entryId }) => entryId === id) ?? null)}
      />
      {found.length > shown.length && <p>{t.el('entry.more', { count: found.length - shown.length })}</p>}
    </Stack>
  );
}

function foundIn(
  entries: readonly DirectoryEntry[],
  sought: string,
  except: readonly string[],
): readonly DirectoryEntry[] {
  const letters = plain(sought.trim());
  return entries.filter(
    ({ entryId, name, alsoCalled }) =>
      !except.includes(entryId) && [name, ...alsoCalled].some((one) => plain(one).includes(letters)),
  );
}

/** Without capitals and accents: what is typed in a hurry still finds it. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
