import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../ui/icon/icon.tsx';
import { SetPicture } from '../ui/pictures/set-picture.tsx';
import type { PictureName } from '../ui/pictures/set.ts';
import type { Say } from '../sound/sound-desk.ts';
import { Said } from './said.tsx';
import { useStand } from './stand.ts';
import './tile.css';

/** One big picture to touch, with its words. Chosen and pointed at have a shape as well as a colour. */
export function Tile(props: {
  text: Say;
  picture?: PictureName | undefined;
  /** In the place of a picture of the set. */
  drawing?: ComponentChildren;
  detail?: Say | undefined;
  chosen?: boolean | undefined;
  pointed?: boolean | undefined;
  /** The main way on from here. */
  lead?: boolean | undefined;
  onTouch: () => void;
}): VNode {
  const { ways, signing } = useStand();
  const { pictures } = ways;
  const { chosen = false, pointed = false } = props;
  const classes = `tile${chosen ? ' tile--chosen' : ''}${pointed ? ' tile--pointed' : ''}${props.lead ? ' tile--lead' : ''}`;
  const shown =
    props.drawing ?? (props.picture === undefined || !pictures ? null : <SetPicture name={props.picture} alt="" />);
  return (
    <button class={classes} type="button" aria-pressed={props.chosen} onClick={props.onTouch}>
      {shown !== null && <span class="tile__picture">{shown}</span>}
      <span class="tile__words">
        <span>
          <Said text={props.text} />
        </span>
        {props.detail !== undefined && (
          <span class="tile__detail">
            <Said text={props.detail} />
          </span>
        )}
      </span>
      {(chosen || pointed) && (
        <span class="tile__mark">
          <Icon name={chosen ? 'check' : signing === null ? 'speaker' : 'play'} size="small" />
        </span>
      )}
    </button>
  );
}
