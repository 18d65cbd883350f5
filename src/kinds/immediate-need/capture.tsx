import type { VNode } from 'preact';
import type { CodeOf } from '../../domain/lists/lists.ts';
import { useText } from '../../i18n/use-text.tsx';
import { DateField } from '../../ui/date-field/date-field.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { OneCode } from '../code-choices.tsx';
import { WordsField } from '../words-field.tsx';
import type { CaptureView, StepProps } from '../views.ts';
import type { ImmediateNeed } from './schema.ts';

type Chosen = 'need' | 'urgency' | 'whoActs' | 'reach';
/** A need that is being taken down: what is chosen from a list may still be to come. */
export type ImmediateNeedDraft = Omit<ImmediateNeed, Chosen> & Partial<Pick<ImmediateNeed, Chosen>>;
type Props = StepProps<ImmediateNeedDraft>;

/** Days from today that are meant when nobody names a day. */
const DAYS_UNTIL: Readonly<Record<CodeOf<'urgencies'>, number>> = { today: 0, 'this-week': 7, soon: 14 };

function NeedStep({ value, onChange }: Props): VNode {
  const t = useText('kind-immediate-need');
  return (
    <div class="two-columns compact-tiles">
      <OneCode
        list="needs"
        look="pictures"
        legend={t.el('steps.need')}
        hideLegend
        value={value.need}
        onChange={(need) => onChange({ ...value, need })}
      />
      <WordsField
        label={t.el('what')}
        hint={t.el('whatHint')}
        value={value.what}
        onChange={(what) => onChange({ ...value, what })}
        maxLength={2000}
        rows={3}
        own
      />
    </div>
  );
}

function WhenStep({ value, onChange, context }: Props): VNode {
  const t = useText('kind-immediate-need');
  return (
    <div class="two-columns compact-tiles">
      <OneCode
        list="urgencies"
        look="pictures"
        legend={t.el('steps.when')}
        hideLegend
        value={value.urgency}
        onChange={(urgency) => onChange({ ...value, urgency, byWhen: dayAfter(context.today, DAYS_UNTIL[urgency]) })}
      />
      <DateField
        label={t.el('byWhen')}
        hint={t.el('byWhenHint')}
        value={value.byWhen}
        min={context.today}
        onChange={(byWhen) => onChange({ ...value, byWhen })}
      />
    </div>
  );
}

function WhoStep({ value, onChange }: Props): VNode {
  const t = useText('kind-immediate-need');
  return (
    <Stack>
      <OneCode
        list="whoActs"
        legend={t.el('steps.who')}
        hideLegend
        value={value.whoActs}
        onChange={(whoActs) => onChange({ ...value, whoActs, whoDetail: whoActs === 'me' ? '' : value.whoDetail })}
      />
      {value.whoActs !== undefined && value.whoActs !== 'me' && value.whoActs !== 'person-themselves' && (
        <TextField
          label={t.el('whoDetail')}
          hint={t.el('whoDetailHint')}
          value={value.whoDetail}
          maxLength={120}
          onChange={(whoDetail) => onChange({ ...value, whoDetail })}
        />
      )}
    </Stack>
  );
}

function ReachStep({ value, onChange }: Props): VNode {
  const t = useText('kind-immediate-need');
  return (
    <Stack>
      <OneCode
        list="reach"
        legend={t.el('steps.reach')}
        hideLegend
        value={value.reach}
        onChange={(reach) =>
          onChange({ ...value, reach, reachDetail: reach === 'not-agreed' ? '' : value.reachDetail })
        }
      />
      {value.reach !== undefined && value.reach !== 'not-agreed' && (
        <TextField
          label={t.el('reachDetail')}
          hint={t.el('reachDetailHint')}
          value={value.reachDetail}
          maxLength={200}
          onChange={(reachDetail) => onChange({ ...value, reachDetail })}
        />
      )}
    </Stack>
  );
}

export const capture: CaptureView<ImmediateNeedDraft> = {
  blank: () => ({ what: '', whoDetail: '', byWhen: '', reachDetail: '' }),
  steps: [
    { id: 'need', View: NeedStep, ready: (need) => need.need !== undefined },
    { id: 'when', View: WhenStep, ready: (need) => need.urgency !== undefined },
    { id: 'who', View: WhoStep, ready: (need) => need.whoActs !== undefined },
    { id: 'reach', View: ReachStep, ready: (need) => need.reach !== undefined },
  ],
  together: [
    [{ step: 'need', as: 'bare' }],
    [
      { step: 'when', as: 'bare' },
      { step: 'who', as: 'heading' },
      { step: 'reach', as: 'heading' },
    ],
  ],
  consentLayers: ['use'],
};

/** A calendar day, YYYY-MM-DD, so many days after another. Counted in UTC, where every day has 24 hours. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
