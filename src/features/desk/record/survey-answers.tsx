import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SurveyResponse } from '../../../domain/survey-response.ts';
import { loadTexts } from '../../../i18n/catalogue.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { textOf } from '../../../i18n/use-text.tsx';
import { AnswersLender, type ShowAnswer } from '../../../kinds/survey-response/lent-answers.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { find } from '../../../surveys/stages.ts';
import { headsOf, marksOf, numberOf, readQuestion } from '../../../surveys/read-question.ts';
import { useDesk } from '../desk-context.ts';
import { PictureDrawn } from '../picture-drawn.tsx';
import { faceOf, type Face } from '../results/question-words.ts';
import './survey-answers.css';

const COMMON = ['common-questions', 'question-common', 'lists'];

/**
 * Lends a response the questions and choices of the very version it was answered in. Whoever may not read surveys, or has
 * no connection now, sees the codes: they are the answer, and never change.
 */
export function SurveyAnswers(props: { body: SurveyResponse; children: ComponentChildren }): VNode {
  const { client } = useDesk();
  const { surveyId, version } = props.body;
  const [loaded, setLoaded] = useState<LoadedSurvey | null>(null);
  useEffect(() => {
    let here = true;
    const load = async (): Promise<void> => {
      const opened = await client.survey(surveyId, version);
      const types = new Set(opened.survey.questions.map(({ type }) => `question-${type}`));
      await loadTexts([...COMMON, ...types, 'question-choose-one']);
      if (here) setLoaded(opened);
    };
    load().catch(() => undefined);
    return () => {
      here = false;
    };
  }, [client, surveyId, version]);
  const show = useMemo<ShowAnswer>(() => (loaded === null ? () => null : answersOf(loaded)), [loaded]);
  return <AnswersLender value={show}>{props.children}</AnswersLender>;
}

/** Each answer with its question in the survey's first language, and what was chosen as pictures beside words. */
export function answersOf(loaded: LoadedSurvey): ShowAnswer {
  const say = textOf('common-questions');
  return (answered) => {
    const question = find(loaded.survey, answered.code);
    const known = question === null || question.type !== answered.type ? null : readQuestion(question);
    if (known === null) return null;
    const face = faceOf({ code: answered.code, type: answered.type }, [loaded], (key) => say(key));
    const heads = headsOf(answered);
    const number = numberOf(known, answered);
    const shown: VNode[] = [
      ...marksOf(known, answered).map(({ row, code, weight }) => (
        <Chosen
          key={`${row ?? ''}/${code}`}
          row={row === null ? null : face.row(row)}
          face={face.choice(code)}
          count={known.rows.length === 0 && weight > 1 ? weight : null}
        />
      )),
      ...(['first', 'again'] as const).flatMap((vote) =>
        Object.entries(heads?.[vote] ?? {}).map(([code, count]) => (
          <Chosen key={`${vote}/${code}`} row={null} face={face.choice(code)} count={count} />
        )),
      ),
      ...(number === null ? [] : [<li key="number">{number}</li>]),
    ];
    return {
      question: <Bdi>{face.ask}</Bdi>,
      answer: shown.length === 0 ? null : <ul class="survey-answers">{shown}</ul>,
    };
  };
}

function Chosen(props: { row: Face | null; face: Face; count: number | null }): VNode {
  const { row, face, count } = props;
  const picture = row?.picture ?? face.picture;
  return (
    <li class="survey-answers__one">
      {picture !== null && (
        <span class="survey-answers__picture">
          <PictureDrawn picture={picture} />
        </span>
      )}
      <span>
        {row !== null && (
          <>
            <Bdi>{row.words}</Bdi>:{' '}
          </>
        )}
        <Bdi>{face.words}</Bdi>
        {count !== null && (
          <>
            {' '}
            <b>{count}</b>
          </>
        )}
      </span>
    </li>
  );
}
