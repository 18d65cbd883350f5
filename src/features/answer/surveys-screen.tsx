import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import type { AnswerMode } from '../../domain/survey-response.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { directionOf, languageFace } from '../../player/language-face.ts';
import { LanguageName } from '../../player/language-name.tsx';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { heldLanguages } from '../../surveys/held-languages.ts';
import { minutesOf } from '../../surveys/minutes.ts';
import { lookUp } from '../../surveys/texts.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { KIND_PICTURES } from '../../ui/pictures/kinds.ts';
import { Picture } from '../../ui/pictures/picture.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { settleSurveys, type Settled } from '../settle-surveys.ts';
import { WhatWasLeft } from '../what-was-left.tsx';
import { isHandedOver } from '../survey-ending.ts';
import { beginSurvey, surveyAddress } from './begin-survey.ts';
import { ChooseMode } from './choose-mode.tsx';
import { fillGlass } from './in-their-hands.ts';
import { PaperChoice } from './paper-choice.tsx';
import { SurveyPictures } from './survey-pictures.tsx';
import { useSurveys } from './use-surveys.ts';
import './answer.css';

/** Which survey, and then how it is answered. What people left more than two hours ago is ended first, and told. */
export function SurveysScreen(): VNode {
  const t = useText('answer');
  const { route } = useLocation();
  const services = useServices();
  const { vault, visit, lendFor } = useUnlocked();
  const { language, readingMode } = useLanguage();
  const surveys = useSurveys();
  const settled = useSettled();
  const [chosen, choose] = useState<LoadedSurvey | null>(null);
  const [onPaper, setOnPaper] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const begin = async (loaded: LoadedSurvey, mode: AnswerMode): Promise<void> => {
    if (busy) return;
    const handed = isHandedOver({ mode });
    // In the turn of the touch: later the browser would refuse.
    if (handed) fillGlass();
    setBusy(true);
    setProblem(null);
    try {
      const from = { loaded, mode, visit: visit?.stamp ?? null, language, readingMode };
      const { draftId } = await beginSurvey(services, vault, from);
      if (handed) lendFor(draftId);
      route(surveyAddress(draftId));
    } catch (thrown) {
      setProblem(toProblem(thrown, 'storage-failed'));
      setBusy(false);
    }
  };

  const back = chosen === null ? { href: '/home' } : { onClick: () => (onPaper ? setOnPaper(false) : choose(null)) };
  return (
    <Screen width="wide" top={<TopBar title={t.el('title')} back={{ label: t('common:back'), ...back }} />}>
      <Stack room="large">
        {problem !== null && (
          <Notice tone="careful" speak="now">
            {t.el(`problems:${problem.code}`, problem.details)}
          </Notice>
        )}
        {settled !== null && <WhatWasLeft settled={settled} />}
        {chosen !== null && onPaper ? (
          <PaperChoice loaded={chosen} busy={busy} onType={() => void begin(chosen, 'paper')} />
        ) : chosen !== null ? (
          <ChooseMode
            loaded={chosen}
            busy={busy}
            onChoose={(mode) => (mode === 'paper' ? setOnPaper(true) : void begin(chosen, mode))}
          />
        ) : (
          surveys !== null && <AllSurveys surveys={surveys} onChoose={choose} />
        )}
      </Stack>
    </Screen>
  );
}

function AllSurveys(props: { surveys: readonly LoadedSurvey[]; onChoose: (loaded: LoadedSurvey) => void }): VNode {
  const t = useText('answer');
  const { sync } = useServices();
  if (props.surveys.length === 0)
    return (
      <EmptyState
        title={t.el('none.title')}
        picture={<Picture art={KIND_PICTURES.nothing} alt="" />}
        action={
          <Button icon="refresh" onClick={() => sync.nudge()}>
            {t.el('none.look')}
          </Button>
        }
      >
        {t.el('none.text')}
      </EmptyState>
    );
  return (
    <>
      <p>{t.el('which')}</p>
      <ul class="surveys">
        {props.surveys.map((loaded) => (
          <li key={`${loaded.survey.surveyId}@${loaded.survey.version}`}>
            <SurveyCard loaded={loaded} onChoose={() => props.onChoose(loaded)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SurveyCard(props: { loaded: LoadedSurvey; onChoose: () => void }): VNode {
  const t = useText('answer');
  const { language, readingMode } = useLanguage();
  const { survey, texts } = props.loaded;
  const title = lookUp(texts, 'title', language, readingMode);
  return (
    <button class="survey-card" type="button" onClick={props.onChoose}>
      <SurveyPictures survey={survey} />
      <span class="survey-card__words">
        <span class="survey-card__title" lang={title.language} dir={directionOf(title.language)}>
          {title.words}
        </span>
        <span class="survey-card__facts">
          {t.el('minutes', { count: minutesOf(survey).all })}
          {' · '}
          {t.el('questions', { count: survey.questions.length })}
        </span>
        <span class="survey-card__facts">
          {heldLanguages(props.loaded).map((tag, at) => (
            <span key={tag}>
              {at > 0 && ' · '}
              <LanguageName face={languageFace(tag, texts)} />
            </span>
          ))}
        </span>
        {survey.state === 'pilot' && <StatusChip tone="waiting">{t.el('pilot')}</StatusChip>}
      </span>
    </button>
  );
}

function useSettled(): Settled | null {
  const services = useServices();
  const { vault } = useUnlocked();
  const [settled, show] = useState<Settled | null>(null);
  useEffect(() => {
    let here = true;
    const settle = async (): Promise<void> => {
      // What could not be ended now is looked at again the next time.
      const done = await settleSurveys(services, vault).catch(() => null);
      if (here) show(done);
    };
    void settle();
    return () => {
      here = false;
    };
  }, [services, vault]);
  return settled;
}
