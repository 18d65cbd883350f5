import type { VNode } from 'preact';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import type { Known } from '../../places/history.ts';
import type { VisitPlace } from '../../places/visit-place.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { BeforeYouGo } from '../before-you-go.tsx';
import { useOwedAll } from '../use-owed-all.ts';

/** What is known of the place that was chosen, before anybody sets out: an older server tells only its notes. */
export function KnownPlace(props: { place: VisitPlace | undefined; known: Known | null; today: string }): VNode | null {
  const t = useText('visits');
  const owed = useOwedAll();
  const { place, known, today } = props;
  if (known !== null) return <BeforeYouGo brief known={known} owed={owed} today={today} />;
  if (place === undefined || place.notes === '') return null;
  return (
    <Notice title={t.el('start.notes')}>
      <Bdi>{place.notes}</Bdi>
    </Notice>
  );
}
