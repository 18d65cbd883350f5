import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices, type Services } from '../../app/services.ts';
import { useBeforeLock, useUnlocked } from '../../app/session.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { UnlockedVault } from '../../ports/vault.ts';
import { readAnswering } from '../../surveys/answering.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { endLeft } from '../settle-surveys.ts';
import type { HostProps } from './answer-screen.tsx';
import { surveyAddress } from './begin-survey.ts';
import { finishSheet, reopenSheet } from './finish-sheet.ts';
import { PaperEntry } from './paper-entry.tsx';
import { throwAway } from './seal-answers.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';
import { answeringOf } from './use-open-answering.ts';
import { earlyMarks } from './voice-marks.tsx';

/**
 * Sheet after sheet, each a record of its own. The one saved last stays a draft until the next one is saved, or the
 * worker is done, so that it can be taken back.
 */
export function PaperHost(props: HostProps): VNode {
  const { open, afternoon } = props;
  const { keeper, loaded, drafts } = open;
  const t = useText('answer');
  const services = useServices();
  const { vault } = useUnlocked();
  const { route } = useLocation();
  useKeeper(keeper);
  const marks = useMemo(earlyMarks, []);
  const { busy, problem, once } = useOneAtATime();
  const over = useRef(false);
  const empty = Object.keys(answeringOf(keeper).answers).length === 0;

  const keep = useCallback(() => keeper.flush(), [keeper]);
  useBeforeLock(keep);
  useEffect(
    () => () => {
      // Leaving by any way: the sheet is a draft, and an empty one is nothing.
      if (over.current) return;
      const nothing = Object.keys(answeringOf(keeper).answers).length === 0;
      const left = nothing ? throwAway(open) : keeper.flush();
      left.catch(() => undefined);
      void sealLast(services, vault, afternoon.lastSheet).catch(() => undefined);
    },
    [keeper, open],
  );

  /** Finished and kept; the one before it is sealed. */
  const putBy = async (): Promise<void> => {
    keeper.change((draft) => ({ ...draft, body: finishSheet(answeringOf(keeper), loaded.survey) }));
    await keeper.flush();
    await sealLast(services, vault, afternoon.lastSheet);
    afternoon.lastSheet = keeper.draft().draftId;
    afternoon.finished += 1;
  };
  const save = (): void =>
    void once(async () => {
      if (empty) return;
      await putBy();
      over.current = true;
      await props.onNext(open);
    });
  const undo = (): void =>
    void once(async () => {
      const last = afternoon.lastSheet;
      if (last === null) return;
      await throwAway(open);
      over.current = true;
      afternoon.lastSheet = null;
      afternoon.finished -= 1;
      const sheet = await drafts.open(last);
      const state = readAnswering(sheet.body);
      if (state !== null) await drafts.save({ ...sheet, body: reopenSheet(state, loaded.survey) });
      route(surveyAddress(last), true);
    });
  const done = (): void =>
    void once(async () => {
      if (empty) await throwAway(open);
      else await putBy();
      over.current = true;
      await sealLast(services, vault, afternoon.lastSheet);
      services.sync.nudge();
      props.onLeave();
    });
  return (
    <PaperEntry
      open={open}
      marks={marks}
      count={afternoon.finished}
      told={problem === null ? null : t.el(`problems:${problem.code}`, problem.details)}
      busy={busy}
      onSave={save}
      onUndo={empty && afternoon.lastSheet !== null ? undo : null}
      onDone={done}
    />
  );
}

/** Seals the sheet that waited to be taken back. */
async function sealLast(services: Services, vault: UnlockedVault, draftId: string | null): Promise<void> {
  if (draftId !== null) await endLeft(services, vault, await services.drafts(vault).open(draftId));
}
