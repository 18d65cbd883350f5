import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import { specimens as maps } from '../map/specimens.tsx';
import { specimens as sheets } from '../map/sheet/specimens.tsx';

/** Maps and plans, without a base map: that is data, and not part of the app. */
export function MapGallery(): VNode {
  const t = useText('gallery');
  return (
    <>
      <h2>{t.el('maps')}</h2>
      {Object.entries({ ...maps, ...sheets }).map(([name, Specimen]) => (
        <section key={name} class="gallery__part" data-map={name} aria-labelledby={`map-${name}`}>
          <h3 id={`map-${name}`} class="gallery__name" lang="en" dir="ltr">
            {name}
          </h3>
          <Specimen t={t} />
        </section>
      ))}
    </>
  );
}
