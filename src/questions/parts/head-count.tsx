import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Choice, PictureRef } from '../../domain/survey.ts';
import type { Heads } from '../../domain/survey-response.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import type { ChoiceWords } from './choice-words.ts';
import './head-count.css';

const MOST_HEADS = 999;
type Votes = Heads['first'];

/**
 * Counts heads per picture in a group: once, and once more after information. For any type with `countsHeads`; nobody is
 * named. Hands back null when no head is counted in either vote.
 */
export function HeadCount(props: {
  choices: readonly Choice[];
  words: Pick<ChoiceWords, 'el' | 'words'>;
  picture: (ref: PictureRef) => VNode;
  value: Heads | null;
  onChange: (next: Heads | null) => void;
}): VNode {
  const t = useText('question-common');
  const first = props.value?.first ?? {};
  const again = props.value?.again ?? null;
  const give = (next: Heads): void => props.onChange(total(next.first) === 0 && next.again === null ? null : next);
  return (
    <div class="head-count">
      <p>{t.el('heads.intro')}</p>
      <Vote {...props} heading={t.el('heads.first')} votes={first} onVotes={(votes) => give({ first: votes, again })} />
      {again === null ? (
        <Button icon="plus" onClick={() => give({ first, again: {} })}>
          {t.el('heads.voteAgain')}
        </Button>
      ) : (
        <>
          <Vote
            {...props}
            heading={t.el('heads.again')}
            votes={again}
            onVotes={(votes) => give({ first, again: votes })}
          />
          <Button look="careful" icon="trash" onClick={() => give({ first, again: null })}>
            {t.el('heads.dropAgain')}
          </Button>
        </>
      )}
    </div>
  );
}

function Vote(props: {
  heading: VNode;
  choices: readonly Choice[];
  words: Pick<ChoiceWords, 'el' | 'words'>;
  picture: (ref: PictureRef) => VNode;
  votes: Votes;
  onVotes: (votes: Votes) => void;
}): VNode {
  const t = useText('question-common');
  const id = useId();
  const set = (code: string, heads: number): void => {
    const { [code]: _, ...others } = props.votes;
    props.onVotes(heads === 0 ? others : { ...others, [code]: heads });
  };
  return (
    <section class="head-count__vote" aria-labelledby={id}>
      <h3 id={id}>{props.heading}</h3>
      <ul class="head-count__rows">
        {props.choices.map(({ code, picture }) => (
          <li class="head-count__row" key={code}>
            {picture !== null && <span class="head-count__picture">{props.picture(picture)}</span>}
            <NumberStepper
              label={props.words.el(code)}
              value={props.votes[code] ?? 0}
              max={MOST_HEADS}
              fewer={t('heads.fewer', { words: props.words.words(code) })}
              more={t('heads.more', { words: props.words.words(code) })}
              onChange={(heads) => set(code, heads)}
            />
          </li>
        ))}
      </ul>
      <LiveRegion visible>
        <strong>{t.el('heads.total', { count: total(props.votes) })}</strong>
      </LiveRegion>
    </section>
  );
}

function total(votes: Votes): number {
  return Object.values(votes).reduce((sum, heads) => sum + heads, 0);
}
