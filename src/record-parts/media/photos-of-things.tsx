import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { Problem, toProblem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PhotoTile, TakePhoto } from '../../ui/photo-tile/photo-tile.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { useRecordHold } from '../record-hold.ts';
import { useKeeper } from '../keeping/use-keeper.ts';
import { usePhotoRule } from '../place/photo-rule.ts';
import { AskFirst } from './ask-first.tsx';
import { MAX_MEDIA } from './limits.ts';
import { RemoveMedia } from './remove-media.tsx';

/**
 * Photos of a thing, a place or a drawing: asked for first, made small, kept encrypted, described in words. None are
 * taken where the place of the visit, or `about`, wants none.
 */
export function PhotosOfThings(props: { label: string; about?: string | null }): VNode {
  const t = useText('capture');
  const { keeper, media, urls } = useRecordHold();
  const { photos } = useServices();
  const draft = useKeeper(keeper);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Closed by hand or shut to us: the browser does not say which, so the words fit both.
  const camera = useCameraInFront(() => setProblem(new Problem('camera-denied')));
  const taken = draft.media.filter((item) => item.role === 'photo');
  const day = draft.visit?.date ?? draft.startedAt.slice(0, 10);
  const rule = usePhotoRule([draft.visit?.placeId, props.about], day);

  const add = async (file: File): Promise<void> => {
    camera.back();
    setBusy(true);
    setProblem(null);
    try {
      const item = await media.addPhoto(keeper.draft(), await photos.prepare(file));
      keeper.change((now) => ({ ...now, media: [...now.media, item] }));
      await keeper.flush();
    } catch (thrown) {
      setProblem(toProblem(thrown, 'photo-unreadable'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack>
      {taken.map((item, at) => (
        <Stack key={item.id} room="small">
          <PhotoTile
            url={urls.get(item.id) ?? null}
            caption={item.caption}
            captionLabel={t.el('media.caption')}
            alt={t('media.photoNumber', { number: at + 1 })}
            onCaption={(caption) =>
              keeper.change((now) => ({
                ...now,
                media: now.media.map((one) => (one.id === item.id ? { ...one, caption } : one)),
              }))
            }
          />
          <RemoveMedia id={item.id} question={t.el('media.removePhotoSure')} />
        </Stack>
      ))}
      {rule === 'never' && <Notice icon="lock">{t.el('lists:photoRules.never')}</Notice>}
      {rule === null && (
        <AskFirst
          layer="photo"
          opener={(ask) => (
            <Button icon="camera" onClick={ask}>
              {props.label}
            </Button>
          )}
        >
          {draft.media.length >= MAX_MEDIA ? (
            <Notice>{t.el('media.full')}</Notice>
          ) : (
            <div ref={camera.place}>
              <TakePhoto onPhoto={(file) => void add(file)}>{t.el(busy ? 'media.preparing' : 'media.add')}</TakePhoto>
              <p>{t.el('media.notOfPeople')}</p>
            </div>
          )}
        </AskFirst>
      )}
      {problem !== null && <ProblemNotice problem={problem} />}
    </Stack>
  );
}

/** Nobody looks for a picture for longer than this: a tablet left with its camera open locks. */
const CAMERA_MS = 5 * 60_000;

/**
 * While the camera is in front of the app, the app does not lock itself. Being seen again ends it: not every browser
 * tells when a camera was closed without a photo, and a tablet must not stay open for ever because of that.
 */
function useCameraInFront(onNoPhoto: () => void): { place: (element: HTMLElement | null) => void; back: () => void } {
  const { holdOpen } = useUnlocked();
  const { tablet } = useServices();
  const release = useRef<(() => void) | null>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const tell = useRef(onNoPhoto);
  tell.current = onNoPhoto;
  const back = () => {
    release.current?.();
    release.current = null;
  };
  useEffect(() => {
    if (element === null) return undefined;
    const opened = (event: Event) => {
      if (event.target instanceof HTMLInputElement) release.current ??= holdOpen(CAMERA_MS);
    };
    const closed = () => {
      back();
      tell.current();
    };
    element.addEventListener('click', opened);
    element.addEventListener('cancel', closed);
    return () => {
      element.removeEventListener('click', opened);
      element.removeEventListener('cancel', closed);
    };
  }, [element, holdOpen]);
  useEffect(() => {
    // Whoever else hears of it first finds the hold still there.
    const seen = () => setTimeout(back);
    window.addEventListener('focus', seen);
    const stop = tablet.subscribe((event) => {
      if (event === 'shown') seen();
    });
    return () => {
      window.removeEventListener('focus', seen);
      stop();
      back();
    };
  }, [tablet]);
  return { place: setElement, back };
}
