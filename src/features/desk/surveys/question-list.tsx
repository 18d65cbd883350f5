import { useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/shapes.ts';
import { VisuallyHidden } from '../../../ui/hidden/visually-hidden.tsx';
import { AddQuestion } from './add-question.tsx';
import { useBuilder } from './builder-context.ts';
import { addQuestion, copyQuestion, isFull, moveQuestion, removeQuestion } from './edits.ts';
import { firstWords } from './text-edits.ts';

/** The parts of a survey in order: what it is about, its questions, its words and sounds, and whether it is ready. */
export function QuestionList() {
  const t = useText('desk-surveys');
  const { doc, readOnly, at, open, edit } = useBuilder();
  const [adding, setAdding] = useState(false);
  const { questions } = doc.survey;
  const current = at?.startsWith('q.') === true ? at.slice(2) : null;

  function add(type: string): void {
    setAdding(false);
    const [, code] = addQuestion(doc, type, current);
    if (code === '') return;
    edit((now) => addQuestion(now, type, current)[0], { what: 'added', about: code });
    open(`q.${code}`);
  }

  return (
    <>
      <Part at="about" icon="information" words={t.el('about.title')} />
      <ol class="builder-questions">
        {questions.map((question, index) => (
          <li key={question.code} class="builder-question">
            <button
              type="button"
              class="builder-question__open"
              aria-current={question.code === current ? 'true' : undefined}
              onClick={() => open(`q.${question.code}`)}
            >
              <span class="builder-question__number">{index + 1}</span>
              <span class="builder-question__words">
                <span class="builder-question__ask">
                  <bdi>{firstWords(doc, `${question.code}.ask`) || t('list.unwritten')}</bdi>
                </span>
                <span class="builder-question__type">
                  {t.el(`types.${question.type}.name`)}
                  {question.showIf !== null && <Sign icon="unfold" words={t('marks.showIf')} />}
                  {question.quick && <Sign icon="clock" words={t('marks.quick')} />}
                  {question.need !== undefined && <Sign icon="need" words={t('marks.need')} />}
                </span>
              </span>
            </button>
            {question.code === current && !readOnly && <QuestionTools code={question.code} index={index} />}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button icon="plus" wide disabled={isFull(doc.survey)} onClick={() => setAdding(true)}>
          {t.el('add.open')}
        </Button>
      )}
      <Part at="words" icon="speaker" words={t.el('words.title')} />
      <Part at="ready" icon="check" words={t.el('ready.title')} />
      {adding && <AddQuestion onChoose={add} onClose={() => setAdding(false)} />}
    </>
  );
}

function Part(props: { at: string; icon: IconName; words: preact.ComponentChildren }) {
  const { at, open } = useBuilder();
  const here = at === props.at || (props.at === 'about' && at === null);
  return (
    <button type="button" class="builder-part" aria-current={here ? 'true' : undefined} onClick={() => open(props.at)}>
      <Icon name={props.icon} />
      <span>{props.words}</span>
    </button>
  );
}

function Sign({ icon, words }: { icon: IconName; words: string }) {
  return (
    <span class="builder-question__sign" title={words}>
      <Icon name={icon} size="small" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

/** What can be done with the question that is open; each says what it did, and "undo" takes it back. */
function QuestionTools({ code, index }: { code: string; index: number }) {
  const t = useText('desk-surveys');
  const { doc, edit, open, tell } = useBuilder();
  const last = doc.survey.questions.length - 1;
  const move = (by: -1 | 1): void => {
    edit((now) => moveQuestion(now, code, by), { what: 'moved', about: code });
    tell(t('tell.moved', { place: index + 1 + by, of: last + 1 }));
  };
  const copy = (): void => {
    const [, made] = copyQuestion(doc, code);
    if (made === '') return;
    edit((now) => copyQuestion(now, code)[0], { what: 'copied', about: code });
    open(`q.${made}`);
    tell(t('tell.copied'));
  };
  const remove = (): void => {
    const next = doc.survey.questions[index + 1] ?? doc.survey.questions[index - 1];
    edit((now) => removeQuestion(now, code), { what: 'removed', about: code });
    open(next === undefined ? 'about' : `q.${next.code}`, 'replace');
    tell(t('tell.removed'));
  };
  return (
    <div class="builder-question__tools">
      <IconButton icon="up" label={t('tools.up')} disabled={index === 0} onClick={() => move(-1)} />
      <IconButton icon="down" label={t('tools.down')} disabled={index === last} onClick={() => move(1)} />
      <IconButton icon="note" label={t('tools.copy')} disabled={isFull(doc.survey)} onClick={copy} />
      <IconButton icon="trash" label={t('tools.remove')} onClick={remove} />
    </div>
  );
}
