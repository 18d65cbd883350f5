import type { VNode } from 'preact';

const BARS = [0.35, 0.6, 0.85, 1, 0.85, 0.6, 0.35];

/** Bars that rise with the voice, so that one sees the microphone hears. `level` from 0 to 1. */
export function LevelPicture(props: { level: number }): VNode {
  const level = Math.min(1, Math.max(0, props.level));
  return (
    <svg class="level-picture" viewBox="0 0 110 48" aria-hidden="true" focusable="false">
      {BARS.map((share, at) => {
        const height = 6 + 38 * share * level;
        return <rect key={at} x={4 + at * 15} y={24 - height / 2} width="10" height={height} rx="5" />;
      })}
    </svg>
  );
}
