import type { VNode } from 'preact';
import { age } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { Draft } from '../../tablet/drafts.ts';
import { Button } from '../../ui/button/button.tsx';
import { Row } from '../../ui/screen/screen.tsx';

/** A survey is taken up by its own screens, every other record by the capture screen. */
function addressOf({ kind, draftId }: Draft): string {
  return kind === 'survey-response' ? `/survey/${draftId}` : `/capture/${kind}/${draftId}`;
}

/** One unfinished record: its kind and ages, a way back into it, a way to throw it away. */
export function DraftRow(props: { draft: Draft; now: Date; onDiscard: () => void }): VNode {
  const t = useText('drafts');
  const { language } = useLanguage();
  const { draft, now } = props;
  return (
    <li class="list__item drafts__row">
      <div>
        <p class="drafts__kind">
          {t.el(`kind-${draft.kind}:name`)}
          {draft.amends !== null && <> · {t.el('addition')}</>}
        </p>
        <p class="drafts__small">
          {t.el('begun', { age: age(language, draft.startedAt, now) })}
          {' · '}
          {t.el('changed', { age: age(language, draft.updatedAt, now) })}
        </p>
      </div>
      <Row>
        <Button look="main" icon="next" iconAt="end" href={addressOf(draft)}>
          {t.el('resume')}
        </Button>
        <Button look="quiet" icon="trash" onClick={props.onDiscard}>
          {t.el('discard')}
        </Button>
      </Row>
    </li>
  );
}
