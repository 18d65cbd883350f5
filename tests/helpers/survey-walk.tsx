import { fireEvent, screen } from '@testing-library/preact';
import type { VNode } from 'preact';
import { useLocation } from 'preact-iso';
import { useUnlocked } from '../../src/app/session.ts';
import { AnswerScreen } from '../../src/features/answer/answer-screen.tsx';
import { HOLD_MS } from '../../src/features/answer/hold-button.tsx';
import { SurveysScreen } from '../../src/features/answer/surveys-screen.tsx';
import type { LoadedSurvey } from '../../src/surveys/answering.ts';
import { aSurvey } from './a-survey.ts';
import { captureTablet } from './capture-services.tsx';

/** What a person touches from the choice of a survey to the end, by the words on the screen. */

const Serious = (props: { onBack?: () => void }): VNode => (
  <div>
    <h1>Something serious</h1>
    <button type="button" onClick={props.onBack}>
      Back
    </button>
  </div>
);

/** The addresses of the tablet that matter here, as its routes have them. */
function Tablet(): VNode {
  const { path } = useLocation();
  const { lentFor } = useUnlocked();
  if (lentFor !== null || path.startsWith('/survey/')) return <AnswerScreen Serious={Serious} />;
  return path === '/surveys' ? <SurveysScreen /> : <h1>{path}</h1>;
}

export function surveyTablet(loaded: readonly LoadedSurvey[] = [aSurvey()], address = '/surveys') {
  const tablet = captureTablet({ surveys: loaded });
  const again = (at: string): void => {
    history.replaceState(null, '', at);
    tablet.show(<Tablet />);
  };
  again(address);
  /** After `cleanup`: the same tablet opened anew, as after a flat battery. */
  return { ...tablet, again };
}

export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
export const touch = async (name: string | RegExp) => {
  fireEvent.click(await screen.findByRole('button', { name }));
};
export const next = () => touch('Next');

export async function choose(survey: RegExp, mode: RegExp): Promise<void> {
  await touch(survey);
  await touch(mode);
}

/** A yes or a no to the question of consent on the screen. */
export async function consent(question: RegExp, answer: 'Yes' | 'No'): Promise<void> {
  await heading(question);
  await touch(answer);
  await next();
}

/** A card of the question on the screen, and on. */
export async function say(question: string | RegExp, card: string): Promise<void> {
  await heading(question);
  fireEvent.click(await screen.findByRole('radio', { name: card }));
  await next();
}

/** From the tiles of languages to the first question, in English, reading. */
export async function toFirstQuestion(): Promise<void> {
  await heading('Choose your language');
  await touch('English');
  await heading('How do you want to do this?');
  await touch('Read');
  await heading('Water and help');
  await next();
  await consent(/We would like to hear|I'd like to hear|hear what you think/, 'Yes');
  await consent(/write down what you say/, 'Yes');
  await heading('Who is answering?');
  await touch('Me');
  await heading('Do you like tea?');
  await next();
}

/** From the question about talking, through the rest, to the screen that says thank you. */
export async function toTheEnd(): Promise<void> {
  await say('How was it talking to us?', 'Good');
  await say('Did you get the help you needed to answer?', 'Yes');
  await heading('Check what you said');
  await next();
  await consent(/show your words/, 'No');
  await heading('Thank you');
  await next();
  await screen.findByText(/Your answers are saved on this tablet/);
}

/** Presses and holds what is for the worker, and types a passcode. */
export async function takeBack(passcode: string): Promise<void> {
  const hold = await screen.findByRole('button', { name: /press and hold/ });
  fireEvent.pointerDown(hold);
  await new Promise((passed) => setTimeout(passed, HOLD_MS + 50));
  fireEvent.input(await screen.findByLabelText('Your passcode'), { target: { value: passcode } });
  await touch('Take it back');
}
