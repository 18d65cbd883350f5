import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { useChanges } from '../desk-context.ts';
import { AboutSurvey } from './about-survey.tsx';
import { BuilderProvider, type BuilderRoom } from './builder-context.ts';
import { languageChoices } from './language-choices.ts';
import { KeptWords } from './kept-words.tsx';
import type { OpenSurveyStore } from './open-survey.ts';
import { OtherHand } from './other-hand.tsx';
import { PreviewPane } from './preview/preview-pane.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionList } from './question-list.tsx';
import { ReadyPane } from './ready-pane.tsx';
import { Select } from '../select.tsx';
import { StateMark } from './state-mark.tsx';
import { firstWords } from './text-edits.ts';
import { UsedNotice } from './used-notice.tsx';
import { WordsPane } from './words-pane.tsx';

/** On a narrow screen one of these fills it; on a wide one they stand side by side. */
type Pane = 'list' | 'edit' | 'preview';

/** The builder: the questions in order, the one being made, and how it looks to the person who answers. */
export function Builder(props: {
  store: OpenSurveyStore;
  at: string | null;
  open: (at: string, how?: 'replace') => void;
}) {
  const t = useText('desk-surveys');
  const { language: screenLanguage } = useLanguage();
  const { store, at } = props;
  useChanges(store);
  const { history, readOnly } = store.state();
  const doc = history.now;
  const { survey } = doc;
  const [language, setLanguage] = useState(survey.languages[0] ?? 'en');
  const written = survey.languages.includes(language) ? language : (survey.languages[0] ?? 'en');
  const [pane, setPane] = useState<Pane>(at === null ? 'list' : 'edit');
  const [told, setTold] = useState('');
  const middle = useRef<HTMLElement>(null);
  const { open: openAt } = props;

  const open = useCallback(
    (next: string, how?: 'replace') => {
      setPane('edit');
      openAt(next, how);
    },
    [openAt],
  );
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    middle.current?.scrollTo({ top: 0 });
  }, [at]);

  const room = useMemo<BuilderRoom>(
    () => ({
      store,
      doc,
      readOnly,
      language: written,
      setLanguage,
      at,
      open,
      edit: (make, did) => store.edit(make, did),
      tell: setTold,
    }),
    [store, doc, readOnly, written, at, open],
  );

  const undo = useCallback(() => {
    const did = store.undo();
    if (did !== null) setTold(t('undone', { what: t(`did.${did.what}`, { about: did.about ?? '' }) }));
  }, [store, t]);
  useUndoKey(undo);

  const title = firstWords(doc, 'title');
  return (
    <BuilderProvider value={room}>
      <div class="builder" data-pane={pane}>
        <header class="builder__bar">
          <IconButton icon="back" label={t('backToList')} href="/desk/surveys" />
          <div class="builder__name">
            <h1 class="builder__title">
              <bdi>{title === '' ? t('list.untitled') : title}</bdi>
            </h1>
            <div class="builder__facts">
              <StateMark state={survey.state} />
              <span>{t.el('list.version', { version: survey.version })}</span>
              <KeptWords />
            </div>
          </div>
          <div class="builder__tools">
            {!readOnly && (
              <Button icon="history" look="quiet" disabled={history.past.length === 0} onClick={undo}>
                {t.el('undo')}
              </Button>
            )}
            <Select
              label={t.el('language.writing')}
              labelHidden
              value={written}
              onChange={setLanguage}
              options={languageChoices(survey.languages, screenLanguage)}
            />
            <Button look="main" icon="check" onClick={() => open('ready')}>
              {t.el(readOnly ? 'ready.stateOf' : 'ready.open')}
            </Button>
          </div>
        </header>
        <UsedNotice />
        <OtherHand />
        <div class="builder__columns">
          <nav class="builder__list" aria-label={t('parts')}>
            <QuestionList />
          </nav>
          <section class="builder__middle" aria-label={t('making')} ref={middle}>
            <Middle at={at} />
          </section>
          <aside class="builder__preview" aria-label={t('preview.title')}>
            <PreviewPane />
          </aside>
        </div>
        <fieldset class="builder__panes" aria-label={t('panes.label')}>
          {(['list', 'edit', 'preview'] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="builder__pane"
              aria-pressed={pane === one}
              onClick={() => setPane(one)}
            >
              {t.el(`panes.${one}`)}
            </button>
          ))}
        </fieldset>
        <div class="builder__told" data-shown={told !== ''}>
          <LiveRegion visible>{told}</LiveRegion>
          {told !== '' && <IconButton icon="cross" label={t('closeNote')} onClick={() => setTold('')} />}
        </div>
      </div>
    </BuilderProvider>
  );
}

function Middle({ at }: { at: string | null }) {
  if (at === 'words') return <WordsPane />;
  if (at === 'ready') return <ReadyPane />;
  if (at?.startsWith('q.') === true) return <QuestionEditor key={at} code={at.slice(2)} />;
  return <AboutSurvey />;
}

/** Ctrl+Z (or Cmd+Z) takes the last change back, unless somebody is typing: there the field's own undo is meant. */
function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!wanted || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (typing) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [undo]);
}
