import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { loadEdit, type EditLending, type EditProps } from '../../../questions/views.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { QuestionProvider, useBuilder } from './builder-context.ts';
import { ChoicesFrom } from './choices-from.tsx';
import { changeQuestion, changeSettings } from './edits.ts';
import { findQuestionType } from '../../../questions/registry.ts';
import { NeedMarks } from './need-marks.tsx';
import { PictureOf } from './picture-of.tsx';
import { QuestionCode } from './question-code.tsx';
import { ShowIfEditor } from './show-if-editor.tsx';
import { TextFields, TextOf } from './text-fields.tsx';

const LEND: EditLending = { TextOf, PictureOf };

/** One question: what it asks, what can be answered, and when it is asked. */
export function QuestionEditor({ code }: { code: string }) {
  const t = useText('desk-surveys');
  const { doc, readOnly, edit } = useBuilder();
  const { questions } = doc.survey;
  const at = questions.findIndex((one) => one.code === code);
  const question = questions[at];
  if (question === undefined) return <p class="desk-quiet">{t.el('question.gone')}</p>;
  const type = findQuestionType(question.type);
  const asks = type?.noAnswer !== true;
  return (
    <QuestionProvider value={code}>
      <div class="question-editor">
        <header class="question-editor__head">
          <div>
            <p class="desk-quiet">{t.el('question.place', { place: at + 1, of: questions.length })}</p>
            <h2 class="question-editor__type">{t.el(`types.${question.type}.name`)}</h2>
          </div>
          <QuestionCode code={code} />
        </header>
        <div class="question-editor__ask">
          <PictureOf
            value={question.picture}
            label={t('question.picture')}
            onChange={(picture) =>
              edit((now) => changeQuestion(now, code, { picture }), { what: 'changed', about: code })
            }
          />
          <TextFields textKey={`${code}.ask`} label={t.el('question.ask')} long />
        </div>
        <details class="desk-details">
          <summary>{t.el('question.help')}</summary>
          <TextFields textKey={`${code}.help`} label={t.el('question.helpWhat')} />
        </details>
        <section class="question-editor__part">
          <h3>{t.el('question.answers')}</h3>
          {type === null ? (
            <p class="desk-caution">{t.el('question.unknownType', { type: question.type })}</p>
          ) : (
            <fieldset class="question-editor__settings" disabled={readOnly}>
              <TypeForm
                type={question.type}
                settings={question.settings}
                onChange={(settings) =>
                  edit((now) => changeSettings(now, code, settings), { what: 'changed', about: code })
                }
              />
              <ChoicesFrom question={question} />
            </fieldset>
          )}
        </section>
        <section class="question-editor__part">
          <h3>{t.el('question.when')}</h3>
          <ShowIfEditor question={question} />
        </section>
        <fieldset class="question-editor__part" disabled={readOnly}>
          <h3>{t.el('question.rules')}</h3>
          {asks && (
            <Check
              checked={question.required}
              label={t.el('question.required')}
              detail={t.el('question.requiredWhat')}
              onChange={(required) =>
                edit((now) => changeQuestion(now, code, { required }), { what: 'changed', about: code })
              }
            />
          )}
          <Check
            checked={question.quick}
            label={t.el('question.quick')}
            detail={t.el('question.quickWhat')}
            onChange={(quick) => edit((now) => changeQuestion(now, code, { quick }), { what: 'changed', about: code })}
          />
          <NeedMarks question={question} />
        </fieldset>
      </div>
    </QuestionProvider>
  );
}

export function Check(props: {
  checked: boolean;
  label: preact.ComponentChildren;
  detail?: preact.ComponentChildren;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="desk-check survey-check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        <strong>{props.label}</strong>
        {props.detail !== undefined && <span class="survey-check__detail">{props.detail}</span>}
      </span>
    </label>
  );
}

/** The type's own form, fetched when the first question of the type is opened. */
function TypeForm(props: { type: string; settings: unknown; onChange: (next: unknown) => void }) {
  const t = useText('desk-surveys');
  const { type } = props;
  const [Form, setForm] = useState<ComponentType<EditProps<unknown>> | 'none' | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    loadEdit(type).then(
      (form) => here && setForm(() => form ?? 'none'),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [type]);
  if (failed) {
    return (
      <p class="desk-caution">
        <Icon name="warning" size="small" /> {t.el('question.formFailed')}
      </p>
    );
  }
  if (Form === null) return <p class="desk-quiet">{t.el('opening')}</p>;
  if (Form === 'none') return <p class="desk-caution">{t.el('question.unknownType', { type })}</p>;
  return <Form settings={props.settings} onChange={props.onChange} lend={LEND} />;
}
