import type { VNode } from 'preact';
import type { Choice, PictureRef, SurveyQuestion } from '../domain/survey.ts';
import type { Say } from '../sound/sound-desk.ts';
import { SetPicture } from '../ui/pictures/set-picture.tsx';
import { isPictureName } from '../ui/pictures/set.ts';
import type { Answering, LoadedSurvey } from '../surveys/answering.ts';
import { readQuestion, type KnownQuestion } from '../surveys/read-question.ts';
import { allIn } from '../surveys/stages.ts';
import { lookUp } from '../surveys/texts.ts';
import { directionOf } from './language-face.ts';
import { choiceWords, consentWords, ownWords, questionWords, surveyWords } from './words.ts';
import './paper-sheet.css';

/** Rows are lettered as they are when sheets are typed in; their answers are the numbers of the choices. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Lines to write on, in types whose answer is words. */
const LINES = 3;

interface Printing {
  readonly loaded: LoadedSurvey;
  readonly state: Answering;
  readonly language: string;
  readonly layer: Answering['readingMode'];
  readonly second: string | null;
  readonly pictureUrl: (sha256: string) => string | null;
}

/**
 * A survey as picture cards on A4: a short number on each card to tick, and the same numbers to type in later. In the
 * language of `state`, and in a second one where the survey has words in it. Black and white lose nothing: cards are told
 * apart by number, shape and word. The texts of `player`, `consent`, `common-questions`, `lists` and of the question
 * types must be loaded.
 */
export function PaperSheet(props: {
  loaded: LoadedSurvey;
  /** As begun in paper mode, in the language and reading mode to print. */
  state: Answering;
  /** Tag of a second language under the first, or null. */
  second: string | null;
  /** Address of a picture the team added, or null while it is not on this tablet. */
  pictureUrl: (sha256: string) => string | null;
}): VNode {
  const { loaded, state } = props;
  const printing: Printing = { ...props, language: state.language, layer: state.readingMode };
  const questions = (['questions', 'evaluation', 'about-you'] as const).flatMap((stage) => allIn(stage, loaded.survey));
  const own = (key: string): VNode => <Words text={ownWords(printing, key)} />;
  return (
    <article
      class="paper-sheet"
      lang={state.language}
      dir={directionOf(state.language)}
      data-reading={state.readingMode}
    >
      <header class="paper-sheet__head">
        <h1>
          <Words text={surveyWords(printing, 'title')} second={secondWords(printing, 'title')} />
        </h1>
        <p>
          <Words text={surveyWords(printing, 'purpose')} second={secondWords(printing, 'purpose')} />
        </p>
        <p class="paper-sheet__code">
          {own('paper.code')}
          <span class="paper-sheet__blanks" aria-hidden="true">
            {Array.from({ length: 8 }, (_, at) => (
              <span key={at} class={at === 4 ? 'paper-sheet__blank paper-sheet__blank--apart' : 'paper-sheet__blank'} />
            ))}
          </span>
        </p>
        <div class="paper-sheet__consent">
          <p>
            <Words text={consentWords(printing, 'use', false)[0]} />
          </p>
          <Tick picture="set:yes" printing={printing} label={own('consent.yes')} />
          <Tick picture="set:no" printing={printing} label={own('consent.no')} />
        </div>
      </header>
      <ol class="paper-sheet__questions">
        {questions.map((question, at) => (
          <Asked key={question.code} printing={printing} question={question} number={at + 1} />
        ))}
      </ol>
      <footer class="paper-sheet__foot">{own('paper.thanks')}</footer>
    </article>
  );
}

function Asked(props: { printing: Printing; question: SurveyQuestion; number: number }): VNode {
  const { printing, question, number } = props;
  const known = readQuestion(question);
  const help = questionWords(printing, question, 'help');
  const secondHelp = secondWords(printing, `${question.code}.help`);
  return (
    <li class="paper-question">
      <div class="paper-question__ask">
        <bdi class="paper-question__number" dir="ltr">
          {number}
        </bdi>
        {question.picture !== null && <Drawn of={question.picture} printing={printing} />}
        <h2>
          <Words
            text={questionWords(printing, question, 'ask')}
            second={secondWords(printing, `${question.code}.ask`)}
          />
        </h2>
      </div>
      {!help.missing && (
        <p>
          <Words text={help} second={secondHelp} />
        </p>
      )}
      {known !== null && known.type.noAnswer !== true && <Answers printing={printing} known={known} />}
    </li>
  );
}

