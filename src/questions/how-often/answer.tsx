import type { VNode } from 'preact';
import { OneOfFew } from '../parts/one-of-few.tsx';
import type { AnswerProps } from '../views.ts';
import { howOften, type HowOftenSettings, type HowOftenValue } from './schema.ts';

export function Answer(props: AnswerProps<HowOftenSettings, HowOftenValue>): VNode {
  return <OneOfFew {...props} type={howOften} />;
}
