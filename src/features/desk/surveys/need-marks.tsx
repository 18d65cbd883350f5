import type { SurveyQuestion } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { useBuilder } from './builder-context.ts';
import { marksOfQuestion } from './choice-words.ts';
import { Select } from '../select.tsx';
import { useFixedWords } from './use-fixed-words.ts';

type Soon = 'no' | 'today' | 'week';

/** Answers that mean somebody needs help now: they open the card for an immediate need, and go first in the inbox. */
export function NeedMarks({ question }: { question: SurveyQuestion }) {
  const t = useText('desk-surveys');
  const { doc, edit } = useBuilder();
  const fixed = useFixedWords(question.type);
  const marks = marksOfQuestion(doc, question, fixed).filter(({ row }) => row === null);
  if (marks.length === 0) return null;
  const need = question.need ?? {};
  const put = (code: string, soon: Soon): void => {
    const { [code]: _before, ...others } = need;
    const next = soon === 'no' ? others : { ...others, [code]: soon };
    const { need: _old, ...rest } = question;
    edit(
      (now) => ({
        ...now,
        survey: {
          ...now.survey,
          questions: now.survey.questions.map((one) =>
            one.code !== question.code ? one : Object.keys(next).length === 0 ? rest : { ...rest, need: next },
          ),
        },
      }),
      { what: 'changed', about: question.code },
    );
  };
  return (
    <details class="desk-details" open={question.need !== undefined}>
      <summary>{t.el('need.title')}</summary>
      <p class="desk-quiet">{t.el('need.what')}</p>
      <ul class="need-marks">
        {marks.map(({ code, words }) => (
          <li key={code}>
            <Select
              label={<bdi>{words}</bdi>}
              value={need[code] ?? 'no'}
              onChange={(soon: Soon) => put(code, soon)}
              options={(['no', 'week', 'today'] as const).map((value) => ({ value, label: t(`need.${value}`) }))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
