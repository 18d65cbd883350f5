import type { PlaceLine } from '../../../domain/desk-places.ts';
import { useText } from '../../../i18n/use-text.tsx';

/**
 * How it stands, in words: new, growing, not seen for six months, asked too often, needs that are open, not
 * looked at yet.
 */
export function PlaceStanding({ line, loadLimit }: { line: PlaceLine; loadLimit: number }) {
  const t = useText('desk-places');
  const { entry, status, freshness, asked90, contactDays, openNeeds, toDecide } = line;
  const words = [
    ...(entry.checked ? [] : [{ key: 'new', words: t.el('marks.new'), wants: true }]),
    ...(toDecide > 0 ? [{ key: 'words', words: t.el('marks.words', { count: toDecide }), wants: true }] : []),
    ...(entry.closed ? [{ key: 'closed', words: t.el('marks.closed'), wants: false }] : []),
    ...(status === null
      ? []
      : [{ key: 'status', words: t.el(`lists:placeStatus.${status}`), wants: status === 'weak' }]),
    ...(freshness === 'fading' ? [{ key: 'fading', words: t.el('marks.fading'), wants: true }] : []),
    ...(contactDays === 0 ? [{ key: 'never', words: t.el('marks.never'), wants: true }] : []),
    ...(asked90 >= loadLimit ? [{ key: 'often', words: t.el('marks.often', { count: asked90 }), wants: true }] : []),
    ...(openNeeds > 0 ? [{ key: 'open', words: t.el('marks.open', { count: openNeeds }), wants: true }] : []),
  ];
  if (words.length === 0) return null;
  return (
    <ul class="places-marks">
      {words.map((one) => (
        <li key={one.key} class={`places-marks__mark${one.wants ? ' places-marks__mark--wants' : ''}`}>
          {one.words}
        </li>
      ))}
    </ul>
  );
}
