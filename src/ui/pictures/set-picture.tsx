import type { VNode } from 'preact';
import { Picture } from './picture.tsx';
import { PICTURES, type PictureName } from './set.ts';

/**
 * A picture of the survey set by its name. Fills its place as `Picture` does. `alt` is `pictures:<name>` of the locale,
 * or empty where the words beside it say the same.
 */
export function SetPicture({ name, alt }: { name: PictureName; alt: string }): VNode {
  const { art, mirrors, size } = PICTURES[name];
  return <Picture art={art} alt={alt} mirrors={mirrors} size={size} />;
}
