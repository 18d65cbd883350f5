import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadTexts } from '../i18n/catalogue.ts';
import { useText } from '../i18n/use-text.tsx';
import { KINDS } from '../kinds/registry.ts';
import { loadCapture, loadSummary, type CaptureView, type SummaryProps } from '../kinds/views.ts';
import { Card } from '../ui/card/card.tsx';
import { CaptureSpecimen } from './capture-specimen.tsx';

const files = import.meta.glob<Readonly<Record<string, unknown>>>('../kinds/*/specimens.ts', {
  eager: true,
  import: 'specimens',
});

interface Shown {
  readonly name: string;
  readonly specimens: Readonly<Record<string, unknown>>;
  readonly capture: CaptureView<unknown> | null;
  readonly Summary: ComponentType<SummaryProps<unknown>> | null;
}

/** Each kind: every step of writing it down, empty and filled, and every specimen as staff read it. */
export function KindGallery(): VNode {
  const t = useText('gallery');
  const [kinds, setKinds] = useState<readonly Shown[]>([]);
  useEffect(() => {
    void loadAll().then(setKinds);
  }, []);
  return (
    <>
      <h2>{t.el('kinds')}</h2>
      {kinds.map(({ name, specimens, capture, Summary }) => (
        <section key={name} class="gallery__part" data-kind={name} aria-labelledby={`kind-${name}`}>
          <h3 id={`kind-${name}`} class="gallery__name" lang="en" dir="ltr">
            {name}
          </h3>
          {capture !== null && <h4>{t.el('capture')}</h4>}
          {capture?.steps.map((step) => (
            <CaptureSpecimen key={step.id} kind={name} capture={capture} step={step} />
          ))}
          {Summary !== null && <h4>{t.el('summary')}</h4>}
          {Summary !== null &&
            Object.entries(specimens).map(([specimen, body]) => (
              <div key={specimen} class="gallery__specimen" data-specimen={specimen}>
                <Card>
                  <Summary body={body} />
                </Card>
              </div>
            ))}
        </section>
      ))}
    </>
  );
}

async function loadAll(): Promise<Shown[]> {
  const names = Object.keys(KINDS);
  await loadTexts(names.map((name) => `kind-${name}`));
  return Promise.all(
    names.map(async (name) => ({
      name,
      specimens: files[`../kinds/${name}/specimens.ts`] ?? {},
      capture: await loadCapture(name),
      Summary: await loadSummary(name),
    })),
  );
}
