import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { showReceiptCode } from '../../domain/receipt-code.ts';
import { loadTexts } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/use-text.tsx';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { answer } from '../../surveys/flow.ts';
import { allIn } from '../../surveys/stages.ts';
import { BottomBar } from '../../ui/bottom-bar/bottom-bar.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { textsOf } from './paper-choice.tsx';
import { PaperRow } from './paper-row.tsx';
import { answeringOf, type OpenAnswering } from './use-open-answering.ts';
import { useLending } from './use-lending.ts';
import { VoiceMark, type EarlyMarks } from './voice-marks.tsx';
import { SurveyTitle } from './survey-title.tsx';
import './paper.css';

/**
 * Paper sheets typed in, one row a question, by the short numbers that are printed on them. Enter goes to the next row,
 * and from the last one saves the sheet. Every key is kept as it is pressed.
 */
export function PaperEntry(props: {
  open: OpenAnswering;
  marks: EarlyMarks;
  /** Sheets saved since the worker began. */
  count: number;
  told: VNode | null;
  busy: boolean;
  onSave: () => void;
  /** Brings the sheet saved last back into the boxes; null when there is none. */
  onUndo: (() => void) | null;
  onDone: () => void;
}): VNode {
  const t = useText('answer');
  const { keeper, loaded } = props.open;
  const { consent } = useLending(keeper);
  const draft = useKeeper(keeper);
  const state = answeringOf(keeper);
  const boxes = useRef(new Map<string, HTMLInputElement>());
  const form = useRef<HTMLFormElement>(null);
  const [ready, setReady] = useState(false);
  // All that is printed, asked of this person or not, by the numbers that are printed.
  const questions = useMemo(
    () => (['questions', 'evaluation', 'about-you'] as const).flatMap((stage) => allIn(stage, loaded.survey)),
    [loaded],
  );
  const { language, readingMode } = state;
  useEffect(() => {
    void loadTexts(textsOf(loaded), { language, readingMode }).then(() => setReady(true));
  }, [loaded, language, readingMode]);
  useEffect(() => {
    if (ready) boxes.current.get(questions[0]?.code ?? '')?.focus();
  }, [ready]);

  const latest = useRef(props.onSave);
  latest.current = props.onSave;
  useEffect(() => {
    const rows = form.current;
    rows?.addEventListener('keydown', onKey);
    return () => rows?.removeEventListener('keydown', onKey);
  }, [ready]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return;
    event.preventDefault();
    const row = [...(form.current?.querySelectorAll<HTMLInputElement>('.paper-row input') ?? [])];
    const next = row[row.indexOf(event.target) + 1];
    if (next === undefined) latest.current();
    else next.focus();
  };
  const agree = (layer: 'use' | 'share') => (yes: boolean) =>
    void consent.onAnswer(layer, yes ? 'yes' : 'no').catch(() => undefined);
  const given = (layer: 'use' | 'share'): boolean | null => {
    const said = consent.answers[layer];
    return said === undefined ? null : said === 'yes';
  };
  return (
    <Screen
      top={<TopBar title={t.el('paper.title')} back={{ label: t('common:back'), onClick: props.onDone }} />}
      bottom={
        <BottomBar note={t.el('paper.count', { count: props.count })}>
          {props.onUndo !== null && (
            <Button look="quiet" icon="history" onClick={props.onUndo}>
              {t.el('paper.undo')}
            </Button>
          )}
          <Button onClick={props.onDone}>{t.el('paper.done')}</Button>
          <Button look="main" icon="check" busy={props.busy} onClick={props.onSave}>
            {t.el('paper.save')}
          </Button>
        </BottomBar>
      }
    >
      <Stack>
        <h2>
          <SurveyTitle of={loaded} />
        </h2>
        <p>{t.el('paper.how')}</p>
        {draft.receiptCode !== null && (
          <p>
            {t.el('paper.code')}{' '}
            <b class="paper-code">
              <bdi dir="ltr">{showReceiptCode(draft.receiptCode)}</bdi>
            </b>
          </p>
        )}
        {props.told !== null && (
          <Notice tone="careful" speak="now">
            {props.told}
          </Notice>
        )}
        <LiveRegion>{keeper.problem() === null ? '' : t(`problems:${keeper.problem()?.code}`)}</LiveRegion>
        <Toggle
          label={t.el('paper.use')}
          value={given('use')}
          yes={t.el('consent:yes')}
          no={t.el('consent:no')}
          onChange={agree('use')}
        />
        <Toggle
          label={t.el('paper.share')}
          value={given('share')}
          yes={t.el('consent:yes')}
          no={t.el('consent:no')}
          onChange={agree('share')}
        />
        <VoiceMark keeper={keeper} code={null} marks={props.marks} />
        {ready && (
          <form ref={form} autoComplete="off">
            <ol class="paper-rows">
              {questions.map((question, at) => (
                <PaperRow
                  key={question.code}
                  loaded={loaded}
                  state={state}
                  question={question}
                  number={at + 1}
                  inputRef={(box) => {
                    if (box === null) boxes.current.delete(question.code);
                    else boxes.current.set(question.code, box);
                  }}
                  onTyped={(typed) => {
                    const now = answeringOf(keeper);
                    const said = typed.kind === 'said' ? typed : { outcome: null, value: null };
                    const next = answer(now, loaded.survey, question.code, {
                      outcome: said.outcome,
                      value: said.value,
                      language,
                      readingMode,
                    });
                    keeper.change((before) => ({ ...before, body: next }));
                  }}
                />
              ))}
            </ol>
          </form>
        )}
      </Stack>
    </Screen>
  );
}
