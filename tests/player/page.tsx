import { render, type VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import type { ConsentAnswer, ConsentLayer } from '../../src/domain/consent.ts';
import type { Survey, SurveyTexts } from '../../src/domain/survey.ts';
import { markOf, type AppSounds } from '../../src/domain/app-sounds.ts';
import { changeLanguage, findText, loadTexts } from '../../src/i18n/catalogue.ts';
import { startLanguage } from '../../src/i18n/use-language.ts';
import type { PlayerLending } from '../../src/player/player-props.ts';
import { PaperSheet } from '../../src/player/paper-sheet.tsx';
import { Player } from '../../src/player/player.tsx';
import type { Sounds } from '../../src/ports/sounds.ts';
import { AppSoundsProvider } from '../../src/sound/app-words.tsx';
import { SoundProvider } from '../../src/sound/use-sound.tsx';
import { STARTERS, starterTexts } from '../../src/surveys/starter/starters.ts';
import type { Answering, Stage } from '../../src/surveys/answering.ts';
import { begin, switchLanguage } from '../../src/surveys/flow.ts';
import '../../src/ui/styles/base.css';

/**
 * The player alone with a made-up host that keeps its state in the window, so that a browser test can look at it and
 * take it up again: `?survey=&stage=&at=&language=&reading=&listen=&theme=&scan=&mode=&signed=`.
 */
const FILES = import.meta.glob<unknown>('../../locales/*/{standard,easy}/survey-*.json', {
  eager: true,
  import: 'default',
});
const asked = new URLSearchParams(location.search);
const SIGNED = asked.get('signed');
const LANGUAGES = ['en', 'ar', 'ur', 'bn', 'ti', ...(SIGNED === null ? [] : ['bfi'])];

function textsOf(survey: Survey): SurveyTexts[] {
  return LANGUAGES.map((language) => {
    const texts = starterTexts(survey, language, {
      standard: FILES[`../../locales/${language}/standard/survey-${survey.surveyId}.json`] ?? {},
      easy: FILES[`../../locales/${language}/easy/survey-${survey.surveyId}.json`] ?? {},
    });
    return language === 'bfi' && SIGNED === 'first'
      ? { ...texts, sounds: { ...texts.sounds, standard: signed(survey) } }
      : texts;
  });
}

/** The film that the test lays here, as the first question of the survey and its first choice. */
function signed(survey: Survey): SurveyTexts['sounds']['standard'] {
  const [first] = survey.questions;
  const sha256 = sessionStorage.getItem('film-hash') ?? '';
  return { [`${first?.code}.ask`]: { sha256, mime: 'video/webm', bytes: 1, durationMs: 1000 } };
}

/** The same film as two of the app's own texts: the question whose answers they are, and one of its tiles. */
function appFilms(): readonly AppSounds[] {
  if (SIGNED !== 'app') return [];
  const sha256 = sessionStorage.getItem('film-hash') ?? '';
  const films = ['who.whoQuestion', 'who.me'].map((key) => {
    const { words } = findText('player', key, {}, { language: 'en', readingMode: 'standard' });
    return [`player:${key}`, { sha256, mime: 'video/webm', bytes: 1, durationMs: 1000, words: markOf(words) }] as const;
  });
  return [{ language: 'bfi', sounds: { standard: Object.fromEntries(films), easy: {} } }];
}

/** What the tablet holds of it. */
function heldFilm(): ReadonlyMap<string, Blob> {
  const bytes = Uint8Array.from(atob(sessionStorage.getItem('film') ?? ''), (sign) => sign.charCodeAt(0));
  return new Map([[sessionStorage.getItem('film-hash') ?? '', new Blob([bytes], { type: 'video/webm' })]]);
}
const sounds: Sounds = {
  clips: createMemoryClips(heldFilm()),
  player: createMemoryPlayer(),
  voices: createMemoryVoices([]),
  heard: createMemoryHeardVoices(),
};

function beginning(survey: Survey): Answering {
  const state = begin(
    { survey },
    { mode: (asked.get('mode') ?? 'hand-over') as Answering['mode'], language: 'en', readingMode: 'standard', seed: 7 },
  );
  const spoken = switchLanguage(state, {
    language: asked.get('language') ?? 'en',
    readingMode: asked.get('reading') === 'easy' ? 'easy' : 'standard',
    listen: asked.get('listen') === '1',
  });
  const scan = asked.get('scan') as 'one' | 'two' | null;
  const kept = sessionStorage.getItem('kept');
  if (asked.get('resume') === '1' && kept !== null) return JSON.parse(kept) as Answering;
  return {
    ...spoken,
    stage: (asked.get('stage') ?? state.stage) as Stage,
    at: asked.get('at'),
    ...(asked.has('answers') ? { answers: JSON.parse(asked.get('answers') ?? '{}') as Answering['answers'] } : {}),
    ...(scan === null ? {} : { ways: { scan, paceMs: Number(asked.get('pace') ?? 1000), pictures: true } }),
  };
}

const Nothing = (): null => null;

function Host(): VNode {
  const first = STARTERS.find(({ surveyId }) => surveyId === asked.get('survey')) ?? STARTERS[0];
  if (first === undefined) throw new Error('no starter survey');
  const survey = { ...first, languages: LANGUAGES };
  const loaded = useMemo(() => ({ survey, texts: textsOf(survey) }), []);
  const [state, setState] = useState(() => beginning(survey));
  const [answers, setAnswers] = useState<Partial<Record<ConsentLayer, ConsentAnswer>>>({});
  const recorded = useMemo(appFilms, []);
  const [ended, setEnded] = useState<string | null>(null);
  const lend: PlayerLending = {
    consent: {
      answers,
      shielded: false,
      onAnswer: async (layer, answer) => setAnswers((before) => ({ ...before, [layer]: answer })),
    },
    media: () => ({ attached: [], VoiceNote: Nothing, PhotoOfThing: Nothing }),
    places: [],
    pictureUrl: () => null,
  };
  if (ended !== null) return <p id="ended">{ended}</p>;
  const shown = (
    <Player
      loaded={loaded}
      state={state}
      lend={lend}
      onChange={async (next) => {
        sessionStorage.setItem('kept', JSON.stringify(next));
        setState(next);
      }}
      onEnd={setEnded}
    />
  );
  if (SIGNED === null) return shown;
  return (
    <AppSoundsProvider value={recorded}>
      <SoundProvider sounds={sounds}>{shown}</SoundProvider>
    </AppSoundsProvider>
  );
}

if (asked.get('theme') === 'outdoor') document.documentElement.dataset['theme'] = 'outdoor';
await startLanguage({ language: 'en', readingMode: 'standard' });
if (SIGNED === 'app') await loadTexts(['player']);

async function Paper(): Promise<VNode> {
  const survey = STARTERS.find(({ surveyId }) => surveyId === asked.get('survey')) ?? STARTERS[0];
  if (survey === undefined) throw new Error('no starter survey');
  const types = survey.questions.map(({ type }) => `question-${type}`);
  await loadTexts(['player', 'consent', 'common-questions', 'question-common', 'lists', ...types]);
  await changeLanguage(asked.get('language') ?? 'en', 'standard');
  const state = switchLanguage(beginning(survey), { language: asked.get('language') ?? 'en', readingMode: 'standard' });
  const loaded = { survey, texts: textsOf(survey) };
  return <PaperSheet loaded={loaded} state={state} second={asked.get('second')} pictureUrl={() => null} />;
}
render(asked.has('paper') ? await Paper() : <Host />, document.body);
