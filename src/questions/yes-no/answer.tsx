import type { VNode } from 'preact';
import { OneOfFew } from '../parts/one-of-few.tsx';
import type { AnswerProps } from '../views.ts';
import { yesNo, type YesNoSettings, type YesNoValue } from './schema.ts';

export function Answer(props: AnswerProps<YesNoSettings, YesNoValue>): VNode {
  return <OneOfFew {...props} type={yesNo} />;
}
