import { useState } from 'preact/hooks';
import type { TextLayer } from '../../../domain/survey.ts';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { languageName } from '../language-name.ts';
import { useBuilder } from './builder-context.ts';
import { coverageOf, picturesMissing, type Coverage, type Covered } from './coverage.ts';
import { addLanguage, removeLanguage } from './edits.ts';
import { languageChoices, writableLanguages } from './language-choices.ts';
import { Select } from '../select.tsx';
import type { Slot } from './slots.ts';
import { RecordAll } from './sound/record-all.tsx';
import { loadShared, ownSpoken, sharedSpoken } from './spoken-words.ts';
import { firstWords } from './text-edits.ts';

/** What is written, drawn and recorded in each language, plain and easy, and where something is still missing. */
export function WordsPane() {
  const t = useText('desk-surveys');
  const { language: screenLanguage } = useLanguage();
  const { doc, readOnly, edit, setLanguage } = useBuilder();
  const [more, setMore] = useState('');
  const [gaps, setGaps] = useState<Coverage | null>(null);
  const [recording, setRecording] = useState<Coverage | null>(null);
  const [shared, setShared] = useState<{ language: string; layer: TextLayer } | null>(null);
  const coverage = coverageOf(doc);
  const pictures = picturesMissing(doc);
  const first = doc.survey.languages[0] ?? 'en';
  const offered = writableLanguages(doc.survey.languages, screenLanguage);
  const shownGaps = gaps === null ? null : find(coverage, gaps);
  const nowRecording = recording === null ? null : find(coverage, recording);

  return (
    <div class="question-editor">
      <header class="question-editor__head">
        <h2 class="question-editor__type">{t.el('words.title')}</h2>
      </header>
      <p class="desk-quiet">{t.el('words.what')}</p>
      <table class="coverage">
        <caption class="visually-hidden">{t.el('words.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t.el('words.language')}</th>
            <th scope="col">{t.el('words.written')}</th>
            <th scope="col">{t.el('words.recorded')}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map((row) => (
            <tr key={`${row.language} ${row.layer}`}>
              <th scope="row">
                <bdi>{languageName(screenLanguage, row.language)}</bdi>
                <span class="coverage__layer">{t.el(`layer.${row.layer}`)}</span>
              </th>
              <td>
                <Bar covered={row.words} words={t('words.writtenOf', shown(row.words))} />
                {row.words.gaps.length > 0 && (
                  <button
                    type="button"
                    class="coverage__gaps"
                    aria-expanded={shownGaps === row}
                    onClick={() => setGaps(shownGaps === row ? null : row)}
                  >
                    {t.el('words.missing', { count: row.words.gaps.length })}
                  </button>
                )}
              </td>
              <td>
                <Bar covered={row.sounds} words={t('words.recordedOf', shown(row.sounds))} />
                {!readOnly && row.sounds.gaps.length > 0 && (
                  <button type="button" class="coverage__gaps" onClick={() => setRecording(row)}>
                    {t.el('words.recordNow')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shownGaps !== null && shownGaps.words.gaps.length > 0 && (
        <section class="survey-gaps" aria-label={t('words.gaps')}>
          <h3>
            {t.el('words.gapsOf', {
              language: languageName(screenLanguage, shownGaps.language),
              layer: t(`layer.${shownGaps.layer}`),
            })}
          </h3>
          <ul class="survey-findings">
            {shownGaps.words.gaps.map((slot) => (
              <Gap
                key={slot.key}
                slot={slot}
                onOpen={() => setLanguage(shownGaps.language)}
                field={`${shownGaps.language}/${shownGaps.layer}/${slot.key}`}
              />
            ))}
          </ul>
        </section>
      )}
      {pictures.length > 0 && (
        <section class="survey-gaps" aria-label={t('words.pictures')}>
          <h3>{t.el('words.picturesMissing', { count: pictures.length })}</h3>
          <ul class="survey-findings">
            {pictures.map((slot) => (
              <Gap key={slot.key} slot={slot} />
            ))}
          </ul>
        </section>
      )}
      {!readOnly && (
        <section class="question-editor__part">
          <h3>{t.el('words.addTitle')}</h3>
          <div class="words-add">
            <Select
              label={t.el('words.add')}
              value={more}
              onChange={setMore}
              options={[{ value: '', label: t('words.choose') }, ...languageChoices(offered, screenLanguage)]}
            />
            <Button
              icon="plus"
              disabled={more === ''}
              onClick={() => {
                edit((now) => addLanguage(now, more), { what: 'language', about: languageName(screenLanguage, more) });
                setLanguage(more);
                setMore('');
              }}
            >
              {t.el('words.addNow')}
            </Button>
          </div>
          {doc.survey.languages.length > 1 && (
            <details class="desk-details">
              <summary>{t.el('words.remove')}</summary>
              <p class="desk-quiet">{t.el('words.removeWhat')}</p>
              {doc.survey.languages
                .filter((one) => one !== first)
                .map((one) => (
                  <Button
                    key={one}
                    look="careful"
                    icon="trash"
                    onClick={() =>
                      edit((now) => removeLanguage(now, one), {
                        what: 'languageGone',
                        about: languageName(screenLanguage, one),
                      })
                    }
                  >
                    {t.el('words.removeOne', { language: languageName(screenLanguage, one) })}
                  </Button>
                ))}
            </details>
          )}
        </section>
      )}
      {!readOnly && (
        <section class="question-editor__part">
          <h3>{t.el('words.sharedTitle')}</h3>
          <p class="desk-quiet">{t.el('words.sharedWhat')}</p>
          <div class="words-shared">
            {doc.survey.languages.map((language) => (
              <Button
                key={language}
                icon="mic"
                onClick={() =>
                  void loadShared(doc, language, 'standard').then(() => setShared({ language, layer: 'standard' }))
                }
              >
                {languageName(screenLanguage, language)}
              </Button>
            ))}
          </div>
        </section>
      )}
      {nowRecording !== null && (
        <RecordAll
          language={nowRecording.language}
          layer={nowRecording.layer}
          texts={ownSpoken(doc, nowRecording.language, nowRecording.layer)}
          onClose={() => setRecording(null)}
        />
      )}
      {shared !== null && (
        <RecordAll
          language={shared.language}
          layer={shared.layer}
          texts={sharedSpoken(doc, shared.language, shared.layer)}
          onClose={() => setShared(null)}
        />
      )}
    </div>
  );

  function shown({ done, of }: Covered): { done: string; of: string } {
    return { done: number(screenLanguage, done), of: number(screenLanguage, of) };
  }
}

function find(all: readonly Coverage[], one: { language: string; layer: TextLayer }): Coverage | null {
  return all.find(({ language, layer }) => language === one.language && layer === one.layer) ?? null;
}

function Bar({ covered, words }: { covered: Covered; words: string }) {
  const share = covered.of === 0 ? 0 : covered.done / covered.of;
  return (
    <span class={`coverage__bar${covered.of > 0 && covered.done === covered.of ? ' coverage__bar--full' : ''}`}>
      <span class="coverage__words">
        {covered.of > 0 && covered.done === covered.of && <Icon name="check" size="small" />}
        {words}
      </span>
      <span class="coverage__track" aria-hidden="true">
        <span class="coverage__fill" style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </span>
    </span>
  );
}

/** One thing that is missing: its place in words, and the way there. */
function Gap({ slot, field, onOpen }: { slot: Slot; field?: string; onOpen?: () => void }) {
  const t = useText('desk-surveys');
  const { doc, open } = useBuilder();
  const question = doc.survey.questions.find((one) => one.code === slot.question);
  const go = (): void => {
    onOpen?.();
    open(slot.question === null ? 'about' : `q.${slot.question}`);
    if (field !== undefined) focusField(field);
  };
  return (
    <li>
      <button type="button" class="survey-finding survey-finding--jump" onClick={go}>
        <Icon name="edit" size="small" />
        <span>
          {question !== undefined && (
            <strong>
              <bdi>{firstWords(doc, `${question.code}.ask`) || question.code}</bdi>{' '}
            </strong>
          )}
          {t.el(partKey(slot.part), { part: slot.part.replace(/^o\./, '') })}
        </span>
      </button>
    </li>
  );
}

const KNOWN_PARTS = ['title', 'purpose', 'ask', 'help', 'picture'];
export function partKey(part: string): string {
  return `part.${KNOWN_PARTS.includes(part) ? part : part.startsWith('o.') ? 'choice' : 'other'}`;
}

/** Puts the cursor into a text's field once it is there: the question's form may still be on its way. */
export function focusField(field: string, tries = 20): void {
  const box = document.querySelector<HTMLElement>(`[data-text="${CSS.escape(field)}"]`);
  if (box !== null) {
    box.closest('details')?.setAttribute('open', '');
    box.focus();
    return;
  }
  if (tries > 0) setTimeout(() => focusField(field, tries - 1), 50);
}
