import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { age } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import type { Draft } from '../../tablet/drafts.ts';
import { isHandedOver, leftBehind } from '../survey-ending.ts';
import { answeringOf, type OpenAnswering } from './use-open-answering.ts';
import { earlyMarks, VoiceMark } from './voice-marks.tsx';
import { SurveyTitle } from './survey-title.tsx';

/** Before this it was not said who answers. */
const BEFORE_WHO: readonly string[] = ['language', 'how', 'purpose', 'consent', 'who'];

/**
 * The worker has the tablet and somebody's answers wait: hand it over again, say that somebody else answers for the person,
 * or end it. Never what was answered.
 */
export function ResumeScreen(props: {
  open: OpenAnswering;
  draft: Draft;
  told: VNode | null;
  busy: boolean;
  /** A newer version of the survey, offered. */
  offer: VNode | null;
  onGoOn: () => void;
  onEnd: () => void;
  onLeave: () => void;
}): VNode {
  const t = useText('answer');
  const { clock } = useServices();
  const { language } = useLanguage();
  const { open, draft } = props;
  const handed = isHandedOver(answeringOf(open.keeper));
  const now = new Date(clock.wallMs());
  const marks = useMemo(earlyMarks, []);
  const { stage } = answeringOf(open.keeper);
  return (
    <Screen top={<TopBar title={t.el('title')} back={{ label: t('common:back'), onClick: props.onLeave }} />}>
      <Stack room="large">
        <h2>
          <SurveyTitle of={open.loaded} />
        </h2>
        <p>{t.el('resume.text', { age: age(language, draft.updatedAt, now) })}</p>
        {props.told !== null && (
          <Notice tone="careful" speak="now">
            {props.told}
          </Notice>
        )}
        {handed && !BEFORE_WHO.includes(stage) && (
          <VoiceMark keeper={open.keeper} code={null} marks={marks} mayTakeOver />
        )}
        {props.offer}
        <Button look="main" wide icon={handed ? 'person' : 'next'} onClick={props.onGoOn}>
          {t.el(handed ? 'resume.handOver' : 'resume.goOn')}
        </Button>
        <Button wide icon="check" busy={props.busy} onClick={props.onEnd}>
          {t.el('resume.end')}
        </Button>
        <p>{t.el(`resume.${leftBehind(draft, answeringOf(open.keeper))}`)}</p>
      </Stack>
    </Screen>
  );
}
