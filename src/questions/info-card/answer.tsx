import type { VNode } from 'preact';
import type { Choice } from '../../domain/survey.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import type { AnswerProps } from '../views.ts';
import type { InfoCardSettings, InfoCardValue } from './schema.ts';
import './info-card.css';

/** Pictures with a sentence beside each, to look at or to hear. Nothing is asked, and nothing is handed on. */
export function Answer(props: AnswerProps<InfoCardSettings, InfoCardValue>): VNode {
  const inside = (point: Choice): VNode => (
    <>
      {point.picture !== null && <span class="info-point__picture">{props.picture(point.picture)}</span>}
      <span class="info-point__words">{props.text(`o.${point.code}`)}</span>
    </>
  );
  return (
    <ul class="info-points" aria-labelledby={props.labelledBy}>
      {props.settings.points.map((point) => (
        <li key={point.code}>
          {props.touch === 'choose' ? (
            <div class="info-point">{inside(point)}</div>
          ) : (
            <button class="info-point" type="button" onClick={() => props.say(`o.${point.code}`)}>
              {inside(point)}
              <span class="info-point__say">
                <Icon name="speaker" />
              </span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
