import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import type { Sounds } from '../../ports/sounds.ts';
import { Player } from '../../player/player.tsx';
import type { PlayerEnd } from '../../player/player-props.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import type { RecordHold } from '../../record-parts/record-hold.ts';
import { useMediaUrls } from '../../record-parts/media/use-media-urls.ts';
import type { VoiceRecorder } from '../../record-parts/media/use-voice-recorder.ts';
import { RecordedWords } from '../../record-parts/sound/heard.tsx';
import { SoundProvider, useSound } from '../../sound/use-sound.tsx';
import type { Answering } from '../../surveys/answering.ts';
import { AnswerMediaProvider } from './answer-media.tsx';
import type { QuietTimer } from './quiet-timer.ts';
import { useLending } from './use-lending.ts';
import { answeringOf, type OpenAnswering } from './use-open-answering.ts';
import { VoiceMark, type EarlyMarks } from './voice-marks.tsx';

/** The player over an open draft: every state is on the tablet before the next screen shows. */
export function PlayerPlace(props: {
  open: OpenAnswering;
  voice: VoiceRecorder;
  /** Whose answers they are, where the worker marks it. */
  marks: EarlyMarks;
  staff: boolean;
  /** Nobody is away while something is being said to them. */
  quiet: QuietTimer;
  corner?: VNode;
  onEnd: (how: PlayerEnd) => void;
}): VNode {
  const { keeper, loaded, languages } = props.open;
  const { voice } = props;
  const services = useServices();
  const { vault } = useUnlocked();
  const media = useMemo(() => services.draftMedia(vault), [services, vault]);
  const draft = useKeeper(keeper);
  const lend = useLending(
    keeper,
    props.staff ? (code) => <VoiceMark key={code} keeper={keeper} code={code} marks={props.marks} /> : undefined,
  );
  const sounds = useSounds();
  const urls = useMediaUrls(
    draft.media.filter((item) => item.whole || voice.state() === 'idle'),
    media,
  );
  const hold: RecordHold = {
    keeper,
    media,
    voice,
    urls,
    layers: ['voice', 'photo'],
    shielded: lend.consent.shielded,
    answer: (layer, answer) => void lend.consent.onAnswer(layer, answer).catch(() => undefined),
    removeMedia: async (id) => {
      const item = keeper.draft().media.find((one) => one.id === id);
      if (item === undefined) return;
      keeper.change((now) => ({ ...now, media: now.media.filter((one) => one.id !== id) }));
      // A failure to keep shows through the keeper; the file itself is swept at start-up.
      await keeper.flush().then(
        () => media.remove(item),
        () => undefined,
      );
    },
  };
  const keep = async (next: Answering): Promise<void> => {
    // No recording goes on unseen: the next screen comes after it.
    if (next.at !== answeringOf(keeper).at || next.stage !== answeringOf(keeper).stage) await voice.settle();
    const marked = props.marks.onto(next);
    keeper.change((now) => ({ ...now, body: marked, language: next.language, readingMode: next.readingMode }));
    await keeper.flush();
  };
  if (sounds === null) return <div class="starting" />;
  return (
    <RecordedWords>
      <SoundProvider sounds={sounds}>
        <HoldWhileSaying quiet={props.quiet} />
        <AnswerMediaProvider value={hold}>
          <Player
            loaded={loaded}
            state={answeringOf(keeper)}
            onChange={keep}
            onEnd={props.onEnd}
            lend={lend}
            languages={languages}
            staff={props.staff}
            {...(props.corner === undefined ? {} : { corner: props.corner })}
          />
        </AnswerMediaProvider>
      </SoundProvider>
    </RecordedWords>
  );
}

/** What is heard with. Where it cannot be made, the screens are silent and say so. */
function useSounds(): Sounds | null {
  const services = useServices();
  const [sounds, show] = useState<Sounds | null>(null);
  useEffect(() => {
    let here = true;
    void services.sounds().then((made) => here && show(made));
    return () => {
      here = false;
    };
  }, [services]);
  return sounds;
}

function HoldWhileSaying({ quiet }: { quiet: QuietTimer }): null {
  const saying = useSound().saying !== null;
  useEffect(() => (saying ? quiet.hold() : undefined), [saying, quiet]);
  return null;
}
