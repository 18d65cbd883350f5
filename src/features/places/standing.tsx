import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import type { Known } from '../../places/history.ts';
import { StatusChip, type Tone } from '../../ui/status-chip/status-chip.tsx';

/** What is to be known of an entry at a glance, the most pressing first. */
function standingOf(known: Known): readonly { key: string; tone: Tone; values?: { count: number } }[] {
  const { status, freshness, visits90, askedOften } = known;
  return [
    ...(known.onlyHere ? [{ key: 'onlyHere', tone: 'waiting' as const }] : []),
    ...(askedOften ? [{ key: 'standing.often', tone: 'attention' as const, values: { count: visits90 } }] : []),
    ...(status === 'weak' || status === 'gone'
      ? [{ key: `lists:placeStatus.${status}`, tone: 'attention' as const }]
      : []),
    ...(freshness === 'fading' ? [{ key: 'standing.fading', tone: 'waiting' as const }] : []),
    ...(freshness === 'never' ? [{ key: 'standing.never', tone: 'waiting' as const }] : []),
    ...(status === null || status === 'weak' || status === 'gone'
      ? []
      : [{ key: `lists:placeStatus.${status}`, tone: 'calm' as const }]),
  ];
}

/** The first so many words on how it stands. `without`: what is said in another place on the screen. */
export function Standing(props: { known: Known; most?: number; without?: string }): VNode {
  const t = useText('places');
  return (
    <>
      {standingOf(props.known)
        .filter(({ key }) => key !== props.without)
        .slice(0, props.most)
        .map(({ key, tone, values }) => (
          <StatusChip key={key} tone={tone}>
            {t.el(key, values)}
          </StatusChip>
        ))}
    </>
  );
}
