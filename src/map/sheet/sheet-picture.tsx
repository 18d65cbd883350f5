import type { ComponentChildren, VNode } from 'preact';
import type { Sheet } from '../../domain/place.ts';
import { spotOf, type SheetMark, type SheetSpot } from './plan.ts';
import './sheet.css';

const HEIGHT = 1000;
const percent = (thousandths: number): string => `${thousandths / 10}%`;

/** The sheet as it is drawn, each mark with its number. Left is left, whichever way the words run. */
export function SheetPicture(props: {
  sheet: Sheet;
  photoUrl: string | null;
  /** What lies over it: where fingers and keys go. */
  children?: ComponentChildren;
}): VNode {
  const { shape, marks } = props.sheet;
  const width = HEIGHT * shape;
  const place = ([across, down]: SheetSpot): string => `${(across * width) / 1000},${(down * HEIGHT) / 1000}`;
  return (
    <div class="sheet__paper" dir="ltr" style={{ aspectRatio: String(shape), '--sheet-shape': String(shape) }}>
      <svg class="sheet__drawing" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {props.photoUrl === null ? (
          <path class="sheet__rules" d={rules(width)} />
        ) : (
          <image href={props.photoUrl} width={width} height={HEIGHT} preserveAspectRatio="none" />
        )}
        {marks.map((mark, at) => (mark.as === 'pin' ? null : <Path key={at} mark={mark} place={place} />))}
      </svg>
      {marks.map((mark, at) => {
        const [across, down] = spotOf(mark);
        return (
          <span
            key={at}
            class={`sheet__number sheet__number--${mark.as}`}
            style={{ insetInlineStart: percent(across), insetBlockStart: percent(down) }}
            aria-hidden="true"
          >
            {at + 1}
          </span>
        );
      })}
      {props.children}
    </div>
  );
}

function Path({ mark, place }: { mark: SheetMark; place: (spot: SheetSpot) => string }): VNode {
  const points = mark.points.map(place).join(' ');
  const Shape = mark.as === 'area' && mark.points.length > 2 ? 'polygon' : 'polyline';
  return (
    <>
      <Shape class="sheet__halo" points={points} />
      <Shape class={`sheet__line sheet__line--${mark.as}`} points={points} />
    </>
  );
}

/** Twenty squares across and down, to keep things in line. */
function rules(width: number): string {
  const steps = Array.from({ length: 19 }, (_, at) => (at + 1) / 20);
  const up = steps.map((share) => `M${share * width} 0V${HEIGHT}`);
  return [...up, ...steps.map((share) => `M0 ${share * HEIGHT}H${width}`)].join('');
}
