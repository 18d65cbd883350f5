import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../i18n/use-text.tsx';
import type { BlankContext, CaptureMedia, CaptureStep, CaptureView } from '../kinds/views.ts';
import { Card } from '../ui/card/card.tsx';
import { TakePhoto } from '../ui/photo-tile/photo-tile.tsx';
import { VoiceNote } from '../ui/voice-note/voice-note.tsx';
import { STILL_PLACES } from './still-places.tsx';

const CONTEXT: BlankContext = {
  language: 'en',
  groupName: 'The Tuesday group',
  workerName: 'Bridget Ward',
  today: '2026-11-03',
  now: '2026-11-03T14:05:00Z',
  visitStartedAt: '2026-11-03T13:00:00Z',
  about: { entryId: 'example-library', name: 'Central Library', grade: 'open' },
  answers: null,
  visitGrade: 'open',
  entryType: 'venue',
  newId: () => '5f0c8a44-92d1-4d1e-9a7c-2f1be0a3c001',
};

const MEDIA: CaptureMedia = { attached: [], VoiceNotes: StillVoiceNote, PhotosOfThings: StillPhotos };

/** One step of writing a record down, from blank, on paper that keeps nothing. */
export function CaptureSpecimen(props: {
  kind: string;
  capture: CaptureView<unknown>;
  step: CaptureStep<unknown>;
}): VNode {
  const t = useText(`kind-${props.kind}`);
  const [value, setValue] = useState(() => props.capture.blank(CONTEXT));
  return (
    <div class="gallery__specimen" data-specimen={`step-${props.step.id}`}>
      <Card>
        <h5 class="gallery__step">{t.el(`steps.${props.step.id}`)}</h5>
        <props.step.View value={value} onChange={setValue} media={MEDIA} places={STILL_PLACES} context={CONTEXT} />
      </Card>
    </div>
  );
}

function StillVoiceNote(props: { label: string }): VNode {
  const t = useText('gallery');
  const nothing = (): void => undefined;
  return (
    <VoiceNote
      state="idle"
      elapsed="0:00"
      level={0}
      words={{
        label: props.label,
        start: t('voice.start'),
        pause: t('voice.pause'),
        goOn: t('voice.goOn'),
        finish: t('voice.finish'),
        play: t('voice.play'),
        remove: t('common:remove'),
        status: t.el('voice.idle'),
      }}
      onStart={nothing}
      onPause={nothing}
      onGoOn={nothing}
      onFinish={nothing}
    />
  );
}

function StillPhotos(props: { label: string }): VNode {
  return <TakePhoto onPhoto={() => undefined}>{props.label}</TakePhoto>;
}
