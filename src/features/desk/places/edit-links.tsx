import { useCallback } from 'preact/hooks';
import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { LISTS } from '../../../domain/lists/lists.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { Select } from '../select.tsx';
import { useAsked } from '../use-asked.ts';
import { FindEntry } from './find-entry.tsx';
import type { ChosenLink } from './place-edit.ts';

type Links = PlaceDraft['links'];

/** Who is linked to whom: this group meets there, is part of that community. */
export function EditLinks(props: {
  of: string | null;
  value: Links;
  onChange: (links: Links) => void;
  /** What is being chosen, and is not yet among the others. */
  link: ChosenLink;
  onLink: (link: ChosenLink) => void;
  onAdd: () => void;
}) {
  const t = useText('desk-places');
  const { client } = useDesk();
  const { value: list, problem, again } = useAsked(useCallback(() => client.places(), [client]));
  const { link: chosen, onLink } = props;
  const lines = list?.places ?? [];
  const live = lines.filter(({ entry }) => entry.mergedInto === null && !entry.closed && entry.entryId !== props.of);
  const nameOf = (id: string): string => lines.find(({ entry }) => entry.entryId === id)?.entry.name ?? '';
  return (
    <fieldset class="places-many">
      <legend class="desk-label">{t.el('linked')}</legend>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {list === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {props.value.map((link) => (
        <div class="places-desk__line" key={`${link.to} ${link.how}`}>
          <p>
            {t.el(`lists:linkKinds.${link.how}`)} <Bdi>{nameOf(link.to)}</Bdi>
          </p>
          <Button icon="trash" look="quiet" onClick={() => props.onChange(props.value.filter((one) => one !== link))}>
            {t.el('links.remove')}
          </Button>
        </div>
      ))}
      {list !== null && props.value.length < 60 && (
        <div class="places-filter">
          <Select
            label={t.el('links.how')}
            value={chosen.how}
            options={LISTS.linkKinds.map((value) => ({ value, label: t(`lists:linkKinds.${value}`) }))}
            onChange={(how) => onLink({ ...chosen, how })}
          />
          <FindEntry
            label={t.el('links.to')}
            lines={live}
            value={chosen.to}
            onChange={(to) => onLink({ ...chosen, to })}
          />
          <Button icon="plus" disabled={chosen.to === ''} onClick={props.onAdd}>
            {t.el('links.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
