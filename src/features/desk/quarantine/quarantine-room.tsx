import { useCallback, useState } from 'preact/hooks';
import type { Quarantined } from '../../../domain/desk.ts';
import { isProblemCode } from '../../../domain/problems.ts';
import { dateTime } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useDesk } from '../desk-context.ts';
import { Page } from '../frame/page.tsx';
import { kindName } from '../kind-name.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { offerFile } from './offer-file.ts';

/** What arrived and could not be filed: why, what to do next, and the way to try again or keep a copy. */
export function QuarantineRoom() {
  const t = useText('desk-quarantine');
  const { client, countsChanged } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.quarantine(), [client]));
  const { busy, problem: actProblem, act } = useAct();
  const [said, setSaid] = useState('');

  async function retry(items: readonly Quarantined[]): Promise<void> {
    let done = 0;
    await act(async () => {
      for (const item of items) {
        setSaid(t('retrying', { done: done + 1, all: items.length }));
        await client.retryParked(item.inboxId);
        done += 1;
      }
    });
    setSaid(done === 0 ? '' : t('retried', { count: done }));
    await again();
    countsChanged();
  }

  return (
    <Page
      title={t.el('title')}
      aside={
        value !== null &&
        value.total > 0 && <span class="desk-count desk-count--look">{t('total', { count: value.total })}</span>
      }
    >
      <p class="desk-quiet">{t.el('why')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {actProblem !== null && <ProblemNotice problem={actProblem} />}
      <LiveRegion visible>{value === null && problem === null ? t('loading') : said}</LiveRegion>
      {value !== null && value.items.length === 0 && <EmptyState title={t.el('empty')}>{t.el('emptyHint')}</EmptyState>}
      {value !== null && value.items.length > 0 && (
        <>
          <div class="desk-form__end">
            <Button icon="refresh" busy={busy} onClick={() => void retry(value.items)}>
              {t.el('retryAll')}
            </Button>
            <span class="desk-quiet">{t.el('exportHint')}</span>
          </div>
          {value.total > value.items.length && <p class="desk-quiet">{t.el('shown', { count: value.items.length })}</p>}
          <ul class="desk-sheets">
            {value.items.map((item) => (
              <ParkedItem
                key={item.inboxId}
                item={item}
                busy={busy}
                onRetry={() => void retry([item])}
                onExport={() =>
                  void act(async () => {
                    offerFile(`parked-${item.opId ?? item.inboxId}.json`, await client.exportParked(item.inboxId));
                  })
                }
              />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function ParkedItem(props: { item: Quarantined; busy: boolean; onRetry: () => void; onExport: () => void }) {
  const t = useText('desk-quarantine');
  const { language } = useLanguage();
  const { item } = props;
  const reason = isProblemCode(item.reason) ? item.reason : 'does-not-fit';
  return (
    <li class="desk-sheet">
      <p class="desk-sheet__top">
        <strong>{item.kind === '' ? '' : kindName(t, item.kind)}</strong>
        <span class="desk-quiet">
          {item.deviceLabel === null || item.seq === null
            ? t.el('fromUnknown')
            : t.el('from', { label: item.deviceLabel, seq: item.seq })}
        </span>
        <span class="desk-quiet">{t.el('arrived', { date: dateTime(language, item.receivedAt) })}</span>
      </p>
      <p class="desk-sheet__reason">{t.el(`problems:${reason}`)}</p>
      <details class="desk-details">
        <summary>{t.el('detail')}</summary>
        <p>{t.el('attempts', { count: item.attempts })}</p>
        {item.detail !== '' && <p dir="auto">{item.detail}</p>}
        {item.opId !== null && (
          <p>
            {t.el('operation')}: <code>{item.opId}</code>
          </p>
        )}
      </details>
      <div class="desk-form__end">
        <Button icon="refresh" busy={props.busy} onClick={props.onRetry}>
          {t.el('retry')}
        </Button>
        <Button look="quiet" icon="download" onClick={props.onExport}>
          {t.el('export')}
        </Button>
      </div>
    </li>
  );
}
