import type { OpenPlace } from '../../../domain/desk-places.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useText } from '../../../i18n/use-text.tsx';
import { PageSection } from '../frame/page.tsx';
import { placesPath } from '../place.ts';

/** Who and what it is linked to, either way round, and what turned out to be the same. */
export function Linked({ open }: { open: OpenPlace }) {
  const t = useText('desk-places');
  const { linkedTo, linkedFrom, merged } = open;
  if (linkedTo.length + linkedFrom.length + merged.length === 0) return null;
  return (
    <PageSection title={t.el('linked')}>
      <ul class="places-plain">
        {linkedTo.map((one) => (
          <li key={`to ${one.entryId} ${one.how}`}>
            {t.el(`lists:linkKinds.${one.how}`)} <Other one={one} />
          </li>
        ))}
        {linkedFrom.map((one) => (
          <li key={`from ${one.entryId} ${one.how}`}>
            <Other one={one} /> · {t.el(`lists:linkKinds.${one.how}`)} <Bdi>{open.entry.name}</Bdi>
          </li>
        ))}
        {merged.map((one) => (
          <li key={one.entryId}>
            <Other one={one} /> · {t.el('mergedHere')}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function Other({ one }: { one: { entryId: string; name: string } }) {
  return (
    <a class="places-link" href={placesPath({ show: 'one', entryId: one.entryId })}>
      <Bdi>{one.name}</Bdi>
    </a>
  );
}
