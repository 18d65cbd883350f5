import type { VNode } from 'preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { loadTexts } from '../../i18n/catalogue.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { languageFace } from '../../player/language-face.ts';
import { LanguageName } from '../../player/language-name.tsx';
import { PaperSheet } from '../../player/paper-sheet.tsx';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { begin } from '../../surveys/flow.ts';
import { heldLanguages } from '../../surveys/held-languages.ts';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Row, Stack } from '../../ui/screen/screen.tsx';
import { usePictures } from './use-pictures.ts';
import { SurveyTitle } from './survey-title.tsx';
import './paper.css';

const NAMESPACES = ['player', 'common', 'common-questions', 'question-common', 'consent', 'lists'];

/** Namespaces with the words of every type of question in a survey, beside those that every survey brings. */
export function textsOf({ survey }: LoadedSurvey): readonly string[] {
  return [...NAMESPACES, ...new Set(survey.questions.map(({ type }) => `question-${type}`))];
}

/** A survey on paper: sheets to print, in one language or two, and the way to type in what came back. */
export function PaperChoice(props: { loaded: LoadedSurvey; busy: boolean; onType: () => void }): VNode {
  const t = useText('answer');
  const id = useId();
  const { loaded } = props;
  const { texts } = loaded;
  const here = useLanguage();
  const held = heldLanguages(loaded);
  const [language, setLanguage] = useState(held.includes(here.language) ? here.language : (held[0] ?? 'en'));
  const [second, setSecond] = useState<string>('');
  const [readingMode, setReadingMode] = useState(here.readingMode);
  const [ready, setReady] = useState('');
  const pictureUrl = usePictures();
  const wanted = `${language} ${readingMode}`;
  useEffect(() => {
    let left = false;
    void loadTexts(textsOf(loaded), { language, readingMode }).then(() => !left && setReady(wanted));
    return () => {
      left = true;
    };
  }, [loaded, language, readingMode, wanted]);
  const state = useMemo(
    () => begin(loaded, { mode: 'paper', language, readingMode, seed: 0 }),
    [loaded, language, readingMode],
  );
  const tiles = held.map((tag) => ({ value: tag, label: <LanguageName face={languageFace(tag, texts)} /> }));
  return (
    <Stack room="large">
      <div class="no-print">
        <Stack room="large">
          <h2 id={id}>
            <SurveyTitle of={loaded} />
          </h2>
          <Row>
            <Button look="main" icon="edit" busy={props.busy} onClick={props.onType}>
              {t.el('paper.type')}
            </Button>
            <Button icon="print" onClick={() => globalThis.print()}>
              {t.el('paper.print')}
            </Button>
          </Row>
          <p>{t.el('paper.printHow')}</p>
          {tiles.length > 1 && (
            <>
              <ChoiceList<string>
                label={t.el('paper.language')}
                layout="tiles"
                choices={tiles}
                value={language}
                onChange={(tag) => {
                  setLanguage(tag);
                  if (tag === second) setSecond('');
                }}
              />
              <ChoiceList<string>
                label={t.el('paper.second')}
                layout="tiles"
                choices={[
                  { value: '', label: t.el('paper.noSecond') },
                  ...tiles.filter(({ value }) => value !== language),
                ]}
                value={second}
                onChange={setSecond}
              />
            </>
          )}
          <ChoiceList<'standard' | 'easy'>
            label={t.el('paper.reading')}
            layout="tiles"
            choices={[
              { value: 'standard', label: t.el('paper.standard') },
              { value: 'easy', label: t.el('paper.easy') },
            ]}
            value={readingMode}
            onChange={setReadingMode}
          />
        </Stack>
      </div>
      {ready === wanted && (
        // Wider than a phone: it is moved under the glass, with the arrow keys too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls has to be reached
        <section class="paper-print" aria-labelledby={id} tabIndex={0}>
          <PaperSheet loaded={loaded} state={state} second={second === '' ? null : second} pictureUrl={pictureUrl} />
        </section>
      )}
    </Stack>
  );
}
