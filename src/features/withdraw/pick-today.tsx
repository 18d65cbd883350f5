import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { time } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { localDay } from '../local-day.ts';
import { todaysRecords, type TodaysRecord } from './todays-records.ts';

const MOST_ROWS = 500;

/** "Today, this tablet", by time and kind, for somebody who has no code and is here. */
export function PickToday(props: {
  value: string | null;
  onChange: (entityId: string) => void;
  needed: boolean;
}): VNode | null {
  const t = useText('withdraw');
  const { language } = useLanguage();
  const { outbox, clock } = useServices();
  const [records, setRecords] = useState<readonly TodaysRecord[] | null>(null);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const rows = await outbox.list(MOST_ROWS).catch(() => []);
      const dayOf = (iso: string) => localDay(Date.parse(iso));
      if (!left) setRecords(todaysRecords(rows, localDay(clock.wallMs()), dayOf));
    };
    void read();
    const stop = outbox.subscribe(() => void read());
    return () => {
      left = true;
      stop();
    };
  }, [outbox, clock]);

  if (records === null) return null;
  if (records.length === 0) return <p>{t.el('pickNone')}</p>;
  return (
    <Stack room="small">
      <p>{t.el('pickLead')}</p>
      <ChoiceList
        label={t.el('pickLegend')}
        choices={records.map((record) => ({
          value: record.entityId,
          label: time(language, record.finishedAt),
          detail: t.el(`kind-${record.kind}:name`),
        }))}
        value={props.value}
        onChange={props.onChange}
        {...(props.needed ? { problem: t.el('pickNeeded') } : {})}
      />
    </Stack>
  );
}
