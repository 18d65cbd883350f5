import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../domain/problems.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import { useHushAfter } from '../../sound/use-sound.tsx';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { useRecordHold } from '../../record-parts/record-hold.ts';
import { TurnButton, useTurned } from './turned.tsx';
import { ProblemNotice } from '../../record-parts/problem-notice.tsx';

/** One screen of a capture: what it belongs to, its question as the heading, the ways on within reach of a thumb. */
export function StepFrame(props: {
  kind: string;
  /** Changes with the step: the new question gets the focus. */
  at: string;
  question: ComponentChildren;
  progress?: ComponentChildren;
  problem: Problem | null;
  participant: boolean;
  /** The question stands in the bar on top, so that more of a full screen is in sight. */
  brief?: boolean | undefined;
  /** The person themselves may look at it and touch it: it can be turned to them. */
  turnable?: boolean | undefined;
  actions: ComponentChildren;
  /** What is still wanted before it goes on: said above the button that was pressed, which is always in sight. */
  needed?: ComponentChildren;
  onLeave: () => void;
  children: ComponentChildren;
}): VNode {
  const t = useText('capture');
  const { readingMode } = useLanguage();
  const { keeper } = useRecordHold();
  const kept = keeper.kept();
  const [turned, setTurned] = useTurned(props.turnable === true);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useHushAfter(props.at);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      globalThis.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, [props.at]);
  return (
    <Screen
      audience={props.participant || readingMode === 'easy' ? 'participant' : 'staff'}
      width="wide"
      top={
        <TopBar
          back={{ label: t('leave'), onClick: props.onLeave }}
          title={props.brief ? props.question : undefined}
          start={props.brief ? undefined : <p class="capture__kind">{t.el(`kind-${props.kind}:name`)}</p>}
          end={
            <>
              {/* Both are laid out, one is seen: the bar is as high after every key. */}
              <div class="capture__kept">
                <p class={kept ? undefined : 'is-gone'}>
                  <Icon name="check" size="small" />
                  {t.el('kept')}
                </p>
                <p class={kept ? 'is-gone' : undefined}>
                  <Icon name="clock" size="small" />
                  {t.el('keeping')}
                </p>
              </div>
              {props.progress}
            </>
          }
        />
      }
      bottom={
        <BottomBar
          note={
            props.needed === undefined ? undefined : (
              <Notice tone="careful" speak="now">
                {props.needed}
              </Notice>
            )
          }
        >
          {props.turnable && <TurnButton turned={turned} onTurn={setTurned} />}
          {props.actions}
        </BottomBar>
      }
    >
      <div class="capture">
        {props.brief !== true && (
          <h1 class="capture__question" ref={heading} tabIndex={-1}>
            {props.question}
          </h1>
        )}
        {props.problem !== null && <ProblemNotice problem={props.problem} title={t.el('notSaved')} />}
        {keeper.draft().amends !== null && <p>{t.el('addsTo')}</p>}
        {props.children}
      </div>
    </Screen>
  );
}
