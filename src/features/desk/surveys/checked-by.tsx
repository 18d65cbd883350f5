import { useState } from 'preact/hooks';
import { textStatus, type TextStatus } from '../../../domain/survey.ts';
import { date } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { languageName } from '../language-name.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { useBuilder } from './builder-context.ts';
import { Select } from '../select.tsx';

/** Who read the easy read with people, and who checked each translation. It may be said of a version in use too. */
export function CheckedBy() {
  const t = useText('desk-surveys');
  const { doc } = useBuilder();
  const [first, ...others] = doc.texts;
  return (
    <section class="question-editor__part">
      <h3>{t.el('checked.title')}</h3>
      <ul class="checked-by">
        <EasyRead />
        {(first === undefined ? [] : [first, ...others]).map((row) => (
          <Language key={row.language} language={row.language} status={row.status} checked={row.checked} />
        ))}
      </ul>
    </section>
  );
}

function EasyRead() {
  const t = useText('desk-surveys');
  const { language } = useLanguage();
  const { store, doc } = useBuilder();
  const { easyReadChecked } = doc.survey;
  const { busy, problem, act } = useAct();
  const [by, setBy] = useState<string | null>(null);
  return (
    <li class="checked-one">
      <p class="checked-one__what">
        <strong>{t.el('checked.easyRead')}</strong>
        <span>
          {easyReadChecked === null
            ? t.el('checked.nobody')
            : t.el('checked.by', { who: easyReadChecked.by, on: date(language, easyReadChecked.on) })}
        </span>
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {by === null ? (
        <Button onClick={() => setBy('')}>{t.el('checked.sayEasy')}</Button>
      ) : (
        <form
          class="checked-one__form"
          onSubmit={(event) => {
            event.preventDefault();
            const who = by.trim();
            if (who !== '')
              void act(() => store.mark({ what: 'easy-read', by: who })).then((done) => done && setBy(null));
          }}
        >
          <TextField
            label={t.el('checked.who')}
            hint={t.el('checked.whoEasy')}
            value={by}
            onChange={setBy}
            maxLength={80}
          />
          <Button type="submit" look="main" busy={busy}>
            {t.el('checked.keep')}
          </Button>
        </form>
      )}
    </li>
  );
}

function Language(props: {
  language: string;
  status: TextStatus;
  checked: { readonly by: string; readonly on: string } | null;
}) {
  const t = useText('desk-surveys');
  const { language: screenLanguage } = useLanguage();
  const { store } = useBuilder();
  const { busy, problem, act } = useAct();
  const [open, setOpen] = useState(false);
  const [status, setStatus] = useState<TextStatus>(props.status);
  const [by, setBy] = useState('');
  const { checked } = props;
  const named = status === 'checked' || status === 'tested';
  return (
    <li class="checked-one">
      <p class="checked-one__what">
        <strong>
          <bdi>{languageName(screenLanguage, props.language)}</bdi>
        </strong>
        <span>
          {t.el(`status.${props.status}`)}
          {checked !== null && ` · ${t('checked.by', { who: checked.by, on: date(screenLanguage, checked.on) })}`}
        </span>
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {!open ? (
        <Button onClick={() => setOpen(true)}>{t.el('checked.say')}</Button>
      ) : (
        <form
          class="checked-one__form"
          onSubmit={(event) => {
            event.preventDefault();
            const who = by.trim();
            if (named && who === '') return;
            const { language } = props;
            void act(() => store.mark({ what: 'language', language, status, by: named ? who : null })).then(
              (done) => done && setOpen(false),
            );
          }}
        >
          <Select
            label={t.el('checked.howFar')}
            value={status}
            onChange={setStatus}
            options={textStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          {named && <TextField label={t.el('checked.who')} value={by} onChange={setBy} maxLength={80} required />}
          <Button type="submit" look="main" busy={busy}>
            {t.el('checked.keep')}
          </Button>
        </form>
      )}
    </li>
  );
}
