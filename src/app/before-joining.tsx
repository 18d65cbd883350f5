import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';

/** Round the screens before a tablet has joined: says when the place it would join is an example, and when words are drafts. */
export function BeforeJoining(props: { children: ComponentChildren }): VNode {
  const t = useText('app');
  const { draft } = useLanguage();
  const [example, show] = useState(false);
  useEffect(() => {
    // Only a wish: without an answer (no signal, another server) nothing is said.
    void import('../adapters/http/desk-client.ts')
      .then(({ httpDeskClient }) => httpDeskClient().status())
      .then(
        (status) => show(status.example),
        () => undefined,
      );
  }, []);
  return (
    <div class="frame frame--before">
      {(example || draft) && (
        <p class="frame__note">
          {example && <span>{t.el('example')}</span>}
          {draft && <span>{t.el('common:notCheckedYetWhy')}</span>}
        </p>
      )}
      {props.children}
    </div>
  );
}
