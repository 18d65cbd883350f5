import type { VNode } from 'preact';
import type { PictureRef } from '../domain/survey.ts';
import { SetPicture } from '../ui/pictures/set-picture.tsx';
import { isPictureName } from '../ui/pictures/set.ts';
import { useStand } from './stand.ts';

/** A picture of the set, or one the team added. Decorative: the words stand beside it. */
export function AnyPicture({ of: ref }: { of: PictureRef }): VNode | null {
  const { lend, survey } = useStand();
  const name = ref.slice(4);
  if (ref.startsWith('set:')) return isPictureName(name) ? <SetPicture name={name} alt="" /> : null;
  const url = lend.pictureUrl(name);
  const known = survey.pictures.some(({ sha256 }) => sha256 === name);
  return url === null || !known ? null : <img class="player__own-picture" src={url} alt="" />;
}
