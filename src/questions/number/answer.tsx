import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { useNewest } from '../parts/use-newest.ts';
import type { AnswerProps } from '../views.ts';
import { digitsOf } from './digits.ts';
import { Step } from './step.tsx';
import type { NumberSettings, NumberValue } from './schema.ts';
import './number.css';

/** From this many touches on there is a second pair of buttons: nobody taps sixty times, and a switch cannot hold. */
const LONG_WAY = 25;
const LEAP = 10;

/**
 * A whole number by large plus and minus, or typed. Empty until somebody touches it; the first touch begins at the
 * question's own beginning. Digits are Latin and lower stands left in every language, as on paper and on a phone.
 */
export function Answer(props: AnswerProps<NumberSettings, NumberValue>): VNode {
  const t = useText('question-number');
  const id = useId();
  const { settings, value, onChange } = props;
  const { min, max, step, first } = settings;
  const now = value?.number ?? null;
  // What is typed may not be a number yet: a minus, nothing.
  const [typing, setTyping] = useState<string | null>(null);
  const unit = settings.unit ? props.words('unit') : '';
  const newest = useNewest(now);
  const move = (by: number) => {
    setTyping(null);
    const before = newest.current;
    const next = before === null ? first : Math.min(max, Math.max(min, before + by));
    newest.current = next;
    if (next !== before) onChange({ number: next });
  };
  const type = (written: string): void => {
    const digits = digitsOf(written);
    setTyping(digits);
    const read = Number.parseInt(digits, 10);
    newest.current = Number.isNaN(read) ? null : read;
    onChange(newest.current === null ? null : { number: newest.current });
  };
  const steps = (max - min) / step > LONG_WAY ? [step, LEAP * step] : [step];
  return (
    <div class="number-answer">
      <fieldset class="number-answer__row" dir="ltr" aria-labelledby={props.labelledBy}>
        <div class="number-answer__steps number-answer__steps--less">
          {steps.map((by) => (
            <Step
              key={by}
              sign="minus"
              by={by === 1 ? null : by}
              name={t('fewer', { count: by })}
              off={now !== null && now <= min}
              onStep={() => move(-by)}
            />
          ))}
        </div>
        <input
          class="number-answer__number"
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={typing ?? (now === null ? '' : String(now))}
          placeholder="?"
          aria-labelledby={props.labelledBy}
          aria-describedby={!settings.unit ? `${id}-range` : `${id}-unit ${id}-range`}
          onInput={(event) => {
            type(event.currentTarget.value);
            event.currentTarget.value = digitsOf(event.currentTarget.value);
          }}
          onBlur={() => setTyping(null)}
          onKeyDown={(event) => {
            const by = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0;
            if (by === 0) return;
            event.preventDefault();
            move(by);
          }}
        />
        <div class="number-answer__steps">
          {steps.map((by) => (
            <Step
              key={by}
              sign="plus"
              by={by === 1 ? null : by}
              name={t('more', { count: by })}
              off={now !== null && now >= max}
              onStep={() => move(by)}
            />
          ))}
        </div>
      </fieldset>
      {settings.unit && (
        <p class="number-answer__unit" id={`${id}-unit`}>
          {props.text('unit')}
        </p>
      )}
      <p class="number-answer__range" id={`${id}-range`}>
        {t.el('range', { from: min, to: max })}
      </p>
      <LiveRegion>{typing === null && now !== null ? `${now} ${unit}` : ''}</LiveRegion>
    </div>
  );
}
