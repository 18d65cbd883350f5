import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useBuilder } from './builder-context.ts';
import type { Clash } from './merge.ts';

/** Somebody else worked on the same survey: what became of both changes, and what still has to be chosen. */
export function OtherHand() {
  const t = useText('desk-surveys');
  const { store } = useBuilder();
  const { alsoBy, clashes } = store.state();
  if (alsoBy === null) return null;
  if (clashes.length === 0) {
    return (
      <div class="builder__notice">
        <Notice
          tone="good"
          speak="polite"
          actions={<Button onClick={() => store.forgetOther()}>{t.el('other.close')}</Button>}
        >
          {t.el('other.joined', { name: alsoBy })}
        </Notice>
      </div>
    );
  }
  return (
    <section class="builder__notice desk-conflict" aria-label={t('other.clashTitle')}>
      <p role="alert">
        <strong>{t.el('other.clash', { name: alsoBy, count: clashes.length })}</strong>
      </p>
      <ul class="survey-clashes">
        {clashes.map((clash) => (
          <li key={clash.path} class="desk-conflict__both">
            <Side title={t('other.mine')} clash={clash} whose="mine" />
            <Side title={t('other.theirs', { name: alsoBy })} clash={clash} whose="theirs" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({ title, clash, whose }: { title: string; clash: Clash; whose: 'mine' | 'theirs' }) {
  const t = useText('desk-surveys');
  const { store } = useBuilder();
  const value = clash[whose];
  return (
    <div class="desk-conflict__one">
      <h3>{title}</h3>
      <p class="desk-quiet">{placeOf(clash.path, t)}</p>
      <p class="desk-conflict__text">{typeof value === 'string' ? <bdi>{value}</bdi> : t.el('other.notWords')}</p>
      <Button onClick={() => store.settle(clash, whose)}>
        {t.el(whose === 'mine' ? 'other.keepMine' : 'other.keepTheirs')}
      </Button>
    </div>
  );
}

function placeOf(path: string, t: (key: string, values?: Record<string, string>) => string): string {
  const [what = '', a = '', b = '', key = ''] = path.split('/');
  if (what === 'words' || what === 'sound')
    return t(`other.place.${what}`, { language: a, layer: t(`layer.${b}`), key });
  if (what === 'question') return t('other.place.question', { code: a });
  return t('other.place.survey');
}
