import type { VNode } from 'preact';
import type { Survey } from '../../domain/survey.ts';
import { readQuestion } from '../../surveys/read-question.ts';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { isPictureName, type PictureName } from '../../ui/pictures/set.ts';
import './answer.css';

const SHOWN = 3;

/** A few pictures of a survey, to know it by: of its first questions, else of their first choices. */
export function SurveyPictures({ survey }: { survey: Survey }): VNode {
  const names = picturesOf(survey).slice(0, SHOWN);
  return (
    <span class="survey-pictures" aria-hidden="true">
      {names.map((name) => (
        <span class="survey-pictures__one" key={name}>
          <SetPicture name={name} alt="" />
        </span>
      ))}
    </span>
  );
}

function picturesOf(survey: Survey): readonly PictureName[] {
  const refs = survey.questions.flatMap((question) => {
    const choice = readQuestion(question)?.choices.find(({ picture }) => picture !== null);
    return question.picture ?? choice?.picture ?? [];
  });
  const names = refs.map((ref) => ref.slice('set:'.length)).filter(isPictureName);
  return [...new Set(names)];
}
