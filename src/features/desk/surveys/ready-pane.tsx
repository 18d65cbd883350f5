import { useCallback, useMemo, useState } from 'preact/hooks';
import type { SurveyFinding } from '../../../domain/desk-surveys.ts';
import type { SurveyState } from '../../../domain/survey.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { checkSurvey } from '../../../surveys/check.ts';
import { minutesOf } from '../../../surveys/minutes.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { isPictureName } from '../../../ui/pictures/set.ts';
import { useDesk } from '../desk-context.ts';
import { languageName } from '../language-name.ts';
import { surveyPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { useBuilder } from './builder-context.ts';
import { CheckedBy } from './checked-by.tsx';
import { ExportButton } from './export-button.tsx';
import { gapsOf, PublishWithGaps } from './publish-with-gaps.tsx';
import { firstWords } from './text-edits.ts';
import { ThrowAway } from './throw-away.tsx';
import { focusField, partKey } from './words-pane.tsx';

/** Everything there is to know before a survey goes out: what stands in the way, who has checked it, and the ways on. */
export function ReadyPane() {
  const t = useText('desk-surveys');
  const { doc } = useBuilder();
  const { client } = useDesk();
  const used = useAsked(useCallback(() => client.organisation(), [client])).value?.languages ?? null;
  const findings = useMemo(() => checkSurvey({ ...doc, isPicture: isPictureName, languagesUsed: used }), [doc, used]);
  const [told, setTold] = useState<readonly SurveyFinding[]>([]);
  const all = [...findings, ...told.filter((one) => !findings.some((other) => sameFinding(one, other)))];
  const stops = all.filter(({ weight }) => weight === 'stops');
  const warns = all.filter(({ weight }) => weight === 'warns');
  const minutes = minutesOf(doc.survey);
  return (
    <div class="question-editor">
      <header class="question-editor__head">
        <h2 class="question-editor__type">{t.el('ready.title')}</h2>
        <ExportButton />
      </header>
      <p class="ready-minutes">
        <Icon name="clock" />{' '}
        {t.el(minutes.quick === 0 ? 'ready.minutes' : 'ready.minutesQuick', {
          count: minutes.all,
          quick: minutes.quick,
        })}
      </p>
      <Findings
        list={stops}
        title={stops.length === 0 ? t('ready.clear') : t('ready.stops', { count: stops.length })}
      />
      {warns.length > 0 && <Findings list={warns} title={t('ready.warns', { count: warns.length })} />}
      <CheckedBy />
      <StateWays blocked={stops.length > 0} findings={all} onFindings={setTold} />
      <ThrowAway />
    </div>
  );
}

function sameFinding(a: SurveyFinding, b: SurveyFinding): boolean {
  return (
    a.reason === b.reason &&
    a.question === b.question &&
    a.key === b.key &&
    a.language === b.language &&
    a.layer === b.layer
  );
}

/** The same thing said of more places than this stands once, with the places folded away. */
const ALONE = 2;

function Findings({ list, title }: { list: readonly SurveyFinding[]; title: string }) {
  const t = useText('desk-surveys');
  const groups = new Map<string, SurveyFinding[]>();
  for (const one of list) {
    const key = `${one.reason} ${one.language} ${one.layer}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <section class="question-editor__part">
      <h3>{title}</h3>
      {list.length > 0 && (
        <ul class="survey-findings">
          {[...groups.entries()].flatMap(([key, same]) =>
            same.length <= ALONE
              ? same.map((one, at) => <Finding key={`${key} ${at}`} finding={one} />)
              : [
                  <li key={key}>
                    <details class={`survey-finding-group survey-finding--${same[0]?.weight ?? 'warns'}`}>
                      <summary>
                        <FindingWords finding={same[0] as SurveyFinding} />
                        <span class="desk-count">{t('ready.places', { count: same.length })}</span>
                      </summary>
                      <ul class="survey-findings">
                        {same.map((one, at) => (
                          <Finding key={at} finding={one} place />
                        ))}
                      </ul>
                    </details>
                  </li>,
                ],
          )}
        </ul>
      )}
    </section>
  );
}

function FindingWords({ finding }: { finding: SurveyFinding }) {
  const t = useText('desk-surveys');
  const { language: screenLanguage } = useLanguage();
  const { language, layer } = finding;
  const { languages } = finding.about;
  const named = (tags: string): string =>
    tags
      .split(' ')
      .map((tag) => languageName(screenLanguage, tag))
      .join(', ');
  return (
    <span>
      {t.el(`survey-check:${finding.reason}`, {
        ...finding.about,
        ...(typeof languages === 'string' ? { languages: named(languages) } : {}),
      })}
      {language !== null && (
        <span class="survey-finding__where">
          {languageName(screenLanguage, language)}
          {layer !== null && `, ${t(`layer.${layer}`)}`}
        </span>
      )}
    </span>
  );
}

/** One reason in words, with the place it is about; it leads there. */
function Finding({ finding, place = false }: { finding: SurveyFinding; place?: boolean }) {
  const t = useText('desk-surveys');
  const { doc, open, setLanguage } = useBuilder();
  const { question, key, language, layer } = finding;
  const part = key === null ? 'ask' : key.includes('.') ? key.slice(key.indexOf('.') + 1) : key;
  const asked = doc.survey.questions.find((one) => one.code === question);
  const go = (): void => {
    if (language !== null && doc.survey.languages.includes(language)) setLanguage(language);
    open(
      asked !== undefined
        ? `q.${asked.code}`
        : key === 'title' || key === 'purpose'
          ? 'about'
          : language === null
            ? 'about'
            : 'words',
    );
    if (key !== null) focusField(`${language ?? doc.survey.languages[0] ?? 'en'}/${layer ?? 'standard'}/${key}`);
  };
  return (
    <li>
      <button
        type="button"
        class={`survey-finding survey-finding--jump survey-finding--${finding.weight}`}
        onClick={go}
      >
        <Icon name={finding.weight === 'stops' ? 'cross' : 'information'} size="small" />
        <span>
          {asked !== undefined && (
            <strong>
              <bdi>{firstWords(doc, `${asked.code}.ask`) || asked.code}</bdi>{' '}
            </strong>
          )}
          {place ? t.el(partKey(part), { part: part.replace(/^o\./, '') }) : <FindingWords finding={finding} />}
        </span>
      </button>
    </li>
  );
}

/** What may become of this version, each with what it means. */
function StateWays(props: {
  blocked: boolean;
  findings: readonly SurveyFinding[];
  onFindings: (found: readonly SurveyFinding[]) => void;
}) {
  const t = useText('desk-surveys');
  const { may, go } = useDesk();
  const { store, doc } = useBuilder();
  const { busy, problem, act } = useAct();
  const [said, setSaid] = useState('');
  const [deciding, decide] = useState(false);
  const gaps = gapsOf(props.findings);
  const { state, surveyId, version } = doc.survey;
  const ways: readonly { to: SurveyState; needsClear: boolean }[] = WAYS[state];

  function change(to: SurveyState): void {
    setSaid('');
    void act(async () => {
      const answer = await store.changeState(to);
      props.onFindings(answer.done ? [] : answer.findings);
      setSaid(t(answer.done ? `ready.became.${to}` : 'ready.refused'));
      const { survey } = answer.open;
      if (survey.version !== version) go(surveyPath(surveyId, survey.version));
    });
  }
  function wanted(to: SurveyState): void {
    if (to === 'published' && gaps.texts + gaps.pictures + gaps.sounds > 0) decide(true);
    else change(to);
  }
  return (
    <section class="question-editor__part">
      <h3>{t.el('ready.next')}</h3>
      <p>{t.el(`ready.now.${state}`)}</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <LiveRegion visible>{said}</LiveRegion>
      {!may('publish-surveys') ? (
        <p class="desk-quiet">{t.el('ready.askLead')}</p>
      ) : (
        <ul class="state-ways">
          {ways.map(({ to, needsClear }) => (
            <li key={to} class="state-way">
              <p>{t.el(`ready.means.${to}`)}</p>
              <Button
                look={to === 'published' ? 'main' : to === 'retired' ? 'careful' : 'second'}
                busy={busy}
                disabled={needsClear && props.blocked}
                onClick={() => wanted(to)}
              >
                {t.el(`ready.to.${to}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PublishWithGaps
        gaps={gaps}
        open={deciding}
        onLook={() => decide(false)}
        onPublish={() => {
          decide(false);
          change('published');
        }}
      />
    </section>
  );
}

const WAYS: Readonly<Record<SurveyState, readonly { to: SurveyState; needsClear: boolean }[]>> = {
  draft: [
    { to: 'pilot', needsClear: true },
    { to: 'published', needsClear: true },
  ],
  pilot: [
    { to: 'published', needsClear: true },
    { to: 'draft', needsClear: false },
    { to: 'retired', needsClear: false },
  ],
  published: [{ to: 'retired', needsClear: false }],
  retired: [],
};
