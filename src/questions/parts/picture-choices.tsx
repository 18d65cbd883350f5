import type { ComponentChildren, VNode } from 'preact';
import { useId, useReducer } from 'preact/hooks';
import type { Choice, PictureRef } from '../../domain/survey.ts';
import { useText } from '../../i18n/use-text.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { VisuallyHidden } from '../../ui/hidden/visually-hidden.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { ChoiceWords } from './choice-words.ts';
import type { Touch } from './use-touch.ts';
import './picture-choices.css';

/**
 * Picture cards to choose from, each with its word under it (or beside it, where three share a narrow screen). `one`:
 * native radio buttons. `many`: native checkboxes. `act`: buttons that do something at once. The whole card is the
 * target. What is chosen shows by a thick edge and a badge, what is pointed at by a dashed ring and a loudspeaker.
 */
export function PictureChoices(props: {
  how: 'one' | 'many' | 'act';
  choices: readonly Choice[];
  chosen: readonly string[];
  touch: Pick<Touch, 'pointed' | 'touch'>;
  words: Pick<ChoiceWords, 'el' | 'words'>;
  picture: (ref: PictureRef) => VNode;
  /** id of what names the group. */
  labelledBy: string;
  /** In the place of the tick on a chosen card: its rank. */
  badge?: (code: string) => ComponentChildren;
  /** Cannot be chosen at present. It stays in reach and is said when touched. */
  off?: (code: string) => boolean;
  /** `scale`: six in sight at once, even where that makes the pictures smaller. `row`: beside each other, always. */
  look?: 'cards' | 'scale' | 'row' | undefined;
}): VNode {
  const t = useText('question-common');
  const id = useId();
  const [, again] = useReducer((times: number) => times + 1, 0);
  const touch = (code: string): void => {
    props.touch.touch(code);
    // The box of the browser has changed by the touch alone: draw it again as it is.
    again(undefined);
  };
  const { pointed } = props.touch;
  return (
    <div class="picture-choices" data-look={props.look ?? 'cards'}>
      <div
        class="picture-choices__cards"
        data-count={Math.min(props.choices.length, 9)}
        role={props.how === 'one' ? 'radiogroup' : 'group'}
        aria-labelledby={props.labelledBy}
      >
        {props.choices.map((choice) => (
          <Card
            key={choice.code}
            how={props.how}
            group={id}
            choice={choice}
            chosen={props.chosen.includes(choice.code)}
            pointed={pointed === choice.code}
            off={props.off?.(choice.code) ?? false}
            picture={props.picture}
            label={props.words.el(choice.code)}
            badge={props.badge?.(choice.code) ?? <Icon name="check" />}
            onTouch={() => touch(choice.code)}
          />
        ))}
      </div>
      <VisuallyHidden id={`${id}-again`}>{t.el('touchAgain')}</VisuallyHidden>
      <LiveRegion>{pointed === null ? '' : t.el('pointed', { words: props.words.words(pointed) })}</LiveRegion>
    </div>
  );
}

function Card(props: {
  how: 'one' | 'many' | 'act';
  group: string;
  choice: Choice;
  chosen: boolean;
  pointed: boolean;
  off: boolean;
  picture: (ref: PictureRef) => VNode;
  label: VNode;
  badge: ComponentChildren;
  onTouch: () => void;
}): VNode {
  const { choice, chosen, pointed, off, onTouch } = props;
  const classes = ['picture-choice', chosen && 'picture-choice--chosen', pointed && 'picture-choice--pointed'];
  const shared = {
    'aria-describedby': pointed ? `${props.group}-again` : undefined,
    'aria-disabled': off || undefined,
    onClick: onTouch,
  };
  const inside = (
    <>
      {choice.picture !== null && <span class="picture-choice__picture">{props.picture(choice.picture)}</span>}
      <span class="picture-choice__words">{props.label}</span>
      {pointed && (
        <span class="picture-choice__said">
          <Icon name="speaker" />
        </span>
      )}
      {chosen && (
        <span class="picture-choice__badge" aria-hidden="true">
          {props.badge}
        </span>
      )}
    </>
  );
  if (props.how === 'act')
    return (
      <button class={classes.filter(Boolean).join(' ')} type="button" aria-pressed={chosen} {...shared}>
        {inside}
      </button>
    );
  return (
    <label class={classes.filter(Boolean).join(' ')}>
      <input
        class="picture-choice__input"
        type={props.how === 'one' ? 'radio' : 'checkbox'}
        name={props.group}
        value={choice.code}
        checked={chosen}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onTouch();
        }}
        {...shared}
      />
      {inside}
    </label>
  );
}
