import { useState } from 'preact/hooks';
import type { NewSurvey as Wanted, OpenSurvey, SurveyList } from '../../../domain/desk-surveys.ts';
import { LANGUAGES } from '../../../i18n/languages.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { Select } from '../select.tsx';
import { idFromTitle } from './survey-id.ts';

type From = 'starter' | 'variant' | 'copy' | 'blank';

/** A new survey: from one that comes with the app, from one of ours (for another audience, or on its own), or empty. */
export function NewSurvey(props: { list: SurveyList; onClose: () => void; onMade: (made: OpenSurvey) => void }) {
  const t = useText('desk-surveys');
  const { client } = useDesk();
  const { list } = props;
  const originals = newestOf(list);
  const { busy, problem, act } = useAct();
  const [from, setFrom] = useState<From>(list.starters.length > 0 ? 'starter' : 'blank');
  const [starter, setStarter] = useState(list.starters[0]?.starter ?? '');
  const [original, setOriginal] = useState(originals[0]?.surveyId ?? '');
  const [language, setLanguage] = useState('en');
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '';
  const ways: readonly From[] = [
    ...(list.starters.length > 0 ? (['starter'] as const) : []),
    ...(originals.length > 0 ? (['variant', 'copy'] as const) : []),
    'blank',
  ];

  function wanted(): Wanted {
    const surveyId = idFromTitle(
      title,
      list.surveys.map((one) => one.surveyId),
    );
    if (from === 'starter') return { from, surveyId, starter };
    if (from === 'blank') return { from, surveyId, title: title.trim(), language };
    const version = originals.find((one) => one.surveyId === original)?.version ?? 1;
    return { from: 'copy', surveyId, of: { surveyId: original, version }, variant: from === 'variant' };
  }

  function make(): void {
    setTried(true);
    if (missing) return;
    void act(async () => {
      const made = await client.newSurvey(wanted());
      const first = made.survey.languages[0] ?? 'en';
      const row = made.texts.find((one) => one.language === first);
      if (row === undefined || row.standard['title'] === title.trim()) return props.onMade(made);
      const texts = made.texts.map((one) =>
        one === row ? { ...one, standard: { ...one.standard, title: title.trim() } } : one,
      );
      const { surveyId, version } = made.survey;
      props.onMade(await client.saveSurvey(surveyId, version, { rev: made.rev, survey: made.survey, texts }));
    });
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.el('new.title')}
      actions={
        <>
          <Button onClick={props.onClose}>{t.el('new.cancel')}</Button>
          <Button look="main" icon="plus" busy={busy} onClick={make}>
            {t.el('new.make')}
          </Button>
        </>
      }
    >
      {problem !== null && <ProblemNotice problem={problem} />}
      <TextField
        label={t.el('new.name')}
        hint={t.el('new.nameHint')}
        value={title}
        onChange={setTitle}
        maxLength={200}
        required
        {...(tried && missing ? { problem: t.el('new.nameMissing') } : {})}
      />
      <ChoiceList
        label={t.el('new.from')}
        value={from}
        onChange={setFrom}
        choices={ways.map((way) => ({ value: way, label: t.el(`new.ways.${way}`), detail: t.el(`new.what.${way}`) }))}
      />
      {from === 'starter' && (
        <Select
          label={t.el('new.which')}
          value={starter}
          onChange={setStarter}
          options={list.starters.map((one) => ({ value: one.starter, label: one.title }))}
        />
      )}
      {(from === 'variant' || from === 'copy') && (
        <Select
          label={t.el('new.which')}
          value={original}
          onChange={setOriginal}
          options={originals.map((one) => ({ value: one.surveyId, label: one.title }))}
        />
      )}
      {from === 'blank' && (
        <Select
          label={t.el('new.language')}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((one) => ({ value: one.tag, label: one.name }))}
        />
      )}
    </Dialog>
  );
}

function newestOf(list: SurveyList): SurveyList['surveys'] {
  const newest = new Map<string, SurveyList['surveys'][number]>();
  for (const line of list.surveys) {
    const before = newest.get(line.surveyId);
    if (before === undefined || before.version < line.version) newest.set(line.surveyId, line);
  }
  return [...newest.values()];
}
