import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import type { AnswerProps } from '../views.ts';
import type { PhotoSettings, PhotoValue } from './schema.ts';
import '../parts/ways-to-say.css';
import './photo-of-thing.css';

/** Photos of things and places. What it is not for is said before the camera opens. */
export function Answer(props: AnswerProps<PhotoSettings, PhotoValue>): VNode {
  const t = useText('question-photo-of-thing');
  const { media, settings, value, onChange } = props;
  const taken = value?.media.length ?? 0;
  return (
    <div class="photo-answer">
      <div class="photo-answer__how">
        <span class="photo-answer__picture">
          <SetPicture name="consent-photo" alt="" />
        </span>
        <div>
          <p>{t.el('how')}</p>
          <p class="photo-answer__never">{t.el('noPeople')}</p>
        </div>
      </div>
      <media.PhotoOfThing onChange={(ids) => onChange(ids.length === 0 ? null : { media: [...ids] })} />
      <LiveRegion visible>
        {taken > settings.most
          ? t.el('tooMany', { limit: settings.most })
          : taken > 0 && t.el('taken', { count: taken, limit: settings.most })}
      </LiveRegion>
    </div>
  );
}
