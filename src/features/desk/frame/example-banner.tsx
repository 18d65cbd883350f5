import { useText } from '../../../i18n/use-text.tsx';

/** On every screen of an example organisation, so that nobody takes made-up people for real ones. */
export function ExampleBanner() {
  const t = useText('desk-frame');
  return (
    <aside class="desk-example">
      <p>{t.el('example')}</p>
    </aside>
  );
}
