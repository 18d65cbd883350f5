import type { VNode } from 'preact';
import { useText } from '../i18n/use-text.tsx';
import type { Specimens } from '../ui/specimen.ts';

const files = import.meta.glob<Specimens>('../ui/*/specimens.tsx', { eager: true, import: 'specimens' });

/** One section for each folder of `src/ui` that has specimens. */
export function PartGallery(): VNode {
  const t = useText('gallery');
  return (
    <>
      <h2>{t.el('parts')}</h2>
      {Object.entries(files).map(([path, specimens]) => {
        const part = path.split('/').at(-2) ?? path;
        return (
          <section key={path} class="gallery__part" data-part={part} aria-labelledby={`part-${part}`}>
            <h3 id={`part-${part}`} class="gallery__name" lang="en" dir="ltr">
              {part}
            </h3>
            {Object.entries(specimens).map(([name, Specimen]) => (
              <div key={name} class="gallery__specimen" data-specimen={name}>
                <Specimen t={t} />
              </div>
            ))}
          </section>
        );
      })}
    </>
  );
}
