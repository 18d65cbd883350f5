import { render, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsentAnswer, ConsentLayer } from '../../src/domain/consent.ts';
import type { PlayerEnd, PlayerLending } from '../../src/player/player-props.ts';
import { Player } from '../../src/player/player.tsx';
import { begin } from '../../src/surveys/flow.ts';
import type { Answering, LoadedSurvey } from '../../src/surveys/answering.ts';

const Record = ({ onChange }: { onChange: (ids: readonly string[]) => void }): VNode => (
  <button type="button" onClick={() => onChange(['voice-1'])}>
    Record
  </button>
);
const Take = ({ onChange }: { onChange: (ids: readonly string[]) => void }): VNode => (
  <button type="button" onClick={() => onChange(['photo-1'])}>
    Photo
  </button>
);

/** What a host kept and was told. `failing`: it cannot keep for now. `slow`: keeping waits until `release` is called. */
export interface Told {
  readonly kept: Answering[];
  readonly consent: Partial<Record<ConsentLayer, ConsentAnswer>>;
  ended: PlayerEnd | null;
  failing: boolean;
  slow: boolean;
  release: () => void;
}

/** The player in the hands of a host that keeps what it is handed, as JSON. */
export async function showPlayer(
  loaded: LoadedSurvey,
  change: Partial<Answering> = {},
  around: (inside: VNode) => ComponentChildren = (inside) => inside,
  shielded = false,
  lent: Partial<PlayerLending> = {},
): Promise<Told> {
  const told: Told = { kept: [], consent: {}, ended: null, failing: false, slow: false, release: () => undefined };
  const first = begin(loaded, { mode: 'hand-over', language: 'en', readingMode: 'standard', seed: 3 });
  function Host(): VNode {
    const [state, setState] = useState<Answering>({ ...first, ...change });
    const [answers, setAnswers] = useState(told.consent);
    const lend: PlayerLending = {
      consent: {
        answers,
        shielded,
        onAnswer: async (layer, answer) => {
          told.consent[layer] = answer;
          setAnswers({ ...told.consent });
        },
      },
      media: () => ({ attached: [], VoiceNote: Record, PhotoOfThing: Take }),
      places: [{ id: 'hall', name: 'The Old Hall' }],
      pictureUrl: () => null,
      ...lent,
    };
    return (
      <Player
        loaded={loaded}
        state={state}
        lend={lend}
        onEnd={(how) => (told.ended = how)}
        onChange={async (next) => {
          if (told.slow) await new Promise<void>((done) => (told.release = done));
          if (told.failing) throw new Error('the disk is full');
          told.kept.push(JSON.parse(JSON.stringify(next)) as Answering);
          setState(next);
        }}
      />
    );
  }
  render(<>{around(<Host />)}</>);
  await waitFor(() => screen.getByRole('heading', { level: 1 }));
  return told;
}

export const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

/** Touches what is called so, and waits until `done` holds. */
export async function touch(name: string | RegExp, done: () => boolean | void = () => true): Promise<void> {
  const before = heading();
  screen.getByRole('button', { name }).click();
  await waitFor(() => {
    const held = done();
    if (held === false) throw new Error(`after "${String(name)}" from "${before}": ${heading()}`);
  });
}

export const next = (to: string): Promise<void> => touch('Next', () => heading() === to);
