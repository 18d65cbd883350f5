import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import { OneCode } from '../code-choices.tsx';
import type { StepProps } from '../views.ts';
import type { ConversationDraft } from './draft.ts';
import type { AboutYou } from './schema.ts';

/** Why it is asked, then permission, then questions that may each be left out. Nothing is kept without the yes. */
export function AboutYouStep({ value, onChange }: StepProps<ConversationDraft>): VNode {
  const t = useText('kind-conversation');
  const about = value.aboutYou;
  const put = (change: Partial<AboutYou>) => onChange({ ...value, aboutYou: withoutGaps({ ...about, ...change }) });
  const off = () => {
    const { aboutYou: _gone, ...rest } = value;
    onChange(rest);
  };
  return (
    <Stack>
      <p>{t.el('aboutYou.why')}</p>
      <Toggle
        label={t.el('aboutYou.permission')}
        yes={t.el('common:yes')}
        no={t.el('common:no')}
        value={about === undefined ? null : true}
        onChange={(yes) => (yes ? put({}) : off())}
      />
      {about === undefined ? <p>{t.el('aboutYou.off')}</p> : <Questions about={about} put={put} onClear={off} />}
    </Stack>
  );
}

function Questions(props: { about: AboutYou; put: (change: Partial<AboutYou>) => void; onClear: () => void }): VNode {
  const t = useText('kind-conversation');
  const { about, put } = props;
  return (
    <Stack room="large">
      <div class="two-columns">
        <OneCode
          list="ageBands"
          legend={t.el('aboutYou.ageBand')}
          value={about.ageBand}
          onChange={(ageBand) => put({ ageBand })}
        />
        <OneCode list="sexes" legend={t.el('aboutYou.sex')} value={about.sex} onChange={(sex) => put({ sex })} />
      </div>
      <OneCode
        list="ethnicGroups"
        legend={t.el('aboutYou.ethnicGroup')}
        value={about.ethnicGroup}
        onChange={(ethnicGroup) => put({ ethnicGroup })}
      />
      {about.ethnicGroup === 'own-words' && (
        <TextField
          label={t.el('aboutYou.ethnicOwnWords')}
          value={about.ethnicOwnWords ?? ''}
          onChange={(ethnicOwnWords) => put({ ethnicOwnWords })}
          maxLength={80}
        />
      )}
      <OneCode
        list="yesNo"
        legend={t.el('aboutYou.longTermCondition')}
        value={about.longTermCondition}
        onChange={(longTermCondition) => put({ longTermCondition })}
      />
      {about.longTermCondition === 'yes' && (
        <OneCode
          list="activityLimits"
          legend={t.el('aboutYou.activityLimit')}
          value={about.activityLimit}
          onChange={(activityLimit) => put({ activityLimit })}
        />
      )}
      <OneCode list="yesNo" legend={t.el('aboutYou.carer')} value={about.carer} onChange={(carer) => put({ carer })} />
      <TextField
        label={t.el('aboutYou.mainLanguage')}
        value={about.mainLanguage ?? ''}
        onChange={(mainLanguage) => put({ mainLanguage })}
        maxLength={60}
      />
      <Button look="quiet" icon="cross" onClick={props.onClear}>
        {t.el('aboutYou.clear')}
      </Button>
    </Stack>
  );
}

/** A question that follows from another goes with it; an empty line is no answer. */
function withoutGaps(about: AboutYou): AboutYou {
  const { ethnicOwnWords, activityLimit, mainLanguage, ...rest } = about;
  return {
    ...rest,
    ...(rest.ethnicGroup === 'own-words' && ethnicOwnWords ? { ethnicOwnWords } : {}),
    ...(rest.longTermCondition === 'yes' && activityLimit !== undefined ? { activityLimit } : {}),
    ...(mainLanguage ? { mainLanguage } : {}),
  };
}
