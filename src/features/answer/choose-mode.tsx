import type { VNode } from 'preact';
import type { AnswerMode } from '../../domain/survey-response.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { directionOf } from '../../player/language-face.ts';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { minutesOf } from '../../surveys/minutes.ts';
import { readQuestion } from '../../surveys/read-question.ts';
import { lookUp } from '../../surveys/texts.ts';
import { PictureCard } from '../../ui/picture-card/picture-card.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import type { PictureName } from '../../ui/pictures/set.ts';
import './answer.css';

const PICTURES: Readonly<Record<AnswerMode, PictureName>> = {
  'hand-over': 'who-me',
  facilitated: 'who-helped',
  'one-minute': 'clock-short',
  group: 'who-group',
  paper: 'help-forms',
};

/** The ways this survey can be answered: those it has no questions for are left out. */
function modesFor({ survey }: LoadedSurvey): readonly AnswerMode[] {
  const counts = survey.questions.some((question) => readQuestion(question)?.type.countsHeads === true);
  const quick = survey.questions.some((question) => question.quick);
  const all: readonly AnswerMode[] = ['hand-over', 'facilitated', 'one-minute', 'group', 'paper'];
  return all.filter((mode) => (mode === 'one-minute' ? quick : mode === 'group' ? counts : true));
}

/** How it is answered: handed over, read out together, in a minute, counted in a group, or on paper. */
export function ChooseMode(props: {
  loaded: LoadedSurvey;
  busy: boolean;
  onChoose: (mode: AnswerMode) => void;
}): VNode {
  const t = useText('answer');
  const { language, readingMode } = useLanguage();
  const { loaded } = props;
  const title = lookUp(loaded.texts, 'title', language, readingMode);
  const time = minutesOf(loaded.survey);
  return (
    <section class="modes" aria-labelledby="modes-title" aria-busy={props.busy || undefined}>
      <h2 id="modes-title" lang={title.language} dir={directionOf(title.language)}>
        {title.words}
      </h2>
      <p>{t.el('how')}</p>
      <div class="modes__all">
        {modesFor(loaded).map((mode) => (
          <PictureCard
            key={mode}
            look={mode === 'hand-over' ? 'lead' : 'plain'}
            picture={<SetPicture name={PICTURES[mode]} alt="" />}
            label={t.el(`modes.${mode}`)}
            detail={t.el(`modes.${mode}Hint`, { count: mode === 'one-minute' ? time.quick : time.all })}
            onClick={() => props.onChoose(mode)}
          />
        ))}
      </div>
    </section>
  );
}
