import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AppSounds } from '../../../domain/app-sounds.ts';
import { isSigned } from '../../../domain/signed.ts';
import type { TextLayer } from '../../../domain/survey.ts';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Moment } from '../frame/moment.tsx';
import { Page } from '../frame/page.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { Select } from '../select.tsx';
import { languageChoices } from '../surveys/language-choices.ts';
import { useAsked } from '../use-asked.ts';
import { heardTexts, loadHeardTexts, soundOf, type HeardText, type SoundState } from './heard-texts.ts';
import { RecordText } from './record-text.tsx';
import { TextList } from './text-list.tsx';
import './studio.css';

type Show = 'all' | 'missing';

/** Where the app's own words get a voice: every text people hear, in one language and layer, one recording after another. */
export function Studio() {
  const t = useText('desk-sounds');
  const { language: screenLanguage } = useLanguage();
  const { client, clips } = useDesk();
  const { value, problem, again, put } = useAsked(useCallback(() => client.sounds(), [client]));
  const [language, setLanguage] = useState('en');
  const [layer, setLayer] = useState<TextLayer>('standard');
  const [show, setShow] = useState<Show>('missing');
  const [at, setAt] = useState<string | null>(null);
  const { texts, easyToo } = useHeardTexts(language, layer);
  const signed = isSigned(language);
  if (value === null) {
    return (
      <Page title={t.el('title')}>
        {problem === null ? (
          <Moment>{t.el('loading')}</Moment>
        ) : (
          <ProblemNotice problem={problem} onRetry={() => void again()} />
        )}
      </Page>
    );
  }
  const recorded = value.sounds.find((one) => one.language === language);
  const stateOf = (text: HeardText): SoundState => soundOf(text, layer, recorded).state;
  const done = (texts ?? []).filter((text) => stateOf(text) === 'here').length;
  const shown = (texts ?? []).filter((text) => show === 'all' || stateOf(text) !== 'here');
  const open = texts?.find(({ places }) => places[0] === at);
  const next = (from: HeardText): HeardText | undefined => {
    const all = texts ?? [];
    const behind = all.slice(all.indexOf(from) + 1);
    return behind.find((text) => show === 'all' || stateOf(text) !== 'here');
  };
  const took = (sounds: AppSounds): void =>
    put({ ...value, sounds: [...value.sounds.filter((one) => one.language !== sounds.language), sounds] });
  return (
    <Page title={t.el('title')}>
      <p class="desk-quiet">{t.el('what')}</p>
      {clips === null && <p class="desk-caution">{t.el('noMicrophone')}</p>}
      <div class="sounds__choose">
        <Select
          label={t.el('language')}
          value={language}
          onChange={(tag) => {
            setLanguage(tag);
            setLayer('standard');
            setAt(null);
          }}
          options={languageChoices(value.languages, screenLanguage)}
        />
        {easyToo && (
          <Select
            label={t.el(signed ? 'signed.layer' : 'layer')}
            value={layer}
            onChange={(next) => {
              setLayer(next);
              setAt(null);
            }}
            options={(['standard', 'easy'] as const).map((one) => ({ value: one, label: t(`layers.${one}`) }))}
          />
        )}
        <Select
          label={t.el('show')}
          value={show}
          onChange={setShow}
          options={(['missing', 'all'] as const).map((one) => ({ value: one, label: t(`shows.${one}`) }))}
        />
      </div>
      {texts === null && <Moment>{t.el('loading')}</Moment>}
      {texts !== null && texts.length === 0 && <p>{t.el('noWords')}</p>}
      {texts !== null && texts.length > 0 && (
        <>
          <LiveRegion visible>
            {t('progress', { done: number(screenLanguage, done), of: number(screenLanguage, texts.length) })}
          </LiveRegion>
          <progress class="sounds__progress" aria-hidden="true" max={texts.length} value={done} />
          {open === undefined && shown.length > 0 && (
            <div>
              <Button look="main" icon={signed ? 'camera' : 'mic'} onClick={() => setAt(shown[0]?.places[0] ?? null)}>
                {t.el('begin')}
              </Button>
            </div>
          )}
          {shown.length === 0 && <p>{t.el(signed ? 'signed.allDone' : 'allDone')}</p>}
          {open !== undefined && (
            <RecordText
              key={`${language} ${layer} ${open.places[0]}`}
              text={open}
              language={language}
              layer={layer}
              sound={soundOf(open, layer, recorded)}
              onTaken={took}
              onNext={() => setAt(next(open)?.places[0] ?? null)}
              onClose={() => setAt(null)}
            />
          )}
          <TextList texts={shown} language={language} stateOf={stateOf} open={at} onOpen={setAt} />
        </>
      )}
    </Page>
  );
}

/** `texts` is null while they are fetched. `easyToo`: the language has easy words of its own. */
function useHeardTexts(
  language: string,
  layer: TextLayer,
): { readonly texts: readonly HeardText[] | null; readonly easyToo: boolean } {
  const wanted = `${language} ${layer}`;
  const [found, show] = useState<{ of: string; texts: readonly HeardText[] } | null>(null);
  const [easy, tell] = useState<{ of: string; is: boolean } | null>(null);
  useEffect(() => {
    let gone = false;
    const fetch = async (): Promise<void> => {
      await Promise.all([
        loadHeardTexts({ language, readingMode: 'standard' }),
        loadHeardTexts({ language, readingMode: 'easy' }),
      ]);
      if (gone) return;
      show({ of: wanted, texts: heardTexts(language, layer) });
      tell({ of: language, is: heardTexts(language, 'easy').length > 0 });
    };
    void fetch();
    return () => {
      gone = true;
    };
  }, [wanted]);
  return {
    texts: found?.of === wanted ? found.texts : null,
    easyToo: easy?.of === language && easy.is,
  };
}
