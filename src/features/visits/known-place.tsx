import type { VNode } from 'preact';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import type { Directory } from '../../places/history.ts';
import type { VisitPlace } from '../../places/visit-place.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { BeforeYouGo } from '../before-you-go.tsx';
import { useOwedAll } from '../use-owed-all.ts';

/** What is known of the place that was chosen, and of the group, before anybody sets out: an older server tells only notes. */
export function KnownPlace(props: { place: VisitPlace; directory: Directory; today: string }): VNode | null {
  const t = useText('visits');
  const owed = useOwedAll();
  const { about, notes } = props.place;
  if (about.length > 0)
    return (
      <>
        {about.map((known) => (
          <BeforeYouGo
            key={known.entry.entryId}
            brief
            headed={about.length > 1}
            known={known}
            owed={owed}
            directory={props.directory}
            today={props.today}
          />
        ))}
      </>
    );
  if (notes === '') return null;
  return (
    <Notice title={t.el('start.notes')}>
      <Bdi>{notes}</Bdi>
    </Notice>
  );
}
