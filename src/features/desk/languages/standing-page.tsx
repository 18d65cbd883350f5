import { STANDINGS } from 'virtual:standings';
import { useCallback, useMemo } from 'preact/hooks';
import { number } from '../../../i18n/dates.ts';
import { languageOf } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { useDesk } from '../desk-context.ts';
import { Page } from '../frame/page.tsx';
import { languageName } from '../language-name.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAsked } from '../use-asked.ts';
import { checkedOf, coverage, type Coverage, type LanguageCoverage, type LayerCoverage } from './coverage.ts';
import { SIGNED } from '../../../i18n/signed-languages.ts';
import { SignedStanding } from './signed-standing.tsx';
import './languages.css';

/** Every language: what is there, what is missing, what has grown stale, and what a second speaker has checked. */
export function StandingPage() {
  const t = useText('desk-languages');
  const { client, may } = useDesk();
  const mayHear = may('record-sounds');
  const { value, problem, again } = useAsked(
    useCallback(async () => (mayHear ? client.sounds() : null), [client, mayHear]),
  );
  const languages = useMemo(() => coverage(STANDINGS, value?.languages ?? []), [value]);
  const sounds = (language: string, layer: 'standard' | 'easy'): number | null => {
    if (value === null) return null;
    const found = value.sounds.find((one) => one.language === language);
    return found === undefined ? 0 : Object.keys(found.sounds[layer]).length;
  };
  return (
    <Page title={t.el('title')}>
      <p class="desk-quiet">{t.el('what')}</p>
      <p class="desk-caution">{t.el('rule')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      <ul class="desk-sheets">
        {value !== null &&
          SIGNED.filter(({ tag }) => value.languages.includes(tag)).map((one) => (
            <li class="desk-sheet" key={one.tag}>
              <SignedStanding of={one} recorded={value.sounds.find(({ language }) => language === one.tag)} />
            </li>
          ))}
        {languages.map((one) => (
          <li class="desk-sheet" key={one.language}>
            <OneLanguage of={one} sounds={sounds} used={value?.languages.includes(one.language) ?? false} />
          </li>
        ))}
      </ul>
      <p class="desk-quiet">{t.el('files')}</p>
    </Page>
  );
}

function OneLanguage(props: {
  of: LanguageCoverage;
  used: boolean;
  sounds: (language: string, layer: 'standard' | 'easy') => number | null;
}) {
  const t = useText('desk-languages');
  const { language: inLanguage } = useLanguage();
  const { language, layers } = props.of;
  const { name, dir, status } = languageOf(language);
  return (
    <>
      <div class="desk-sheet__top">
        <h2 class="standing__name">
          {languageName(inLanguage, language)}{' '}
          <bdi lang={language} dir={dir} class="standing__own">
            {name}
          </bdi>
        </h2>
        {props.used && <span class="standing__used">{t.el('used')}</span>}
        <span class="desk-quiet">{t.el(status === 'checked' ? 'checkedLanguage' : 'draftLanguage')}</span>
      </div>
      {layers.map((layer) => (
        <Layer key={layer.layer} of={layer} sounds={props.sounds(language, layer.layer)} alone={layers.length === 1} />
      ))}
      {layers.every(({ layer }) => layer !== 'easy') && <p class="desk-quiet">{t.el('noEasy')}</p>}
    </>
  );
}

function Layer({ of, sounds, alone }: { of: LayerCoverage; sounds: number | null; alone: boolean }) {
  const t = useText('desk-languages');
  const { language } = useLanguage();
  return (
    <section class="standing__layer">
      {!alone && <h3 class="standing__layer-name">{t.el(`layers.${of.layer}`)}</h3>}
      <Bar label={t('for.person')} of={of.person} />
      <Bar label={t('for.worker')} of={of.worker} />
      {sounds !== null && <p>{t.el('sounds', { count: sounds, shown: number(language, sounds) })}</p>}
      <details class="desk-details">
        <summary>{t.el('byFeature')}</summary>
        <DataTable
          caption={t.el('byFeature')}
          hideCaption
          rows={of.features}
          rowKey={({ namespace }) => namespace}
          empty={<p>{t.el('empty')}</p>}
          columns={[
            {
              id: 'where',
              label: t.el('feature'),
              names: true,
              cell: ({ namespace, where }) => (
                <span lang="en" dir="ltr">
                  {where} <code>{namespace}</code>
                </span>
              ),
            },
            { id: 'who', label: t.el('readBy'), cell: ({ who }) => t.el(`for.${who}`) },
            ...(['texts', 'missing', 'stale'] as const).map((what) => ({
              id: what,
              label: t.el(`count.${what}`),
              number: true,
              cell: (row: Coverage) => number(language, row[what]),
            })),
            ...(['draft', 'translated', 'checked', 'tested'] as const).map((state) => ({
              id: state,
              label: t.el(`states.${state}`),
              number: true,
              cell: (row: Coverage) => number(language, row.states[state]),
            })),
          ]}
        />
      </details>
    </section>
  );
}

/** How much is there and how much of it was checked, as a bar and, beside it, in words. */
function Bar({ label, of }: { label: string; of: Coverage }) {
  const t = useText('desk-languages');
  const { language } = useLanguage();
  const here = of.texts - of.missing;
  const words = t('bar', {
    here: number(language, here),
    of: number(language, of.texts),
    checked: number(language, checkedOf(of)),
  });
  return (
    <div class="standing__bar">
      <span class="standing__for">{label}</span>
      <progress class="standing__progress" max={Math.max(1, of.texts)} value={here} aria-label={`${label}: ${words}`} />
      <span>{words}</span>
      {of.stale > 0 && <span class="standing__stale">{t.el('stale', { count: of.stale })}</span>}
    </div>
  );
}
