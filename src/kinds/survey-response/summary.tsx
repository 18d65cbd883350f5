import type { VNode } from 'preact';
import type { Answered, SurveyResponse } from '../../domain/survey-response.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { useText } from '../../i18n/use-text.tsx';
import { Chips, Fact, Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import { useLentAnswers } from './lent-answers.ts';
import { ownWords } from './schema.ts';

/** How it was answered, what is needed, and each answer in the order asked: in words where the survey is lent. */
export function Summary({ body }: SummaryProps<SurveyResponse>): VNode {
  const t = useText('kind-survey-response');
  const l = useText('lists');
  return (
    <div class="summary">
      <p>
        <Bdi>{body.title}</Bdi>
      </p>
      <Chips
        items={[
          t.el(`mode.${body.mode}`),
          l.el(`voices.${body.voice}`),
          body.ended === 'finished'
            ? t.el('ended.finished')
            : body.stoppedAt === null
              ? t.el('ended.stopped')
              : t.el('ended.stoppedAt', { code: body.stoppedAt }),
          ...(body.people === null ? [] : [t.el('people', { count: body.people })]),
          ...(body.access ?? []).map((need) => l.el(`access.${need}`)),
          ...(body.need === null ? [] : [t.el(`need.${body.need}`)]),
        ]}
      />
      <dl class="summary__facts">
        {body.answers.map((answered) => (
          <OneAnswer key={answered.code} answered={answered} startedAs={body.voice} />
        ))}
        {body.contact !== undefined && (
          <Fact name={t.el('summary.contact')}>
            <Quote words={body.contact.detail} quiet />
          </Fact>
        )}
      </dl>
    </div>
  );
}

function OneAnswer(props: { answered: Answered; startedAs: Answered['voice'] }): VNode {
  const t = useText('kind-survey-response');
  const l = useText('lists');
  const { answered } = props;
  const shown = useLentAnswers()(answered);
  const said = ownWords(answered);
  const codes = shown === null ? codesIn(answered.value) : [];
  const notes = [
    ...(answered.outcome === 'skipped' ? [t.el('outcome.skipped')] : []),
    ...(answered.outcome === 'not-sure' ? [t.el('outcome.not-sure')] : []),
    ...(answered.voice === props.startedAs ? [] : [l.el(`voices.${answered.voice}`)]),
    ...(answered.offPath === true ? [t.el('offPath')] : []),
  ];
  return (
    <Fact name={shown?.question ?? <Bdi>{answered.code}</Bdi>}>
      {said.map((words) => (
        <Quote key={words} words={words} language={answered.language} />
      ))}
      {shown?.answer}
      {codes.length > 0 && (
        <Chips
          items={codes.map((code) => (
            <Bdi key={code}>{code}</Bdi>
          ))}
        />
      )}
      {notes.length > 0 && <Chips items={notes} />}
    </Fact>
  );
}

/** An answer's codes and numbers as they are stored, row before choice: for when nobody lent the survey. */
function codesIn(value: unknown, row = ''): string[] {
  const named = (text: string) => (row === '' ? text : `${row}: ${text}`);
  if (typeof value === 'string' || typeof value === 'number') return [named(String(value))];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => codesIn(one, row));
  return Object.entries(value)
    .filter(([name]) => !NOT_CODES.has(name))
    .flatMap(([name, inner]) => codesIn(inner, HOLDERS.has(name) ? row : name));
}
const NOT_CODES = new Set(['words', 'language', 'media']);
const HOLDERS = new Set(['code', 'codes', 'value', 'number', 'choice', 'choices']);
