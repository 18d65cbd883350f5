import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useBeforeLock, useUnlocked } from '../../app/session.ts';
import { mayKeepWords } from '../../domain/consent.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Finished } from '../../tablet/finish-record.ts';
import { nameInAddress } from './address.ts';
import { BriefCapture } from './brief-capture.tsx';
import { RecordHoldProvider, type RecordHold } from '../../record-parts/record-hold.ts';
import { withAnswer } from '../../record-parts/consent/answers.ts';
import { useMediaUrls } from '../../record-parts/media/use-media-urls.ts';
import { useVoiceRecorder } from '../../record-parts/media/use-voice-recorder.ts';
import { layersOf } from './host-steps.ts';
import { InterpreterNoteProvider, type InterpreterNote } from '../../sound/signing.tsx';
import { SavedScreen } from './saved-screen.tsx';
import { SteppedCapture } from './stepped-capture.tsx';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { leaveUntouched, type OpenDraft } from './use-open-draft.ts';

interface Saved {
  readonly finished: Finished;
  readonly tally: boolean;
  readonly adds: boolean;
  readonly hearsBack: boolean;
}

/** Keeps one open draft, lends its parts what they share, and ends it: finished, or left for later. */
export function CaptureHost(props: { kind: string; open: OpenDraft; onDone: () => void }): VNode {
  const { open, onDone } = props;
  const { keeper, view } = open;
  const services = useServices();
  const { vault, visit } = useUnlocked();
  const { readingMode } = useLanguage();
  const media = useMemo(() => services.draftMedia(vault), [services, vault]);
  const draft = useKeeper(keeper);
  const voice = useVoiceRecorder(keeper, media);
  // A recording that was cut off can be heard; one that is going on cannot.
  const urls = useMediaUrls(
    draft.media.filter((item) => item.whole || voice.state() === 'idle'),
    media,
  );
  const [saved, setSaved] = useState<Saved | null>(null);
  const [finishing, setFinishing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const over = useRef(false);

  const keep = useCallback(async () => {
    await voice.settle();
    await keeper.flush();
  }, [keeper, voice]);

  useBeforeLock(keep);
  const touched = !open.untouched();
  useEffect(() => {
    if (touched && !over.current) nameInAddress(keeper.draft());
  }, [touched, keeper]);
  useEffect(
    () =>
      services.tablet.subscribe((event) => {
        // A failure shows on the screen through the keeper.
        if (event === 'hidden') keeper.flush().catch(() => undefined);
      }),
    [services, keeper],
  );
  useEffect(
    () => () => {
      if (over.current) return;
      over.current = true;
      void keep()
        .then(() => leaveUntouched(open))
        .catch(() => undefined);
    },
    [keep, open],
  );

  /** Somebody said no: what is left for later is the tally that is still to be finished, not what they had said. */
  const forgetWords = async (): Promise<void> => {
    const said = keeper.draft().media;
    keeper.change((now) => ({ ...now, body: view.blank(open.context), media: [] }));
    await keeper.flush();
    for (const item of said) await media.remove(item);
  };

  const leave = async (): Promise<void> => {
    setProblem(null);
    try {
      await keep();
      over.current = true;
      if (!mayKeepWords(keeper.draft().consent)) await forgetWords();
      await leaveUntouched(open);
      onDone();
    } catch (thrown) {
      over.current = false;
      setProblem(toProblem(thrown, 'storage-failed'));
    }
  };

  const finish = async (): Promise<void> => {
    if (finishing) return;
    setFinishing(true);
    setProblem(null);
    try {
      await keep();
      await keeper.close();
      const last = keeper.draft();
      const finished = await services.finishRecord(vault)(last);
      over.current = true;
      nameInAddress(null);
      const answers = last.consent?.answers ?? {};
      setSaved({
        finished,
        tally: !mayKeepWords(last.consent),
        adds: last.amends !== null,
        hearsBack: answers['hear-back'] === 'yes',
      });
      services.sync.nudge();
    } catch (thrown) {
      keeper.reopen();
      setProblem(toProblem(thrown, 'storage-failed'));
    } finally {
      setFinishing(false);
    }
  };

  const shielded = (draft.visit ?? visit?.stamp)?.grade === 'shielded';
  const interpreted = draft.visit?.interpreter?.atConsent ?? false;
  const layers = layersOf(view, draft.body).join(' ');
  const hold = useMemo<RecordHold>(
    () => ({
      keeper,
      media,
      voice,
      urls,
      layers: layersOf(view, keeper.draft().body),
      shielded,
      answer(layer, answer) {
        const asking = {
          language: open.context.language,
          interpreted,
          now: new Date(services.clock.wallMs()).toISOString(),
        };
        keeper.change((now) => {
          const consent = withAnswer(now.consent, layer, answer, asking);
          const forgets = layer === 'hear-back' && answer === 'no' && view.hearBack !== undefined;
          return { ...now, consent, body: forgets ? view.hearBack?.forget(now.body) : now.body };
        });
      },
      async removeMedia(id) {
        const item = keeper.draft().media.find((one) => one.id === id);
        if (item === undefined) return;
        keeper.change((now) => ({ ...now, media: now.media.filter((one) => one.id !== id) }));
        try {
          await keeper.flush();
          await media.remove(item);
        } catch (thrown) {
          setProblem(toProblem(thrown, 'storage-failed'));
        }
      },
    }),
    [keeper, media, voice, urls, view, layers, shielded, interpreted, open, services],
  );

  const asked = view.interpreter?.asked(draft.body) ?? false;
  const note = useMemo<InterpreterNote | null>(
    () =>
      view.interpreter === undefined
        ? null
        : { asked, ask: () => keeper.change((now) => ({ ...now, body: view.interpreter?.ask(now.body) })) },
    [view, keeper, asked],
  );

  if (saved !== null) return <SavedScreen kind={props.kind} {...saved} onDone={onDone} />;
  const brief = view.brief === true || (view.brief === 'standard' && readingMode === 'standard');
  const Layout = brief ? BriefCapture : SteppedCapture;
  return (
    <RecordHoldProvider value={hold}>
      <InterpreterNoteProvider value={note}>
        <Layout
          kind={props.kind}
          open={open}
          problem={problem ?? keeper.problem()}
          finishing={finishing}
          onFinish={() => void finish()}
          onLeave={() => void leave()}
        />
      </InterpreterNoteProvider>
    </RecordHoldProvider>
  );
}
