import type { PictureRef } from '../../domain/survey.ts';
import { SetPicture } from '../../ui/pictures/set-picture.tsx';
import { isPictureName } from '../../ui/pictures/set.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { useAsset } from './own-pictures.ts';

/** A picture of the set or the team's own, beside words that say the same. */
export function PictureDrawn({ picture }: { picture: PictureRef }) {
  const [kind, name = ''] = picture.split(':');
  const own = useAsset(kind === 'own' ? name : null);
  if (kind === 'set') return isPictureName(name) ? <SetPicture name={name} alt="" /> : <Icon name="question" />;
  return own === null ? <Icon name="photo" /> : <img class="own-picture" src={own} alt="" />;
}
