import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Answered } from '../../domain/survey-response.ts';
import { PRACTICE } from '../../surveys/common-questions.ts';
import { QuestionScreen } from '../question-screen.tsx';
import { useStand } from '../stand.ts';
import { ownWords } from '../words.ts';

/** A question to try with: listening, also how to hear and to choose. What is touched here stays on this screen and is stored nowhere. */
export function PracticeScreen(props: { onDone: () => void; onBack: () => void }): VNode {
  const stand = useStand();
  const [given, setGiven] = useState<Answered | undefined>(undefined);
  const { walk, state, survey } = stand;
  const how = stand.signing === null ? 'practiceListen' : 'practiceSign';
  const became = (outcome: Answered['outcome'], value: unknown): Answered => ({
    code: PRACTICE.code,
    type: PRACTICE.type,
    outcome,
    value,
    voice: state.voice,
    language: stand.language,
    readingMode: state.readingMode,
  });
  return (
    <QuestionScreen
      question={PRACTICE}
      given={given}
      intro={['practiceIntro', ...(stand.touch === 'say-first' ? [how] : [])].map((key) => ownWords(stand, key))}
      onSay={(outcome, value) => setGiven(outcome === null ? undefined : became(outcome, value))}
      onPass={() => props.onDone()}
      onNext={props.onDone}
      nextType={survey.questions[0]?.type}
      actions={{ back: props.onBack, stop: () => walk.open('stop') }}
    />
  );
}
