import type { VNode } from 'preact';
import type { Answered } from '../../domain/survey-response.ts';
import type { Choice, SurveyQuestion } from '../../domain/survey.ts';
import type { Mark } from '../../questions/definition.ts';
import { change } from '../../surveys/flow.ts';
import { marksOf, readQuestion, valueOf, type KnownQuestion } from '../../surveys/read-question.ts';
import { questionsIn } from '../../surveys/stages.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { Bdi } from '../../i18n/isolate.tsx';
import { AnyPicture } from '../any-picture.tsx';
import { Said } from '../said.tsx';
import { PlayerScreen } from '../screen.tsx';
import { saidAloud } from '../said-aloud.ts';
import { useStand } from '../stand.ts';
import { useChoosing } from '../use-choosing.ts';
import { choiceWords, ownWords, questionWords } from '../words.ts';
import './check-screen.css';

/** More than so many pictures in a row of the check are only counted. */
const MOST_SHOWN = 4;

/**
 * What was said, in pictures and words. Touch one to change it; "Next" there leads back here. Listening, the first touch
 * says the question and what was said to it.
 */
export function CheckScreen(): VNode {
  const stand = useStand();
  const { walk, state, survey } = stand;
  const asked = (['questions', 'evaluation'] as const)
    .flatMap((stage) => questionsIn(stage, state, survey))
    .filter((question) => readQuestion(question)?.type.noAnswer !== true);
  const choosing = useChoosing<string>((code) => walk.go(change(walk.kept.latest(), survey, code)));
  return (
    <PlayerScreen
      name="check"
      heading={ownWords(stand, 'check.title')}
      help={[ownWords(stand, 'check.text')]}
      actions={{ back: walk.back, stop: () => walk.open('stop'), next: () => walk.forward() }}
    >
      <ul class="checks">
        {asked.map((question) => (
          <li key={question.code}>
            <button
              type="button"
              class={`check${choosing.pointed === question.code ? ' check--pointed' : ''}`}
              onClick={() => choosing.touch(question.code, saidAloud(stand, question))}
            >
              <span class="check__question">
                <Said text={questionWords(stand, question, 'ask')} />
              </span>
              <SaidAnswer question={question} given={state.answers[question.code]} />
              <span class="check__change">
                <Icon name="edit" />
                <span class="visually-hidden">
                  <Said text={ownWords(stand, 'check.change')} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </PlayerScreen>
  );
}

/** One answer in a line: its pictures with their words, its own words, or that nothing was chosen. */
function SaidAnswer({ question, given }: { question: SurveyQuestion; given: Answered | undefined }): VNode {
  const known = readQuestion(question);
  if (given === undefined || known === null) return <Plain name="skip" text="check.none" />;
  if (given.outcome === 'not-sure') return <Plain name="not-sure" text="bar.notSure" />;
  if (given.outcome === 'skipped') return <Plain name="skip" text="bar.skip" />;
  const found = valueOf(known, given);
  const words = found === null ? null : (known.type.words?.(found.value) ?? null);
  const media = found === null ? [] : (known.type.media?.(found.value) ?? []);
  const number = found === null ? null : (known.type.number?.(found.value) ?? null);
  const marks = marksOf(known, given);
  if (known.rows.length > 0 && marks.length > 0) return <Sorted known={known} marks={marks} />;
  const lines = marks.flatMap(({ code, weight }) => {
    const choice = known.choices.find((one) => one.code === code);
    return choice === undefined ? [] : [{ choice, weight }];
  });
  const shown = lines.slice(0, MOST_SHOWN);
  const more = lines.length - shown.length;
  if (lines.length === 0 && words === null && media.length === 0 && number === null)
    return <Plain name="not-sure" text="check.none" />;
  return (
    <span class="check__answer">
      {shown.map(({ choice, weight }) => (
        <span class="check__mark" key={choice.code}>
          <Shown question={question} choice={choice} kind="choice" />
          {weight !== 1 && <span class="check__weight">×{weight}</span>}
        </span>
      ))}
      {more > 0 && <More count={more} />}
      {lines.length === 0 && number !== null && <bdi class="check__number">{number}</bdi>}
      {words !== null && (
        <span class="check__words">
          <Bdi>{words}</Bdi>
        </span>
      )}
      {media.length > 0 && <Plain name="speech-voice" text="check.media" values={{ count: media.length }} />}
    </span>
  );
}

/** Rows by what was said of them: "matters a lot", and then all that does. */
function Sorted({ known, marks }: { known: KnownQuestion; marks: readonly Mark[] }): VNode {
  const { question, choices, rows } = known;
  return (
    <>
      {choices.map((choice) => {
        const judged = rows.filter(({ code }) => marks.some((mark) => mark.row === code && mark.code === choice.code));
        if (judged.length === 0) return null;
        const more = judged.length - MOST_SHOWN;
        return (
          <span class="check__sorted" key={choice.code}>
            <span class="check__mark">
              <Shown question={question} choice={choice} kind="choice" />
            </span>
            <span class="check__rows">
              {judged.slice(0, MOST_SHOWN).map((row) => (
                <span class="check__row" key={row.code}>
                  <Shown question={question} choice={row} kind="row" />
                </span>
              ))}
              {more > 0 && <More count={more} />}
            </span>
          </span>
        );
      })}
    </>
  );
}

function More({ count }: { count: number }): VNode {
  const stand = useStand();
  return (
    <span class="check__more">
      <Said text={ownWords(stand, 'check.more', { count })} />
    </span>
  );
}

function Shown(props: { question: SurveyQuestion; choice: Choice; kind: 'choice' | 'row' }): VNode {
  const stand = useStand();
  const { question, choice, kind } = props;
  return (
    <>
      {choice.picture !== null && stand.ways.pictures && (
        <span class="check__picture">
          <AnyPicture of={choice.picture} />
        </span>
      )}
      <span>
        <Said text={choiceWords(stand, question, choice.code, kind)} />
      </span>
    </>
  );
}

function Plain(props: {
  name: 'skip' | 'not-sure' | 'speech-voice';
  text: string;
  values?: Readonly<Record<string, number>>;
}): VNode {
  const stand = useStand();
  return (
    <span class="check__mark">
      {stand.ways.pictures && (
        <span class="check__picture">
          <SetPicture name={props.name} alt="" />
        </span>
      )}
      <span>
        <Said text={ownWords(stand, props.text, props.values)} />
      </span>
    </span>
  );
}
