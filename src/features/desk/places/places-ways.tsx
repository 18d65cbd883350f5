import { useText } from '../../../i18n/use-text.tsx';
import { PLACES_SHOWN, placesPath, type PlacesView } from '../place.ts';

/** The ways between the parts of the room, above each of them. */
export function PlacesWays({ here }: { here: PlacesView['show'] }) {
  const t = useText('desk-places');
  return (
    <nav class="places-ways" aria-label={t('ways')}>
      {PLACES_SHOWN.map((show) => (
        <a
          key={show}
          class="places-ways__way"
          href={placesPath({ show })}
          aria-current={show === here ? 'page' : undefined}
        >
          {t.el(`show.${show}`)}
        </a>
      ))}
    </nav>
  );
}
