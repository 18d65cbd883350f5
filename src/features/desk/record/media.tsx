import { useEffect, useRef, useState } from 'preact/hooks';
import type { MediaState } from '../../../domain/desk.ts';
import { minutesAndSeconds } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;

/** Voice notes with a player, photos to look at closely, and a sentence for each part that is not here. */
export function RecordMedia({ media }: { media: readonly MediaState[] }) {
  const t = useText('desk-record');
  const voices = media.filter((part) => part.role === 'voice' && isHere(part));
  const photos = media.filter((part) => part.role === 'photo' && isHere(part));
  const absent = media.filter((part) => !isHere(part));
  return (
    <>
      {absent.length > 0 && (
        <ul class="desk-coming">
          {absent.map((part) => (
            <li key={part.id} class={`desk-coming__part desk-coming__part--${part.state}`}>
              <Icon name={part.role === 'voice' ? 'mic' : 'photo'} />
              {t.el(`media.${part.role}-${part.state === 'here' ? 'damaged' : part.state}`)}
            </li>
          ))}
        </ul>
      )}
      {voices.map((part, index) => (
        <Voice key={part.id} part={part} number={index + 1} />
      ))}
      {photos.length > 0 && (
        <ul class="desk-photos" aria-label={t('sections.photos')}>
          {photos.map((part) => (
            <Photo key={part.id} part={part} />
          ))}
        </ul>
      )}
    </>
  );
}

const isHere = (part: MediaState): boolean => part.state === 'here' && part.url !== null;

function Voice({ part, number }: { part: MediaState; number: number }) {
  const t = useText('desk-record');
  const player = useRef<HTMLAudioElement>(null);
  const [failed, setFailed] = useState(false);
  const label = t('voice.label', { number });
  return (
    <div class="desk-voice">
      <p class="desk-voice__name">
        <Icon name="mic" />
        <strong>{label}</strong>
        {part.durationMs !== undefined && (
          <span class="desk-quiet">{t('voice.length', { length: minutesAndSeconds(part.durationMs) })}</span>
        )}
      </p>
      {part.caption !== undefined && part.caption !== '' && <p dir="auto">{part.caption}</p>}
      <div class="desk-voice__player">
        <audio
          ref={player}
          controls
          preload="none"
          src={part.url ?? undefined}
          aria-label={label}
          onError={() => setFailed(true)}
        />
        <label class="desk-voice__speed">
          <span>{t.el('voice.speed')}</span>
          <select
            class="desk-select"
            onChange={(event) => {
              if (player.current !== null) player.current.playbackRate = Number(event.currentTarget.value);
            }}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed} selected={speed === 1}>
                {speed === 1 ? t('voice.normal') : t('voice.times', { speed })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {failed && <p class="desk-caution">{t.el('media.unplayable')}</p>}
    </div>
  );
}

function Photo({ part }: { part: MediaState }) {
  const t = useText('desk-record');
  const [large, setLarge] = useState(false);
  const caption = part.caption === undefined || part.caption === '' ? t('photo.noCaption') : part.caption;
  return (
    <li class="desk-photo">
      <button
        type="button"
        class="desk-photo__open"
        aria-label={t('photo.enlarge', { caption })}
        onClick={() => setLarge(true)}
      >
        <img src={part.url ?? undefined} alt="" loading="lazy" />
      </button>
      <p dir="auto">{caption}</p>
      {large && <LargePhoto url={part.url ?? ''} caption={caption} onClose={() => setLarge(false)} />}
    </li>
  );
}

function LargePhoto({ url, caption, onClose }: { url: string; caption: string; onClose: () => void }) {
  const t = useText('desk-record');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="desk-large-photo" aria-label={caption} onClose={onClose}>
      <button type="button" class="desk-large-photo__close" onClick={() => dialog.current?.close()}>
        <Icon name="cross" /> {t.el('photo.close')}
      </button>
      <img src={url} alt={caption} />
      <p dir="auto">{caption}</p>
    </dialog>
  );
}