function Answers({ printing, known }: { printing: Printing; known: KnownQuestion }): VNode {
  const { question, type, choices, rows } = known;
  const writes = type.words !== undefined || type.number !== undefined;
  const label = (choice: Choice, kind: 'choice' | 'row'): VNode => (
    <Words
      text={choiceWords(printing, question, choice.code, kind)}
      second={secondWords(printing, `${question.code}.o.${choice.code}`)}
    />
  );
  const pass = (
    <>
      <Tick
        sign="?"
        picture="set:not-sure"
        printing={printing}
        label={<Words text={ownWords(printing, 'bar.notSure')} />}
      />
      <Tick sign="–" picture="set:skip" printing={printing} label={<Words text={ownWords(printing, 'bar.skip')} />} />
    </>
  );
  if (rows.length > 0)
    return (
      <>
        <table class="paper-rows">
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.code}>
                <th scope="row">
                  <span class="paper-rows__row">
                    <bdi class="paper-tick__sign" dir="ltr">
                      {LETTERS[at]}
                    </bdi>
                    {row.picture !== null && <Drawn of={row.picture} printing={printing} />}
                    <span>{label(row, 'row')}</span>
                  </span>
                </th>
                {choices.map((choice, index) => (
                  <td key={choice.code}>
                    <Tick
                      sign={String(index + 1)}
                      picture={choice.picture}
                      printing={printing}
                      label={label(choice, 'choice')}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div class="paper-cards paper-cards--pass">{pass}</div>
      </>
    );
  return (
    <>
      <div class="paper-cards">
        {choices.map((choice, at) => (
          <Tick
            key={choice.code}
            sign={String(at + 1)}
            picture={choice.picture}
            printing={printing}
            label={label(choice, 'choice')}
          />
        ))}
        {pass}
      </div>
      {writes && (
        <div class="paper-lines" aria-hidden="true">
          {Array.from({ length: type.number === undefined ? LINES : 1 }, (_, at) => (
            <span key={at} class="paper-lines__one" />
          ))}
        </div>
      )}
    </>
  );
}

/** One card: its short number beside a box to tick, its picture, its words. */
function Tick(props: { sign?: string; picture: PictureRef | null; printing: Printing; label: VNode }): VNode {
  return (
    <div class="paper-tick">
      <span class="paper-tick__top">
        <span class="paper-tick__box" aria-hidden="true" />
        {props.sign !== undefined && (
          <bdi class="paper-tick__sign" dir="ltr">
            {props.sign}
          </bdi>
        )}
      </span>
      {props.picture !== null && <Drawn of={props.picture} printing={props.printing} />}
      <span class="paper-tick__words">{props.label}</span>
    </div>
  );
}

function Drawn({ of: ref, printing }: { of: PictureRef; printing: Printing }): VNode | null {
  const name = ref.slice(4);
  if (ref.startsWith('set:'))
    return isPictureName(name) ? (
      <span class="paper-picture">
        <SetPicture name={name} alt="" />
      </span>
    ) : null;
  const url = printing.pictureUrl(name);
  return url === null ? null : (
    <span class="paper-picture">
      <img src={url} alt="" />
    </span>
  );
}

/** The words, and under them the same in the second language. */
function Words({ text, second = null }: { text: Say; second?: Say | null }): VNode {
  const marked = (one: Say): VNode => (
    <span lang={one.language} dir={directionOf(one.language)}>
      {one.words}
    </span>
  );
  return (
    <>
      {marked(text)}
      {second !== null && <span class="paper-second">{marked(second)}</span>}
    </>
  );
}

/** null where the second language has no words of its own for it. */
function secondWords({ loaded, second, layer }: Printing, key: string): Say | null {
  if (second === null) return null;
  const { words, language, clip, missing } = lookUp(loaded.texts, key, second, layer);
  return missing || language !== second ? null : { id: key, words, language, clip };
}
