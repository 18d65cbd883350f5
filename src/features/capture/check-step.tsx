import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PhotoTile } from '../../ui/photo-tile/photo-tile.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { useRecordHold } from '../../record-parts/record-hold.ts';
import { ConsentSummary } from './consent/consent-summary.tsx';
import { firstGap, layersOf, type HostStep } from './host-steps.ts';
import { LendPlaces } from './lend-places.tsx';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { TooFineWords } from './too-fine-words.tsx';
import type { OpenDraft } from './use-open-draft.ts';
import '../../record-parts/media/media.css';

/** "Check what you said": all of it in one place before it is sealed, or the one thing that is still missing. */
export function CheckStep(props: {
  kind: string;
  open: OpenDraft;
  steps: readonly HostStep[];
  onGoTo: (step: HostStep) => void;
}): VNode {
  const { open } = props;
  const t = useText('capture');
  const { keeper, urls } = useRecordHold();
  const draft = useKeeper(keeper);
  if (draft.consent?.answers.use === 'no') {
    return (
      <Notice title={t.el('consent:useNo.title')}>
        {t.el('consent:useNo.text')} {t.el('consent:useNo.next')}
      </Notice>
    );
  }
  const gap = firstGap(open.view, draft.body, draft.consent);
  const target = gap === null ? undefined : props.steps.find((step) => sameStep(step, gap));
  if (target !== undefined) {
    return (
      <Notice
        tone="careful"
        title={t.el('check.gaps')}
        actions={<Button onClick={() => props.onGoTo(target)}>{t.el('check.goTo')}</Button>}
      >
        {t.el(target.type === 'kind' ? `kind-${props.kind}:needed.${target.step.id}` : 'consent:needed')}
      </Notice>
    );
  }
  const { Summary } = open;
  const voices = draft.media.filter((item) => item.role === 'voice');
  const photos = draft.media.filter((item) => item.role === 'photo');
  return (
    <Stack>
      <p>{t.el('check.lead')}</p>
      <TooFineWords view={open.view} />
      <Card>
        <Stack>
          <LendPlaces kind={props.kind}>
            <Summary body={draft.body} />
          </LendPlaces>
          {voices.map((item, at) => {
            const url = urls.get(item.id);
            const label = t('media.voiceNumber', { number: at + 1 });
            return (
              <div key={item.id}>
                <p>{label}</p>
                {url !== undefined && (
                  <audio class="voice-player" controls preload="metadata" src={url} aria-label={label} />
                )}
              </div>
            );
          })}
          {photos.map((item, at) => (
            <PhotoTile
              key={item.id}
              url={urls.get(item.id) ?? null}
              caption={item.caption}
              captionLabel=""
              alt={t('media.photoNumber', { number: at + 1 })}
            />
          ))}
          {layersOf(open.view, draft.body).length > 0 && <ConsentSummary consent={draft.consent} />}
        </Stack>
      </Card>
    </Stack>
  );
}

function sameStep(a: HostStep, b: HostStep): boolean {
  if (a.type === 'kind' && b.type === 'kind') return a.step.id === b.step.id;
  return a.type === b.type;
}
