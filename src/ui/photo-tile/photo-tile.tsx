import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { VisuallyHidden } from '../hidden/visually-hidden.tsx';
import { TextField } from '../text-field/text-field.tsx';
import './photo-tile.css';

/** A photo of a thing, with a line that says what it shows. `url` is null while it loads. */
export function PhotoTile(props: {
  url: string | null;
  caption: string;
  captionLabel: ComponentChildren;
  /** Leave out where the caption may not be changed: it is then shown. */
  onCaption?: ((caption: string) => void) | undefined;
  /** Text of the picture while it has no caption. */
  alt: string;
  remove?: { label: ComponentChildren; onClick: () => void } | undefined;
}): VNode {
  return (
    <figure class="photo-tile">
      {props.url === null ? (
        <div class="photo-tile__wait">
          <Icon name="photo" size="large" />
          <VisuallyHidden>{props.alt}</VisuallyHidden>
        </div>
      ) : (
        <img class="photo-tile__photo" src={props.url} alt={props.caption === '' ? props.alt : props.caption} />
      )}
      {props.onCaption === undefined ? (
        props.caption !== '' && (
          <figcaption dir="auto" class="photo-tile__caption">
            {props.caption}
          </figcaption>
        )
      ) : (
        <TextField label={props.captionLabel} value={props.caption} onChange={props.onCaption} maxLength={200} />
      )}
      {props.remove !== undefined && (
        <Button icon="trash" look="careful" onClick={props.remove.onClick}>
          {props.remove.label}
        </Button>
      )}
    </figure>
  );
}

/** The way to take a photo: a native file input that opens the camera on a tablet, with words on its button. */
export function TakePhoto(props: {
  children: ComponentChildren;
  onPhoto: (file: File) => void;
  /** `camera` opens the camera on the back at once; `any` lets people choose a picture. */
  from?: 'camera' | 'any' | undefined;
}): VNode {
  return (
    <label class="take-photo">
      <Icon name="camera" />
      <span>{props.children}</span>
      <input
        class="take-photo__input"
        type="file"
        accept="image/*"
        capture={props.from === 'any' ? undefined : 'environment'}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) props.onPhoto(file);
        }}
      />
    </label>
  );
}
