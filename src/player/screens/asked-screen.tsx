import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Answered } from '../../domain/survey-response.ts';
import { answer, forward, progress, questionsOf, type Saying } from '../../surveys/flow.ts';
import type { Answering } from '../../surveys/answering.ts';
import { QuestionScreen } from '../question-screen.tsx';
import { useStand } from '../stand.ts';
import { ownWords } from '../words.ts';
import { AboutGate } from './about-gate.tsx';

/** The questions of the survey, about the asking, and about the person: one a screen. */
export function AskedScreen(): VNode | null {
  const stand = useStand();
  const { walk, state, survey, lend } = stand;
  const [agreed, setAgreed] = useState(false);
  const asked = questionsOf(survey, state);
  const at = asked.findIndex(({ code }) => code === state.at);
  const question = asked[at];
  if (question === undefined) return null;
  const said = Object.keys(state.answers).some((code) => asked.some((one) => one.code === code));
  if (state.stage === 'about-you' && at === 0 && !agreed && !said && !stand.staff)
    return <AboutGate onYes={() => setAgreed(true)} onNo={() => walk.go(passOver(state))} />;

  const told = (outcome: Answered['outcome'] | null, value: unknown): Answering => {
    const saying: Saying = { outcome, value, language: stand.language, readingMode: state.readingMode };
    return answer(walk.kept.latest(), survey, question.code, saying);
  };
  /** Out of a stage where nothing has to be answered. */
  function passOver(from: Answering): Answering {
    let now = from;
    while (now.stage === from.stage) {
      const next = forward(now, survey).state;
      if (next === now) break;
      now = next;
    }
    return now;
  }
  return (
    <QuestionScreen
      question={question}
      given={state.answers[question.code]}
      intro={state.stage === 'evaluation' && at === 0 ? [ownWords(stand, 'evaluationIntro')] : undefined}
      progress={state.stage === 'questions' ? progress(state, survey) : undefined}
      onSay={(outcome, value) => walk.kept.put(told(outcome, value))}
      onPass={(outcome) => walk.forward(told(outcome, null))}
      onNext={() => walk.forward()}
      nextType={asked[at + 1]?.type}
      beside={lend.beside?.(question.code)}
      actions={{ back: walk.back, stop: () => walk.open('stop') }}
    />
  );
}
