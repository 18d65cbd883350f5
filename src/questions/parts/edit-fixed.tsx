import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import type { QuestionType } from '../definition.ts';
import './edit-choices.css';

/** Tells staff what can be chosen where nobody may change it. */
export function EditFixed(props: { type: QuestionType; settings: unknown }): VNode {
  const c = useText('question-common');
  const t = useText(`question-${props.type.name}`);
  return (
    <section class="edit-fixed">
      <h4>{c.el('edit.fixedTitle')}</h4>
      <ul class="edit-fixed__words">
        {props.type.choices(props.settings).map(({ code }) => (
          <li key={code}>{t.el(`fixed.${code}`)}</li>
        ))}
      </ul>
      <p>{c.el('edit.fixed')}</p>
    </section>
  );
}
