import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { LISTS, type CodeOf } from '../../domain/lists/lists.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { DraftKeeper } from '../../record-parts/keeping/draft-keeper.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { markVoice, voiceFromHere } from '../../surveys/flow.ts';
import type { Answering } from '../../surveys/answering.ts';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { answeringOf } from './use-open-answering.ts';

export type Voice = CodeOf<'voices'>;

/**
 * Marks made for a question before it is answered: put onto its answer whenever that is kept. They live with the screen;
 * a mark on an answer is in the draft.
 */
export interface EarlyMarks {
  of(code: string): Voice | null;
  put(code: string, voice: Voice): void;
  forget(): void;
  onto(state: Answering): Answering;
}

export function earlyMarks(): EarlyMarks {
  const marks = new Map<string, Voice>();
  return {
    of: (code) => marks.get(code) ?? null,
    put: (code, voice) => void marks.set(code, voice),
    forget: () => marks.clear(),
    onto: (state) =>
      [...marks].reduce(
        (now, [code, voice]) =>
          now.answers[code] === undefined || now.answers[code].voice === voice ? now : markVoice(now, code, voice),
        state,
      ),
  };
}

/**
 * Beside a question that is read out: whose answer it is. Changed for this one, or for all so far and from now on.
 * `code` null: for all, as on a sheet of paper.
 */
export function VoiceMark(props: {
  keeper: DraftKeeper;
  code: string | null;
  marks: EarlyMarks;
  /** Somebody else may have taken over in the middle: only what comes is theirs. */
  mayTakeOver?: boolean;
}): VNode {
  const t = useText('answer');
  const l = useText('lists');
  const { keeper, code, marks, mayTakeOver = false } = props;
  useKeeper(keeper);
  const state = answeringOf(keeper);
  const now = (code === null ? null : (state.answers[code]?.voice ?? marks.of(code))) ?? state.voice;
  const [open, setOpen] = useState(false);
  const [chosen, choose] = useState<Voice>(now);
  const mark = (which: string | 'all'): void => {
    if (which === 'all') marks.forget();
    else marks.put(which, chosen);
    become(markVoice(answeringOf(keeper), which, chosen));
  };
  const become = (body: Answering): void => {
    keeper.change((draft) => ({ ...draft, body }));
    // A failure to keep shows through the player with the next touch.
    keeper.flush().catch(() => undefined);
    setOpen(false);
  };
  return (
    <div class="voice-mark">
      <Button
        look="quiet"
        icon="person"
        onClick={() => {
          choose(now);
          setOpen(true);
        }}
      >
        {t.el('voice.now')} <strong>{l.el(`voices.${now}`)}</strong>
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t.el('voice.title')}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t.el('voice.leave')}</Button>
            <Button look={code === null && !mayTakeOver ? 'main' : 'second'} onClick={() => mark('all')}>
              {t.el(code === null && !mayTakeOver ? 'voice.sheet' : 'voice.all')}
            </Button>
            {mayTakeOver && (
              <Button look="main" onClick={() => become(voiceFromHere(answeringOf(keeper), chosen))}>
                {t.el('voice.fromHere')}
              </Button>
            )}
            {code !== null && (
              <Button look="main" onClick={() => mark(code)}>
                {t.el('voice.one')}
              </Button>
            )}
          </>
        }
      >
        <ChoiceList<Voice>
          label={t.el('voice.choose')}
          layout="tiles"
          choices={LISTS.voices.map((voice) => ({ value: voice, label: l.el(`voices.${voice}`) }))}
          value={chosen}
          onChange={choose}
        />
      </Dialog>
    </div>
  );
}
