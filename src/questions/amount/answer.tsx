import type { VNode } from 'preact';
import { OneOfFew } from '../parts/one-of-few.tsx';
import type { AnswerProps } from '../views.ts';
import { amount, type AmountSettings, type AmountValue } from './schema.ts';

export function Answer(props: AnswerProps<AmountSettings, AmountValue>): VNode {
  return <OneOfFew {...props} type={amount} />;
}
