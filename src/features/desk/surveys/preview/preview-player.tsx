import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AppSounds } from '../../../../domain/app-sounds.ts';
import type { ConsentAnswer, ConsentLayer } from '../../../../domain/consent.ts';
import { loadTexts, type Reader } from '../../../../i18n/catalogue.ts';
import { ReaderProvider } from '../../../../i18n/reader.ts';
import { useText } from '../../../../i18n/use-text.tsx';
import type { Sounds } from '../../../../ports/sounds.ts';
import { Player } from '../../../../player/player.tsx';
import type { PlayerLending } from '../../../../player/player-props.ts';
import type { AnswerMedia } from '../../../../questions/views.ts';
import { AppSoundsProvider } from '../../../../sound/app-words.tsx';
import { SoundProvider } from '../../../../sound/use-sound.tsx';
import type { Answering, LoadedSurvey } from '../../../../surveys/answering.ts';
import { begin } from '../../../../surveys/flow.ts';
import { Icon } from '../../../../ui/icon/icon.tsx';
import { useDesk } from '../../desk-context.ts';
import { useBuilder } from '../builder-context.ts';
import { useAsked } from '../../use-asked.ts';
import { assetAddress, knownAddress } from '../../own-pictures.ts';

/** The player over the survey as it stands now. What is answered here is gone with the next look. */
export function PreviewPlayer(props: {
  /** The question to look at; null: from the first screen on. */
  code: string | null;
  reader: Reader;
  onReader: (next: Reader) => void;
  onEnd: () => void;
}) {
  const { doc } = useBuilder();
  const { clips, client } = useDesk();
  const { code, reader } = props;
  const loaded = useMemo(() => (code === null ? doc : askAlways(doc, code)), [doc, code]);
  const [state, setState] = useState<Answering>(() => startAt(loaded, code, reader));
  const [consent, setConsent] = useState<Partial<Record<ConsentLayer, ConsentAnswer>>>({});
  const ready = useWords(loaded, reader);
  const recorded = useRecorded();
  useOwnPictures(loaded);

  const lend = useMemo<PlayerLending>(
    () => ({
      consent: {
        answers: consent,
        onAnswer: (layer, answer) => {
          setConsent((now) => ({ ...now, [layer]: answer }));
          return Promise.resolve();
        },
        shielded: false,
      },
      media: () => NO_MEDIA,
      places: [],
      pictureUrl: knownAddress,
    }),
    [consent],
  );
  const sounds = useMemo<Sounds | null>(
    () =>
      clips === null
        ? null
        : {
            clips: { get: (sha256) => client.asset(sha256).catch(() => null) },
            player: clips.player,
            voices: NO_VOICES,
            heard: { of: () => null, put: () => undefined },
          },
    [clips, client],
  );
  const part = useMemo(() => ({ ...reader, change: props.onReader }), [reader, props.onReader]);
  const shown: Answering = { ...state, language: reader.language, readingMode: reader.readingMode };

  if (!ready) return null;
  const player = (
    <Player
      key={`${reader.language} ${reader.readingMode}`}
      preview
      staff
      loaded={loaded}
      state={shown}
      lend={lend}
      onChange={(next) => {
        setState(next);
        return Promise.resolve();
      }}
      onEnd={props.onEnd}
    />
  );
  return (
    <ReaderProvider value={part}>
      <AppSoundsProvider value={recorded}>
        {sounds === null ? player : <SoundProvider sounds={sounds}>{player}</SoundProvider>}
      </AppSoundsProvider>
    </ReaderProvider>
  );
}

const NOTHING: readonly AppSounds[] = [];

/** Sounds of the app's own words, for who may look at them; everybody else hears those of the survey. */
function useRecorded(): readonly AppSounds[] {
  const { client, may } = useDesk();
  const ask = useCallback(async () => (may('record-sounds') ? (await client.sounds()).sounds : NOTHING), [client, may]);
  return useAsked(ask).value ?? NOTHING;
}

const NO_VOICES: Sounds['voices'] = {
  list: () => Promise.resolve([]),
  subscribe: () => () => undefined,
  speak: () => {
    throw new Error('there are no voices in a preview');
  },
};

/** Where a photo or a voice note would be taken. */
function NotHere() {
  const t = useText('desk-surveys');
  return (
    <p class="preview__not-here">
      <Icon name="mic" /> {t.el('preview.noMedia')}
    </p>
  );
}
const NO_MEDIA: AnswerMedia = { attached: [], VoiceNote: NotHere, PhotoOfThing: NotHere };

/** The question that is being made is shown, whatever it hangs on. */
function askAlways(doc: LoadedSurvey, code: string): LoadedSurvey {
  const questions = doc.survey.questions.map((one) => (one.code === code ? { ...one, showIf: null } : one));
  return { ...doc, survey: { ...doc.survey, questions } };
}

function startAt(loaded: LoadedSurvey, code: string | null, reader: Reader): Answering {
  const fresh = begin(loaded, { mode: 'hand-over', ...reader, seed: 7 });
  return code === null ? fresh : { ...fresh, stage: 'questions', at: code };
}

/** The app's own words and those of every question type, in the language of the preview. */
function useWords(loaded: LoadedSurvey, reader: Reader): boolean {
  const types = [...new Set(loaded.survey.questions.map(({ type }) => `question-${type}`))].join(' ');
  const wanted = `${reader.language} ${reader.readingMode} ${types}`;
  const [here, setHere] = useState('');
  const latest = useRef(wanted);
  latest.current = wanted;
  useEffect(() => {
    const namespaces = ['player', 'common', 'common-questions', 'question-common', 'consent', 'lists', 'sound'];
    const fetch = async (): Promise<void> => {
      await loadTexts([...namespaces, ...types.split(' ').filter((one) => one !== '')], reader);
      if (latest.current === wanted) setHere(wanted);
    };
    void fetch();
  }, [wanted]);
  return here !== '';
}

function useOwnPictures(loaded: LoadedSurvey): void {
  const { client } = useDesk();
  const [, again] = useState(0);
  const hashes = loaded.survey.pictures.map(({ sha256 }) => sha256).join(' ');
  useEffect(() => {
    let here = true;
    for (const sha256 of hashes.split(' ').filter((one) => one !== '' && knownAddress(one) === null)) {
      assetAddress(sha256, (hash) => client.asset(hash)).then(
        () => here && again((n) => n + 1),
        () => undefined,
      );
    }
    return () => {
      here = false;
    };
  }, [hashes, client]);
}
