import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { OwnWords } from '../parts/own-words.tsx';
import { useNewest } from '../parts/use-newest.ts';
import type { AnswerProps } from '../views.ts';
import { MAX_WORDS, type VoiceAnswerSettings, type VoiceAnswerValue } from './schema.ts';
import '../parts/ways-to-say.css';
import './voice-answer.css';

const LINES = 3;
const EMPTY: VoiceAnswerValue = { media: [], words: '' };

/** Speaking first, large; writing for whoever cannot or will not be recorded. */
export function Answer(props: AnswerProps<VoiceAnswerSettings, VoiceAnswerValue>): VNode {
  const t = useText('question-voice-answer');
  const { settings, value, media } = props;
  const said = value ?? EMPTY;
  const newest = useNewest(said);
  const [writing, setWriting] = useState(said.words !== '');
  const change = (part: Partial<VoiceAnswerValue>): void => {
    const next = { ...newest.current, ...part };
    newest.current = next;
    props.onChange(next.words.trim() === '' && next.media.length === 0 ? null : next);
  };
  return (
    <div class="voice-answer">
      <p class="voice-answer__how">{t.el('how')}</p>
      <media.VoiceNote onChange={(ids) => change({ media: [...ids] })} />
      {settings.orWords && !writing && (
        <Button icon="pencil" onClick={() => setWriting(true)}>
          {t.el('writeInstead')}
        </Button>
      )}
      {settings.orWords && writing && (
        <OwnWords
          label={t.el('write')}
          value={said.words}
          lines={LINES}
          maxLength={MAX_WORDS}
          onChange={(words) => change({ words })}
        />
      )}
    </div>
  );
}
