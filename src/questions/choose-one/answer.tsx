import type { VNode } from 'preact';
import { OneOfFew } from '../parts/one-of-few.tsx';
import type { AnswerProps } from '../views.ts';
import { chooseOne, type ChooseOneSettings, type ChooseOneValue } from './schema.ts';

export function Answer(props: AnswerProps<ChooseOneSettings, ChooseOneValue>): VNode {
  return <OneOfFew {...props} type={chooseOne} />;
}
