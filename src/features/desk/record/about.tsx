import type { ComponentChildren } from 'preact';
import type { FiledRecord } from '../../../domain/desk.ts';
import { age, date, dateTime } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { languageName } from '../language-name.ts';

/** A tablet's clock this far out is worth a sentence. */
const SKEW_WORTH_SAYING_MS = 5 * 60_000;

/** Where, when, who and with what: the frame round the words. */
export function AboutRecord({ filed }: { filed: FiledRecord }) {
  const t = useText('desk-record');
  const { language } = useLanguage();
  const { visit, recordedBy, readingMode } = filed.record;
  const skew = filed.clockSkewMs;
  const screenLanguage = languageName(language, filed.record.language);
  return (
    <>
      <dl class="desk-facts">
        {visit === null ? (
          <Fact name={t('about.place')}>{t.el('about.noVisit')}</Fact>
        ) : (
          <>
            <Fact name={t('about.place')}>
              <Bdi>{visit.placeName}</Bdi>
            </Fact>
            {visit.groupName !== '' && (
              <Fact name={t('about.group')}>
                <Bdi>{visit.groupName}</Bdi>
              </Fact>
            )}
            <Fact name={t('about.setting')}>{t.el(`lists:settings.${visit.setting}`)}</Fact>
            <Fact name={t('about.grade')}>{t.el(`about.grades.${visit.grade}`)}</Fact>
            <Fact name={t('about.date')}>{date(language, visit.date)}</Fact>
            {visit.team.length > 0 && <Fact name={t('about.team')}>{visit.team.join(', ')}</Fact>}
            <Fact name={t('about.interpreter')}>
              {visit.interpreter === null
                ? t.el('about.interpreterNone')
                : [
                    t('about.interpreterWords', {
                      type: t(`lists:interpreters.${visit.interpreter.type}`),
                      language: languageName(language, visit.interpreter.language),
                    }),
                    ...(visit.interpreter.atConsent ? [t('about.interpreterAtConsent')] : []),
                  ].join(', ')}
            </Fact>
          </>
        )}
        <Fact name={t('about.recordedBy')}>
          <Bdi>{recordedBy.displayName}</Bdi>
        </Fact>
        <Fact name={t('about.recordedAt')}>{dateTime(language, filed.capturedAt.wall)}</Fact>
        <Fact name={t('about.arrivedAt')}>{dateTime(language, filed.receivedAt)}</Fact>
        <Fact name={t('about.device')}>
          <Bdi>{filed.deviceLabel}</Bdi>
        </Fact>
        <Fact name={t('about.language')}>
          {readingMode === 'easy' ? `${screenLanguage}, ${t('about.easy')}` : screenLanguage}
        </Fact>
      </dl>
      {skew !== null && Math.abs(skew) >= SKEW_WORTH_SAYING_MS && (
        <p class="desk-caution">
          {t.el(skew > 0 ? 'about.clockAhead' : 'about.clockBehind', {
            age: age(language, new Date(0), new Date(Math.abs(skew))),
          })}
        </p>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="desk-facts__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
