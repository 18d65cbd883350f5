import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { LISTS } from '../../domain/lists/lists.ts';
import type { EntryType } from '../../domain/place.ts';
import { number } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { Known } from '../../places/history.ts';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Fold } from '../../ui/fold/fold.tsx';
import { is, ONLY, type Around, type Asked, type Only } from './asked.ts';

const ALL = 'all';

interface NarrowProps {
  asked: Asked;
  /** What the words alone find; null while what was seen is still read. */
  found: readonly Known[] | null;
  around: Around;
  onChange: (asked: Asked) => void;
}

/** Narrows the list: folded away, with what is chosen on the fold. Each choice says how many there are. */
export function Narrow(props: NarrowProps): VNode {
  const t = useText('places');
  const { asked } = props;
  const [open, setOpen] = useState(false);
  const chosen = [
    ...(asked.type === null ? [] : [t.el(`lists:entryTypes.${asked.type}`)]),
    ...asked.only.map((only) => t.el(`only.${only}`)),
  ];
  return (
    <Fold title={t.el('narrow')} chosen={chosen} open={open} onToggle={setOpen}>
      {open && props.found !== null && <Choices {...props} found={props.found} />}
    </Fold>
  );
}

/** Counted only while it is open: every count looks through everything that was found. */
function Choices(props: NarrowProps & { found: readonly Known[] }): VNode {
  const t = useText('places');
  const { language } = useLanguage();
  const { asked, found, around, onChange } = props;
  const marks = ONLY.filter((only) => only !== 'near' || around.council !== '');
  const types = LISTS.entryTypes.filter(
    (type) => type === asked.type || found.some(({ entry }) => entry.type === type),
  );
  const count = (only: Only): number => found.filter((known) => is(only, known, around)).length;
  return (
    <>
      <ChoiceList
        layout="tiles"
        label={t.el('type')}
        value={asked.type ?? ALL}
        onChange={(type: EntryType | typeof ALL) => onChange({ ...asked, type: type === ALL ? null : type })}
        choices={[
          { value: ALL, label: t.el('types.all') },
          ...types.map((type) => ({ value: type, label: t.el(`types.${type}`) })),
        ]}
      />
      <ChoiceList
        many
        layout="tiles"
        label={t.el('onlyThose')}
        value={asked.only}
        onChange={(only: Only[]) => onChange({ ...asked, only })}
        choices={marks.map((only) => ({
          value: only,
          label: t.el(`only.${only}`),
          detail: t.el('howMany', { n: number(language, count(only)) }),
        }))}
      />
    </>
  );
}
