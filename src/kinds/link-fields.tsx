import type { ComponentChildren, VNode } from 'preact';
import type { PlaceLink } from '../domain/place.ts';
import { Stack } from '../ui/screen/screen.tsx';
import { OneCode } from './code-choices.tsx';
import type { CapturePlaces } from './views.ts';

/** Another entry, and how the two belong together: loosely, until somebody says how. */
export function LinkFields(props: {
  label: ComponentChildren;
  how: ComponentChildren;
  value: PlaceLink | null;
  onChange: (link: PlaceLink | null) => void;
  except: readonly string[];
  places: CapturePlaces;
}): VNode {
  const { value, onChange, places } = props;
  const entries = places.useEntries();
  const name = entries?.find(({ entryId }) => entryId === value?.to)?.name ?? '';
  return (
    <Stack room="small">
      <places.PickEntry
        label={props.label}
        value={value === null ? null : { entryId: value.to, name }}
        except={props.except}
        onChange={(entry) => onChange(entry === null ? null : { to: entry.entryId, how: 'related' })}
      />
      {value !== null && (
        <OneCode
          list="linkKinds"
          legend={props.how}
          value={value.how}
          onChange={(how) => onChange({ ...value, how })}
        />
      )}
    </Stack>
  );
}
