import type { VNode } from 'preact';
import { OneOfFew } from '../parts/one-of-few.tsx';
import type { AnswerProps } from '../views.ts';
import { facesThree, type FacesThreeSettings, type FacesThreeValue } from './schema.ts';

export function Answer(props: AnswerProps<FacesThreeSettings, FacesThreeValue>): VNode {
  return <OneOfFew {...props} type={facesThree} />;
}
