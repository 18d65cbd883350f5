import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { useAppWords } from '../../sound/app-words.tsx';
import { ListenAndSign } from '../../sound/listen-and-sign.tsx';

/** Steps that ask the person themselves for something about them: what is said of each before they answer. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'conversation about-you': ['steps.about-you', 'aboutYou.why', 'aboutYou.permission'],
};

/** A way to listen to a step of a kind, for who is asked and does not read; nothing where the worker alone is asked. */
export function StepHeard(props: { kind: string; step: string }): VNode | null {
  const says = SAID[`${props.kind} ${props.step}`];
  return says === undefined ? null : <Listen namespace={`kind-${props.kind}`} says={says} />;
}

function Listen(props: { namespace: string; says: readonly string[] }): VNode {
  const t = useText(props.namespace);
  const words = useAppWords();
  return (
    <ListenAndSign say={props.says.map((key) => words(`${props.namespace}:${key}`))} what={t(props.says[0] ?? '')} />
  );
}
