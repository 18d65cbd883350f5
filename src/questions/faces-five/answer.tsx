import type { VNode } from 'preact';
import { OneOfFew } from '../parts/one-of-few.tsx';
import type { AnswerProps } from '../views.ts';
import { facesFive, type FacesFiveSettings, type FacesFiveValue } from './schema.ts';

export function Answer(props: AnswerProps<FacesFiveSettings, FacesFiveValue>): VNode {
  return <OneOfFew {...props} type={facesFive} look="scale" />;
}
