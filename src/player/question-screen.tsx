import type { VNode } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { Answered } from '../domain/survey-response.ts';
import type { PictureRef, SurveyQuestion } from '../domain/survey.ts';
import type { Say } from '../sound/sound-desk.ts';
import { HeadCount } from '../questions/parts/head-count.tsx';
import type { AnswerMedia, Pointed } from '../questions/views.ts';
import { order } from '../surveys/flow.ts';
import { headsOf, readQuestion } from '../surveys/read-question.ts';
import { AnyPicture } from './any-picture.tsx';
import type { BarActions } from './bar.tsx';
import { Said } from './said.tsx';
import { PlayerScreen } from './screen.tsx';
import { useStand } from './stand.ts';
import { fetchAhead, useAnswerView } from './use-answer-view.ts';
import { choiceWords, ownWords, questionWords } from './words.ts';

/**
 * One question. Controlled: it shows what was said and tells what is said now. `outcome: null` takes an answer back.
 */
export function QuestionScreen(props: {
  question: SurveyQuestion;
  given: Answered | undefined;
  /** Words above those of the question's own help. */
  intro?: readonly Say[] | undefined;
  progress?: { at: number; of: number } | undefined;
  onSay: (outcome: 'answered' | 'heads' | null, value: unknown) => void;
  /** "Not sure" and "Skip": kept as such, and on. */
  onPass: (outcome: 'not-sure' | 'skipped') => void;
  onNext: () => void;
  /** The type of the question behind this one: fetched ahead. */
  nextType?: string | undefined;
  /** What staff see and touch beside it. */
  beside?: VNode | null | undefined;
  actions: Pick<BarActions, 'back' | 'stop'>;
}): VNode {
  const stand = useStand();
  const { question, given } = props;
  const id = useId();
  const View = useAnswerView(question.type);
  const known = readQuestion(question);
  const pointed = useRef<Pointed<unknown> | null>(null);
  const shownOrder = useMemo(() => order(question, stand.state.seed), [question, stand.state.seed]);
  const media = useMemo<AnswerMedia>(
    () => (stand.state.child === true ? NO_MEDIA : stand.lend.media(question.code)),
    [stand.lend, question.code, stand.state.child],
  );
  useEffect(() => {
    pointed.current = null;
    if (props.nextType !== undefined) void fetchAhead(props.nextType);
  }, [question.code, props.nextType]);

  const wordsOf = (key: string) => questionWords(stand, question, key);
  const help = wordsOf('help');
  const parsed = known?.type.value.safeParse(given?.value);
  const value = given?.outcome === 'answered' && parsed?.success === true ? parsed.data : null;
  const picture = (ref: PictureRef): VNode => (stand.ways.pictures ? <AnyPicture of={ref} /> : <></>);
  /** In a group heads are counted, not people asked. */
  const counts = known !== null && known.type.countsHeads && stand.state.mode === 'group';
  const nothingAsked = known?.type.noAnswer === true;

  const next = (): void => {
    const waiting = pointed.current;
    if (waiting !== null) {
      pointed.current = null;
      props.onSay('answered', waiting.value);
      // What was said before is never exchanged unseen: the new one shows here first, and "Next" once more goes on.
      if (waiting.stays || given !== undefined) return;
    }
    props.onNext();
  };
  return (
    <PlayerScreen
      name={`question.${question.code}`}
      heading={wordsOf('ask')}
      headingId={id}
      help={[...(props.intro ?? []), ...(help.missing ? [] : [help])]}
      picture={question.picture === null ? null : <AnyPicture of={question.picture} />}
      progress={props.progress}
      marked={given?.outcome === 'not-sure' ? 'notSure' : given?.outcome === 'skipped' ? 'skip' : null}
      actions={{
        ...props.actions,
        ...(nothingAsked ? {} : { notSure: () => props.onPass('not-sure'), skip: () => props.onPass('skipped') }),
        next,
      }}
    >
      <div class="player__answer">
        {(View === null || known === null) && (
          <p>
            <Said text={ownWords(stand, 'unknownQuestion')} />
          </p>
        )}
        {counts && (
          <HeadCount
            choices={known.choices}
            words={{
              el: (code) => <Said text={choiceWords(stand, question, code)} />,
              words: (code) => choiceWords(stand, question, code).words,
            }}
            picture={picture}
            value={given === undefined ? null : headsOf(given)}
            onChange={(heads) => props.onSay(heads === null ? null : 'heads', heads)}
          />
        )}
        {!counts && View !== null && View !== 'waiting' && known !== null && (
          <View
            key={question.code}
            settings={known.settings}
            value={value}
            onChange={(next) => {
              stand.walk.setProblem(null);
              props.onSay(next === null ? null : 'answered', next);
            }}
            onNext={next}
            text={(key) => <Said text={wordsOf(key)} />}
            words={(key) => wordsOf(key).words}
            say={(key) => stand.say(wordsOf(key))}
            picture={picture}
            touch={stand.touch}
            onPoint={(now) => {
              pointed.current = now;
            }}
            order={shownOrder}
            labelledBy={id}
            media={media}
            places={stand.lend.places}
          />
        )}
      </div>
      {props.beside}
    </PlayerScreen>
  );
}

const Nothing = () => null;
/** A child gives neither voice nor photo. */
const NO_MEDIA: AnswerMedia = { attached: [], VoiceNote: Nothing, PhotoOfThing: Nothing };
